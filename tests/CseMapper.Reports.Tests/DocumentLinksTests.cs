using CseMapper.Documents.Files;
using CseMapper.Testing;

namespace CseMapper.Reports.Tests;

public sealed class DocumentLinksTests
{
    private static readonly string _root = Path.Combine(Path.GetTempPath(), "links");

    [Theory]
    [InlineData("plain.pdf", "plain.pdf")]
    [InlineData("with space & 100% #1?.pdf", "with%20space%20%26%20100%25%20%231%3F.pdf")]
    [InlineData("a:b\\c.pdf", "a%3Ab%5Cc.pdf")]
    [InlineData("policies 2024/Réclamations.pdf", "policies%202024/Réclamations.pdf")]
    [InlineData("<script>\"x\"</script>.pdf", "%3Cscript%3E%22x%22%3C/script%3E.pdf")]
    [InlineData("line\nbreak.pdf", "line%0Abreak.pdf")]
    [InlineData("rtl\u202E.pdf", "rtl%E2%80%AE.pdf")]
    [InlineData("'quote'.pdf", "%27quote%27.pdf")]
    [InlineData("e\u0301t\u0301.pdf", "e\u0301t\u0301.pdf")]
    [InlineData("javascript:alert(1)", "javascript%3Aalert(1)")]
    [InlineData("=cmd.pdf", "=cmd.pdf")]
    public void NamesAreEncodedSoThatEveryCharacterIsItself(string path, string expected)
    {
        DocumentLinks links = new(_root, _root);

        Assert.Equal(expected, links.To(path));
    }

    [Fact]
    public void HalfACharacterBecomesTheReplacementCharacter() =>
        Assert.Equal("half%20%EF%BF%BD.pdf", new DocumentLinks(_root, _root).To("half \uD800.pdf"));

    [Fact]
    public void LinksClimbFromTheReportsToTheDocuments()
    {
        DocumentLinks below = new(Path.Combine(_root, "our policies"), Path.Combine(_root, "out", "2024"));
        DocumentLinks above = new(_root, Path.Combine(_root, "cse-mapping"));

        Assert.Equal("../../our%20policies/a.pdf", below.To("a.pdf"));
        Assert.Equal("../a.pdf", above.To("a.pdf"));
    }

    [Theory]
    [InlineData(@"D:\Policies\2024", '\\', "file:///D:/Policies/2024/")]
    [InlineData(@"D:\", '\\', "file:///D:/")]
    [InlineData(@"\\server\share\Our Policies", '\\', "file://server/share/Our%20Policies/")]
    [InlineData(@"\\?\D:\Policies", '\\', "file:///D:/Policies/")]
    [InlineData(@"\\?\UNC\server\share\Policies", '\\', "file://server/share/Policies/")]
    [InlineData(@"..\..\Policies", '\\', "../../Policies/")]
    [InlineData("/mnt/policies", '/', "file:///mnt/policies/")]
    [InlineData("../back\\slash", '/', "../back%5Cslash/")]
    [InlineData(".", '/', "")]
    public void OtherDrivesAndSharesGetAFullAddress(string folder, char separator, string expected) =>
        Assert.Equal(expected, DocumentLinks.Prefix(folder, separator));

    [Fact]
    public void DocumentsOfSeveralFoldersAreLinkedInTheirOwn()
    {
        string[] parts = [Path.Combine(_root, "one"), Path.Combine(_root, "two")];
        DocumentLinks links = new(PolicyFolders.Apart(parts), Path.Combine(_root, "out"));

        Assert.Equal("../two/inner/a%20b.pdf", links.To(PolicyFolders.NameOf(parts[1]) + "/inner/a b.pdf"));
        Assert.Equal("../one/a.pdf", links.To(PolicyFolders.NameOf(parts[0]) + "/a.pdf"));
    }

    [Theory]
    [InlineData("a.PDF", 3, "page=3")]
    [InlineData("a.docx", 3, "")]
    [InlineData("a.pdf", null, "")]
    public void OnlyPdfFilesOpenAtAPage(string path, int? page, string expected) =>
        Assert.Equal(expected, DocumentLinks.Fragment(path, page));

    [Fact]
    public void EveryHostileNameGivesARelativeAddressThatLeadsBack()
    {
        DocumentLinks links = new(_root, _root);

        foreach (string path in SampleMapping.HostilePaths)
        {
            Uri address = new(new Uri("file:///policies/"), links.To(path));
            Assert.Equal("/policies/" + path, Uri.UnescapeDataString(address.AbsolutePath));
        }
    }
}
