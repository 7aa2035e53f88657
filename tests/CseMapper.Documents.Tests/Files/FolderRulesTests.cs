using System.Runtime.InteropServices;
using CseMapper.Documents.Files;
using CseMapper.Testing;

namespace CseMapper.Documents.Tests.Files;

public sealed class FolderRulesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AFileOfRulesLeavesOutFilesAndFoldersAndTheyAreListed()
    {
        _folder.Write(".csemapperignore", "# not policies\r\nArchive/\r\n*.bak\r\n!keep.bak\r\nHR/**/draft*.txt\r\n");
        _folder.Write("policy.txt", "x");
        _folder.Write("archive/old.txt", "x");
        _folder.Write("HR/Archive/older.txt", "x");
        _folder.Write("HR/a/draft 1.txt", "x");
        _folder.Write("HR/final.txt", "x");
        _folder.Write("a.bak", "x");
        _folder.Write("keep.bak", "x");

        FolderFiles files = FolderWalk.Walk(_folder.FullPath, null, [], CancellationToken.None);

        Assert.Equal(["HR/final.txt", "keep.bak", "policy.txt"], files.Files.Select(file => file.Path));
        Assert.Equal(
            [
                new LeftOutFile("HR/Archive/", "Archive/", ".csemapperignore"),
                new LeftOutFile("HR/a/draft 1.txt", "HR/**/draft*.txt", ".csemapperignore"),
                new LeftOutFile("a.bak", "*.bak", ".csemapperignore"),
                new LeftOutFile("archive/", "Archive/", ".csemapperignore"),
            ],
            files.LeftOut
        );
        Assert.True(files.LeavesOut("archive/old.txt"));
        Assert.False(files.LeavesOut("HR/final.txt"));
    }

    [Fact]
    public void RulesOfAFolderBelowAndOfItsOwnGoBeforeThoseAboveAndThoseOfTheSettings()
    {
        _folder.Write(".csemapperignore", "*.txt\n");
        _folder.Write("a.txt", "x");
        _folder.Write("HR/.csemapperignore", "!/a.txt\n");
        _folder.Write("HR/a.txt", "x");
        _folder.Write("HR/deep/a.txt", "x");
        _folder.Write("b.md", "x");

        FolderFiles files = FolderWalk.Walk(
            _folder.FullPath,
            null,
            IgnoreFile.Parse(["*.md", "HR"], "", "settings"),
            CancellationToken.None
        );
        FolderFiles withoutSettings = FolderWalk.Walk(_folder.FullPath, null, [], CancellationToken.None);

        Assert.Empty(files.Files);
        Assert.Contains(new LeftOutFile("b.md", "*.md", "settings"), files.LeftOut);
        Assert.Equal(["HR/a.txt", "b.md"], withoutSettings.Files.Select(file => file.Path));
    }

    [Fact]
    public void AKnownLineNamesFilesByPatternWithItsReason()
    {
        _folder.Write(
            ".csemapperignore",
            "known: *(scan).pdf # replaced in 2024\nknown: Forms/\nknown: !Forms/new.pdf\n"
        );
        _folder.Write("Charter (scan).pdf", "x");
        _folder.Write("Forms/a.pdf", "x");

        FolderFiles files = FolderWalk.Walk(_folder.FullPath, null, [], CancellationToken.None);

        Assert.Equal(2, files.Files.Count);
        Assert.Equal("replaced in 2024", files.ReasonOf("Charter (scan).pdf"));
        Assert.Equal(IgnoreFile.NoReason, files.ReasonOf("Forms/a.pdf"));
        Assert.Null(files.ReasonOf("Forms/new.pdf"));
        Assert.Null(files.ReasonOf("other.pdf"));
    }

    [Fact]
    public void AFileOfRulesThatIsTooLargeGetsARow()
    {
        _folder.Write(".csemapperignore", new string('a', 2 << 20));
        _folder.Write("policy.txt", "x");

        FolderFiles files = FolderWalk.Walk(_folder.FullPath, null, [], CancellationToken.None);

        Assert.Equal([".csemapperignore", "policy.txt"], files.Files.Select(file => file.Path));
        Assert.Contains("nothing was left out", files.Files[0].Refusal!.Reason, StringComparison.Ordinal);
    }
}
