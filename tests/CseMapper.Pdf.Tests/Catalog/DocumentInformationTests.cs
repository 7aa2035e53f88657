using CseMapper.Pdf.Catalog;
using CseMapper.Pdf.Files;
using CseMapper.Pdf.Tests.Objects;

namespace CseMapper.Pdf.Tests.Catalog;

public sealed class DocumentInformationTests
{
    private const string Packet = """
        <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
          xmp:CreateDate="2024-03-01T10:00:00+01:00"/>
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <dc:title><rdf:Alt><rdf:li xml:lang="x-default">Complaints policy</rdf:li></rdf:Alt></dc:title>
        <dc:creator><rdf:Seq><rdf:li>Customer Services</rdf:li><rdf:li>Second</rdf:li></rdf:Seq></dc:creator>
        </rdf:Description></rdf:RDF></x:xmpmeta>
        """;

    [Fact]
    public void TheDictionaryCountsAndTheMetadataFillItsGaps()
    {
        DocumentInformation information = DocumentInformation.Read(
            File("/Info<</Title(Policy)/Author( )/ModDate(D:20240102)>>", Packet)
        );
        Assert.Equal("Policy", information.Title);
        Assert.Equal("Customer Services", information.Author);
        Assert.Equal(new DateTimeOffset(2024, 3, 1, 10, 0, 0, TimeSpan.FromHours(1)), information.Created);
        Assert.Equal(new DateTimeOffset(2024, 1, 2, 0, 0, 0, TimeSpan.Zero), information.Modified);
        Assert.True(information.IsTagged);
        Assert.Equal("en-GB", information.Language);
    }

    [Theory]
    [InlineData("<x:xmpmeta xmlns:x='adobe:ns:meta/'><broken")]
    [InlineData("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")]
    [InlineData("no markup at all")]
    [InlineData("")]
    public void DamagedMetadataIsPassedOver(string packet)
    {
        Assert.Equal("Policy", DocumentInformation.Read(File("/Info<</Title(Policy)>>", packet)).Title);
    }

    [Theory]
    [InlineData("D:20240131095900+01'00'", "2024-01-31T09:59:00+01:00")]
    [InlineData("D:20240131095900-05'30", "2024-01-31T09:59:00-05:30")]
    [InlineData("D:20240131095900Z", "2024-01-31T09:59:00+00:00")]
    [InlineData("D:2024", "2024-01-01T00:00:00+00:00")]
    [InlineData("20240229", "2024-02-29T00:00:00+00:00")]
    [InlineData("D:20230229", null)]
    [InlineData("yesterday", null)]
    [InlineData("D:99999999999999+99'99'", null)]
    [InlineData("", null)]
    public void DatesAreRead(string text, string? expected)
    {
        Assert.Equal(
            expected,
            DocumentInformation
                .ReadDate(text)
                ?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture)
        );
    }

    [Fact]
    public void NoTextMakesADateThrow()
    {
        PropertyTest.Holds<string?>(text => DocumentInformation.ReadDate("D:" + text) is null or { Year: > 0 });
    }

    private static PdfFile File(string trailer, string packet) =>
        SmallPdf
            .OnePage()
            .Add(1, "<</Type/Catalog/Pages 2 0 R/Lang(en-GB)/MarkInfo<</Marked true>>/Metadata 9 0 R>>")
            .AddStream(9, "/Type/Metadata", packet)
            .End("/Root 1 0 R" + trailer)
            .Open();
}
