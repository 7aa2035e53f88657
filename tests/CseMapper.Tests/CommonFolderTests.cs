using CseMapper.Testing;

namespace CseMapper.Tests;

public sealed class CommonFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TheDeepestFolderThatHoldsAllIsFound()
    {
        Assert.Equal(_folder.FullPath, CommonFolder.Of([_folder.At("a"), _folder.At("b/c")]));
        Assert.Equal(_folder.At("a"), CommonFolder.Of([_folder.At("a")]));
        Assert.Equal(_folder.FullPath, CommonFolder.Of([_folder.At("ab"), _folder.At("a")]));
    }

    [Fact]
    public void AFolderInsideAnotherIsNotMappedTwice() =>
        Assert.Equal(
            [_folder.At("a"), _folder.At("ab")],
            CommonFolder.WithoutInner([_folder.At("a/inner"), _folder.At("a"), _folder.At("ab"), _folder.At("a")])
        );

    [Fact]
    public void OnlyThePartsAreListedUnderPathsThatTellThemApart()
    {
        _folder.Write("one/policies/a.txt", "a");
        _folder.Write("two/policies/a.txt", "b");
        _folder.Write("three/a.txt", "c");
        string[] parts = [_folder.At("one/policies"), _folder.At("two/policies")];
        MapOptions options = new(CommonFolder.Of(parts)!, _folder.At("out")) { Parts = parts };

        Assert.Equal(
            ["one/policies/a.txt", "two/policies/a.txt"],
            CommonFolder.List(options, TestContext.Current.CancellationToken).Select(file => file.Path)
        );
    }

    [Fact]
    public void APartThatIsNotThereStopsTheRun()
    {
        MapOptions options = new(_folder.FullPath, _folder.At("out"))
        {
            Parts = [_folder.At("one"), _folder.At("two")],
        };

        Assert.Throws<DirectoryNotFoundException>(() =>
            CommonFolder.List(options, TestContext.Current.CancellationToken)
        );
    }
}
