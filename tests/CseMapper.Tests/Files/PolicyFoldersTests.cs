using CseMapper.Documents.Files;
using CseMapper.Testing;

namespace CseMapper.Tests.Files;

public sealed class PolicyFoldersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(@"C:\Policies", "C drive/Policies")]
    [InlineData(@"d:\Our Policies\2026\", "D drive/Our Policies/2026")]
    [InlineData(@"Z:\", "Z drive")]
    [InlineData(@"\\server\share\Procedures", "server/share/Procedures")]
    [InlineData(@"\\c\share", "c/share")]
    [InlineData(@"\\?\C:\Policies", "C drive/Policies")]
    [InlineData(@"\\?\UNC\server\share\Procedures", "server/share/Procedures")]
    [InlineData("/srv/policies", "srv/policies")]
    [InlineData("/srv/back\\slash", "srv/back\\slash")]
    public void AFolderIsNamedAfterItsDriveOrServerAndAllFoldersBelow(string folder, string name) =>
        Assert.Equal(name, PolicyFolders.NameOf(folder));

    [Fact]
    public void FoldersWithoutACommonOneGiveDocumentsPathsOfTheirOwn()
    {
        MapOptions options = Apart();

        Assert.Equal(
            [Name("one") + "/a.txt", Name("two") + "/inner/a.txt"],
            CommonFolder.List(options, TestContext.Current.CancellationToken).Select(file => file.Path)
        );
    }

    [Fact]
    public void ADocumentIsFoundInItsFolder()
    {
        PolicyFolders folders = Apart().Policies;

        Assert.Equal((_folder.At("two"), "inner/a.txt"), folders.Find(Name("two") + "/inner/a.txt"));
        Assert.Null(folders.Find("three/a.txt"));
        Assert.Equal(("/policies", "inner/a.txt"), PolicyFolders.FromString("/policies").Find("inner/a.txt"));
    }

    [Fact]
    public void FoldersAreRememberedAsSeenFromTheOutputFolder()
    {
        MapOptions apart = Apart();
        string several = apart.Policies.Remember(apart.OutputFolder);
        string single = PolicyFolders.FromString(_folder.At("one")).Remember(apart.OutputFolder);

        Assert.DoesNotContain(_folder.FullPath, several, StringComparison.Ordinal);
        Assert.Equal(apart.Policies.All, PolicyFolders.Recall(several, apart.OutputFolder).All);
        Assert.Equal(Path.Combine("..", "one"), single);
        Assert.Equal([("", _folder.At("one"))], PolicyFolders.Recall(single, apart.OutputFolder).All);
    }

    private MapOptions Apart()
    {
        _folder.Write("one/a.txt", "a");
        _folder.Write("two/inner/a.txt", "b");
        return new MapOptions("", _folder.At("out")) { Parts = [_folder.At("two"), _folder.At("one")] };
    }

    private string Name(string folder) => PolicyFolders.NameOf(_folder.At(folder));
}
