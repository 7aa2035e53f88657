using CseMapper.Documents.OpenDocument;
using CseMapper.Documents.Ppt;
using CseMapper.Testing;

namespace CseMapper.Documents.Tests.Ppt;

public sealed class PptReaderTests
{
    private static readonly byte[] _sample = File.ReadAllBytes(
        RepositoryFiles.Path("tests", "CseMapper.Documents.Tests", "Samples", "slides.ppt")
    );

    [Fact]
    public void SlidesNotesAndTextBoxesAreReadAndHiddenSlidesNamed()
    {
        IngestResult result = OfficeFiles.Read(new PptReader(), _sample);

        Assert.Equal(
            [
                "1 [] Our promise",
                "1 • Answer within ten days",
                "1 • Say who answered",
                "text: A box of its own – here",
                "{Note} text: Speaker notes: Say thanks.",
                "1 [] The end",
            ],
            ShownBlocks.Of(result)
        );
        Assert.Equal([1, 1, 1, 1, 1, 3], result.Document!.Blocks.Select(block => block.Location.Page));
        Assert.StartsWith("Slide 2 is hidden", Assert.Single(result.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DamageAnywhereEndsInSlidesOrAReason()
    {
        Random random = new(20260312);
        for (int i = 0; i < 300; i++)
        {
            byte[] damaged = [.. _sample];
            for (int n = 0; n < 8; n++)
                damaged[random.Next(512, 2600)] = (byte)random.Next(256);
            IngestResult result = OfficeFiles.Read(new PptReader(), damaged);
            Assert.True(result.Status is ReadStatus.Read || result.Problems.Count > 0);
        }
    }

    [Fact]
    public void AnOpenDocumentPresentationReadsTheSame()
    {
        const string Content = """
            <office:document-content xmlns:office="o" xmlns:text="t" xmlns:draw="d" xmlns:style="s" xmlns:presentation="p">
            <office:automatic-styles><style:style style:name="dp2" style:family="drawing-page">
            <style:drawing-page-properties presentation:visibility="hidden"/></style:style></office:automatic-styles>
            <office:body><office:presentation><draw:page><draw:frame presentation:class="title"><draw:text-box>
            <text:p>Our promise</text:p></draw:text-box></draw:frame><draw:frame presentation:class="outline"><draw:text-box>
            <text:list><text:list-item><text:p>Answer within ten days</text:p></text:list-item></text:list></draw:text-box>
            </draw:frame><draw:custom-shape draw:display="none"><text:p>no</text:p></draw:custom-shape>
            <presentation:notes><draw:frame presentation:class="notes"><draw:text-box><text:p>Say thanks.</text:p>
            </draw:text-box></draw:frame></presentation:notes></draw:page><draw:page draw:style-name="dp2"><draw:frame>
            <draw:text-box><text:p>no</text:p></draw:text-box></draw:frame></draw:page><draw:page><draw:frame><draw:text-box>
            <text:p>The end</text:p></draw:text-box></draw:frame></draw:page></office:presentation></office:body>
            </office:document-content>
            """;

        IngestResult result = OfficeFiles.Read(new OdpReader(), OfficeFiles.Zip(("content.xml", Content)));

        Assert.Equal(
            [
                "1 [] Our promise",
                "1 • Answer within ten days",
                "{Note} text: Speaker notes: Say thanks.",
                "text: The end",
            ],
            ShownBlocks.Of(result)
        );
        Assert.StartsWith("Slide 2 is hidden", Assert.Single(result.Problems).Message, StringComparison.Ordinal);
    }
}
