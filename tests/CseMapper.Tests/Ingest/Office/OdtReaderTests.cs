using CseMapper.Ingest;
using CseMapper.Ingest.Office;

namespace CseMapper.Tests.Ingest.Office;

public sealed class OdtReaderTests
{
    private const string Head = """<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="tb" xmlns:draw="d" xmlns:style="s"><office:body><office:text>""";
    private const string Tail = "</office:text></office:body></office:document-content>";

    [Theory]
    [InlineData("""<text:h text:outline-level="2"><text:number>4.3</text:number>Standards</text:h><text:p>4.3.1 We reply   in<text:s/>ten<text:tab/>days.</text:p>""", "2 [4.3] Standards", "text [4.3.1]: We reply in ten\tdays.")]
    [InlineData("<text:list><text:list-item><text:p>one</text:p><text:list><text:list-item><text:p>two</text:p></text:list-item></text:list></text:list-item></text:list>", "1 • one", "2 • two")]
    [InlineData("<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>A</text:p></table:table-cell><table:table-cell><text:p>B</text:p></table:table-cell></table:table-row></table:table-header-rows><table:table-row><table:table-cell><text:p>1</text:p></table:table-cell><table:table-cell><text:p>2</text:p><text:p>3</text:p></table:table-cell></table:table-row></table:table>", "table with 1 heads: A | B / 1 | 2\n3")]
    [InlineData("""<text:p>Body<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note> goes on.</text:p>""", "text: Body goes on.", "{Note} text: A note.")]
    [InlineData("<text:tracked-changes><text:changed-region><text:deletion><text:p>20</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>within 10 days</text:p>", "text: within 10 days")]
    [InlineData("<text:table-of-content><text:index-body><text:p>1 Scope 3</text:p></text:index-body></text:table-of-content><text:p>Text<office:annotation><text:p>why?</text:p></office:annotation>.</text:p>", "{Contents} text: 1 Scope 3", "text: Text.")]
    public void PrintedTextComesOutOnce(string content, params string[] expected) =>
        Assert.Equal(expected, ShownBlocks.Of(OfficeFiles.Read(new OdtReader(), OfficeFiles.Zip(("content.xml", Head + content + Tail)))));

    [Fact]
    public void TextBeforeDamageIsKept()
    {
        IngestResult result = OfficeFiles.Read(new OdtReader(), OfficeFiles.Zip(("content.xml", Head + "<text:p>Kept.</text:p><text:p>lost")));

        Assert.Equal(ReadStatus.PartlyRead, result.Status);
        Assert.Equal("Kept.", Assert.IsType<TextBlock>(Assert.Single(result.Document!.Blocks)).Text);
    }

    [Fact]
    public void FileWithoutTextIsUnreadableWithAReason() =>
        Assert.Equal(ReadStatus.Unreadable, OfficeFiles.Read(new OdtReader(), OfficeFiles.Zip(("mimetype", "x"))).Status);
}
