using CseMapper.Passages.Storage;

namespace CseMapper.Passages.Tests.Storage;

public sealed class AtomicFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("csemapper-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void ReplacesAFileAndLeavesNothingBeside()
    {
        string path = PathOf("mapping.json");
        File.WriteAllText(path, "old");

        AtomicFile.Write(path, stream => stream.Write("new"u8), TestContext.Current.CancellationToken);

        Assert.Equal("new", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder.FullName));
    }

    [Fact]
    public void AFaultHalfWayLeavesTheOldFile()
    {
        string path = PathOf("mapping.json");
        File.WriteAllText(path, "old");

        Assert.Throws<InvalidOperationException>(() =>
            AtomicFile.Write(
                path,
                stream =>
                {
                    stream.Write("half"u8);
                    throw new InvalidOperationException();
                },
                TestContext.Current.CancellationToken
            )
        );

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder.FullName));
    }

    [Fact]
    public void CancellationBeforeTheRenameLeavesTheOldFile()
    {
        string path = PathOf("mapping.json");
        File.WriteAllText(path, "old");
        using CancellationTokenSource stop = new();

        Assert.Throws<OperationCanceledException>(() =>
            AtomicFile.Write(
                path,
                stream =>
                {
                    stream.Write("new"u8);
                    stop.Cancel();
                },
                stop.Token
            )
        );

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder.FullName));
    }

    [Fact]
    public void WhatAKilledRunLeftIsOverwritten()
    {
        string path = PathOf("mapping.json");
        File.WriteAllText(PathOf(".mapping.json.tmp"), "left behind by a run that was killed");

        AtomicFile.Write(path, stream => stream.Write("new"u8), TestContext.Current.CancellationToken);

        Assert.Equal([path], Directory.GetFiles(_folder.FullName));
        Assert.Equal("new", File.ReadAllText(path));
    }

    [Fact]
    public void ATargetThatCannotBeReplacedIsNamed()
    {
        string path = PathOf("mapping.xlsx");
        Directory.CreateDirectory(Path.Combine(path, "not empty"));

        OutputFileException fault = Assert.Throws<OutputFileException>(() =>
            AtomicFile.Write(path, stream => stream.Write("new"u8), TestContext.Current.CancellationToken)
        );

        Assert.Equal(path, fault.Path);
        Assert.Contains("mapping.xlsx", fault.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.FullName));
    }

    [Fact]
    public void AFileHeldByExcelIsExplained()
    {
        const int SharingViolation = unchecked((int)0x80070020);

        OutputFileException fault = new(
            "mapping.xlsx",
            new IOException("The process cannot access the file.", SharingViolation)
        );

        Assert.Equal(
            "mapping.xlsx is open in another program (Excel, perhaps). Close it there and run again; the file on "
                + "the disk is still the old one.",
            fault.Message
        );
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void WhateverStepFailsTheFileIsTheOldOneOrTheWholeNewOne(int step)
    {
        string path = PathOf("file.txt");
        File.WriteAllText(path, "old");
        int steps = 0;
        DurableFile.BeforeStep.Value = _ =>
        {
            if (++steps == step)
                throw new IOException("Input/output error");
        };
        Exception? fault = Record.Exception(() =>
            AtomicFile.Write(path, stream => stream.Write("new"u8), TestContext.Current.CancellationToken)
        );
        DurableFile.BeforeStep.Value = null;

        // The fifth is one more than there are.
        Assert.Equal(step < 5, fault is OutputFileException);
        Assert.Equal(step < 4 ? "old" : "new", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder.FullName));
    }
}
