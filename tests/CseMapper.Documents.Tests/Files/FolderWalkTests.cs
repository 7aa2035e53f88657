using System.Runtime.InteropServices;
using CseMapper.Documents.Files;
using CseMapper.Testing;

namespace CseMapper.Documents.Tests.Files;

public sealed class FolderWalkTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void FilesComeInOrdinalOrderOfTheirPathsWithSlashes()
    {
        _folder.Write("b.txt", "b");
        _folder.Write("a/z.txt", "z");
        _folder.Write("a b.txt", "space comes before the slash");
        _folder.Write("B.txt", "capitals come first");
        _folder.Write("ä.txt", "letters with accents last");

        Assert.Equal(["B.txt", "a b.txt", "a/z.txt", "b.txt", "ä.txt"], Paths());
    }

    [Fact]
    public void HiddenAndTemporaryFilesGetNoRow()
    {
        string[] skipped =
        [
            "~$policy.docx",
            ".DS_Store",
            "Thumbs.db",
            "desktop.ini",
            "~WRL0001.tmp",
            "upload.crdownload",
            ".git/config",
            "__MACOSX/a.txt",
            "THUMBS.DB2/thumbs.db",
        ];
        foreach (string path in skipped)
            _folder.Write(path, "x");
        _folder.Write("policy.docx", "x");
        _folder.Write("template.txt", "x");

        Assert.Equal(["policy.docx", "template.txt"], Paths());
    }

    [Fact]
    public void TheOutputFolderIsLeftOutWhereverItLies()
    {
        _folder.Write("policy.txt", "x");
        _folder.Write("reports/mapping.json", "{}");
        _folder.Write("reports/report.html", "x");
        _folder.Write("other/cse-mapping/.csemapper/workspace.db", "x");
        _folder.Write("other/cse-mapping/report.html", "x");

        Assert.Equal(["policy.txt"], Paths("reports"));
    }

    [Fact]
    public void WhereTheOutputIsThePolicyFolderItselfOnlyItsOwnFilesAreLeftOut()
    {
        _folder.Write("mapping.json", "{}");
        _folder.Write("decisions.jsonl", "");
        _folder.Write(".csemapper/workspace.db", "x");
        _folder.Write("policy.txt", "x");
        _folder.Write("sub/mapping.json", "{}");

        Assert.Equal(["policy.txt", "sub/mapping.json"], Paths("."));
    }

    [Fact]
    public void WhatAnotherMappingWroteIntoTheFolderIsNoEvidence()
    {
        foreach (
            string name in (string[])
                [
                    "mapping.json",
                    "mapping (edited).xlsx",
                    "mapping Ann.csv",
                    "report.html",
                    "changes.md",
                    "users.json",
                    "pack.zip",
                    ".csemapper/workspace.db",
                ]
        )
        {
            _folder.Write(name, "x");
        }

        _folder.Write("mapping of services.docx", "x");

        Assert.Equal(["mapping of services.docx"], Paths("elsewhere"));
    }

    [Fact]
    public void AFolderThatMayNotBeOpenedGetsARow()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux lets a thread give up the right to open everything.");
        if (OperatingSystem.IsWindows())
            return;
        _folder.Write("open/policy.txt", "x");
        _folder.Write("closed/secret.txt", "x");
        File.SetUnixFileMode(_folder.FullPath, (UnixFileMode)0b111_101_101);
        File.SetUnixFileMode(_folder.At("closed"), UnixFileMode.None);
        IReadOnlyList<FoundFile> found = [];
        // Root may open everything, so this thread asks as nobody.
        Thread asNobody = new(() =>
        {
            _ = SetFileSystemUser(Nobody);
            found = List();
        });
        asNobody.Start();
        asNobody.Join();
        File.SetUnixFileMode(_folder.At("closed"), (UnixFileMode)0b111_000_000);

        Assert.Equal(["closed", "open/policy.txt"], found.Select(file => file.Path));
        Assert.True(found[0].IsFolder);
        Assert.Contains("could not be opened", found[0].Refusal!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void DocumentsBesideAMappingAreListed()
    {
        foreach (string folder in (string[])["HR", "Housing"])
        {
            _folder.Write(folder + "/report.html", "x");
            _folder.Write(folder + "/policy.txt", "x");
            _folder.Write(folder + "/old/policy.txt", "x");
        }
        _folder.Write("HR/.csemapper/workspace.db", "x");

        Assert.Equal(
            ["HR/old/policy.txt", "HR/policy.txt", "Housing/old/policy.txt", "Housing/policy.txt"],
            Paths("Housing")
        );
    }

    [Fact]
    public void LinksThatLeadOutAreListedAndNotFollowed()
    {
        using TemporaryFolder other = new();
        other.Write("secret.txt", "x");
        Directory.CreateSymbolicLink(_folder.At("outside"), other.FullPath);
        File.CreateSymbolicLink(_folder.At("secret.txt"), other.At("secret.txt"));
        Directory.CreateSymbolicLink(_folder.At("up"), Path.GetDirectoryName(_folder.FullPath)!);

        IReadOnlyList<FoundFile> found = List();

        Assert.Equal(["outside", "secret.txt", "up"], found.Select(file => file.Path));
        Assert.All(
            found,
            file => Assert.Contains("leads out of the folder", file.Refusal!.Reason, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void ALinkThroughAnotherLinkDoesNotLeadOutUnseen()
    {
        using TemporaryFolder other = new();
        other.Write("secret.txt", "x");
        Directory.CreateSymbolicLink(_folder.At(".hidden"), other.FullPath);
        File.CreateSymbolicLink(_folder.At("secret.txt"), _folder.At(".hidden/secret.txt"));

        FoundFile found = Assert.Single(List());

        Assert.Equal(ReadStatus.Unsupported, found.Refusal!.Status);
    }

    [Fact]
    public void LinksInsideTheFolderNeitherCircleNorListFilesTwice()
    {
        _folder.Write("a/policy.txt", "x");
        Directory.CreateSymbolicLink(_folder.At("a/circle"), _folder.FullPath);
        Directory.CreateSymbolicLink(_folder.At("b"), _folder.At("a"));
        File.CreateSymbolicLink(_folder.At("shortcut.txt"), "a/policy.txt");

        IReadOnlyList<FoundFile> found = List();

        Assert.Equal(["a/policy.txt", "shortcut.txt"], found.Select(file => file.Path));
        Assert.All(found, file => Assert.Null(file.Refusal));
    }

    [Fact]
    public void ALinkThatLeadsNowhereOrToItselfHasAReason()
    {
        File.CreateSymbolicLink(_folder.At("gone.txt"), "nothing.txt");
        File.CreateSymbolicLink(_folder.At("self.txt"), "self.txt");

        Assert.All(List(), file => Assert.Contains("leads nowhere", file.Refusal!.Reason, StringComparison.Ordinal));
        Assert.Equal(["gone.txt", "self.txt"], Paths());
    }

    [Fact]
    public void OddNamesAreListedAsTheyAre()
    {
        string[] names =
        [
            "=cmd|calc.txt",
            "+1.txt",
            "-rf.txt",
            "@home.txt",
            "new\nline.txt",
            "tab\t.txt",
            "quote\"'.txt",
            "back\\slash.txt",
            "Ünïcödé 文書 \U0001F4C4.txt",
            " leading.txt",
            "dots...txt",
        ];
        if (OperatingSystem.IsWindows())
            names = ["+1.txt", "-rf.txt", "@home.txt", "Ünïcödé 文書 \U0001F4C4.txt", " leading.txt"];
        foreach (string name in names)
            _folder.Write(name, "x");

        Assert.Equal(names.Order(StringComparer.Ordinal), Paths());
        Assert.All(List(), file => Assert.Equal(1, file.Stamp.Bytes));
    }

    [Fact]
    public void PathsBeyondTheOldLimitsAreListed()
    {
        string deep = string.Join('/', Enumerable.Repeat("a folder with a rather long name of its own", 20));
        _folder.Write(deep + "/policy.txt", "x");

        Assert.Equal([deep + "/policy.txt"], Paths());
    }

    [Fact]
    public void AFolderThatMayNotBeOpenedIsARowWithAReason()
    {
        if (OperatingSystem.IsWindows())
            return;
        _folder.Write("locked/policy.txt", "x");
        _folder.Write("open/policy.txt", "x");
        File.SetUnixFileMode(_folder.At("locked"), UnixFileMode.None);

        IReadOnlyList<FoundFile> found = List();

        // Permissions do not bind the administrator, who simply sees the file.
        bool binds = !Environment.IsPrivilegedProcess;
        Assert.Equal([binds ? "locked" : "locked/policy.txt", "open/policy.txt"], found.Select(file => file.Path));
        Assert.Equal(
            binds,
            found[0].Refusal is { } refusal && refusal.Reason.Contains("no permission", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void NamesThatAreNotUtf8AreListedAndCanBeOpened()
    {
        if (!OperatingSystem.IsLinux())
            return;
        byte[][] names =
        [
            [.. "caf\u00E9.txt".Select(c => (byte)c)],
            [.. "caf\u00E8.txt".Select(c => (byte)c)],
        ];
        foreach (byte[] name in names)
            Assert.Equal(0, Rename(Raw(_folder.Write("plain", "content")), Raw(_folder.FullPath, name)));
        _folder.Write("café.txt", "x");
        try
        {
            IReadOnlyList<FoundFile> found = List();

            Assert.Equal(["caf\\xE8.txt", "caf\\xE9.txt", "café.txt"], found.Select(file => file.Path));
            using StreamReader reader = new(found[0].Open());
            Assert.Equal("content", reader.ReadToEnd());
        }
        finally
        {
            // The framework could not remove them under their own names.
            foreach (byte[] name in names)
                Assert.Equal(0, Rename(Raw(_folder.FullPath, name), Raw(_folder.At("plain"))));
        }
    }

    [Fact]
    public void APipeIsListedAndNeverOpened()
    {
        if (!OperatingSystem.IsLinux())
            return;
        Assert.Equal(0, MakePipe(_folder.At("pipe.txt"), 0x1B6));

        Assert.Equal(ReadStatus.Unsupported, Assert.Single(List()).Refusal!.Status);
    }

    [Fact]
    public void AFolderThatIsNotThereIsAFault()
    {
        Assert.Throws<DirectoryNotFoundException>(() =>
            FolderWalk.List(_folder.At("nowhere"), null, CancellationToken.None)
        );
    }

    [Fact]
    public async Task AStampTellsAChangeEvenWhenTheTimeOfWritingIsSetBack()
    {
        if (!OperatingSystem.IsLinux())
            return;
        string path = _folder.Write("policy.txt", "one");
        DateTime written = File.GetLastWriteTimeUtc(path);
        FileStamp before = FileStamp.Read(path)!.Value;
        // The system's clock of files ticks every few milliseconds.
        await Task.Delay(20, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(path, "two", TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(path, written);

        FileStamp after = FileStamp.Read(path)!.Value;

        Assert.Equal((before.Bytes, before.Modified), (after.Bytes, after.Modified));
        Assert.NotEqual(before, after);
    }

    [DllImport(
        "libc",
        EntryPoint = "mkfifo",
        CharSet = CharSet.Ansi,
        BestFitMapping = false,
        ThrowOnUnmappableChar = true
    )]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int MakePipe(string path, uint mode);

    [DllImport("libc", EntryPoint = "rename")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Rename(byte[] from, byte[] to);

    private static byte[] Raw(string folder, byte[] name) => [.. Raw(folder)[..^1], (byte)'/', .. name, 0];

    private static byte[] Raw(string path) => [.. System.Text.Encoding.UTF8.GetBytes(path), 0];

    private IReadOnlyList<FoundFile> List(string? output = null) =>
        FolderWalk.List(
            _folder.FullPath,
            output is null ? null : Path.GetFullPath(_folder.At(output)),
            CancellationToken.None
        );

    private IEnumerable<string> Paths(string? output = null) => List(output).Select(file => file.Path);

    private const int Nobody = 65534;

    [DllImport("libc", EntryPoint = "setfsuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetFileSystemUser(int user);
}
