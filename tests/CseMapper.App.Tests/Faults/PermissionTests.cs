using System.Diagnostics;
using System.Text.Json;

namespace CseMapper.App.Tests.Faults;

/// <summary>Folders and files that the account may not open; where the tests run as root, who may open everything, the
/// program runs as nobody.</summary>
public sealed class PermissionTests : IDisposable
{
    private const UnixFileMode Everybody = (UnixFileMode)0b111_111_111;
    private const string Nobody = "65534";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("csemapper-test-");

    public PermissionTests()
    {
        for (int i = 0; i < 3; i++)
        {
            Write(
                $"policies/{i}.txt",
                $"We answer every complaint within {i + 8} working days and tell the customer the outcome of it."
            );
        }

        Write("policies/staff/closed.txt", "Staff are trained in customer care every year.");
        Directory.CreateDirectory(At("out"));
    }

    public void Dispose()
    {
        Open(_folder.FullName, At("policies/staff"), At("policies/1.txt"), At("out"));
        foreach (string folder in Directory.EnumerateDirectories(At("out"), "*", SearchOption.AllDirectories))
            Open(folder);
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void WhatMayNotBeOpenedIsARowAndKeepsWhatWasKnownOfIt()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps permissions otherwise.");
        Open(_folder.FullName, At("out"));
        CommandLine.Result open = Map();
        Set(At("policies/staff"), UnixFileMode.None);
        Set(At("policies/1.txt"), UnixFileMode.None);
        File.SetLastWriteTimeUtc(At("policies/1.txt"), DateTime.UnixEpoch);

        CommandLine.Result closed = Map();

        Assert.Equal((0, 2), (open.ExitCode, closed.ExitCode));
        using JsonDocument mapping = JsonDocument.Parse(File.ReadAllBytes(At("out/mapping.json")));
        Dictionary<string, string> rows = mapping
            .RootElement.GetProperty("documents")
            .EnumerateArray()
            .ToDictionary(
                row => row.GetProperty("path").GetString()!,
                row => row.GetProperty("status").GetString()!,
                StringComparer.Ordinal
            );
        Assert.Equal(["0.txt", "1.txt", "2.txt", "staff", "staff/closed.txt"], rows.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["unreadable", "unreadable"], [rows["1.txt"], rows["staff"]]);
        Assert.Equal(["read", "read", "read"], [rows["0.txt"], rows["2.txt"], rows["staff/closed.txt"]]);
        Assert.Contains(
            "You have no permission to open it",
            File.ReadAllText(At("out/mapping.json")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void AnOutputFolderThatMayNotBeWrittenIsSaid()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps permissions otherwise.");
        Open(_folder.FullName);
        Set(
            At("out"),
            UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute
        );

        CommandLine.Result result = Map();

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("Choose another folder with --out.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatLiesInAReadOnlyFolderCanBeLookedAt()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps permissions otherwise.");
        Open(_folder.FullName, At("out"));
        Assert.Equal(0, Map().ExitCode);
        Directory.CreateDirectory(At("elsewhere"));
        Open(At("elsewhere"));
        foreach (string folder in Directory.EnumerateDirectories(At("out"), "*", SearchOption.AllDirectories))
            Set(folder, Reading | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);
        foreach (string file in Directory.EnumerateFiles(At("out"), "*", SearchOption.AllDirectories))
            Set(file, Reading);
        Set(At("out"), Reading | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);

        CommandLine.Result found = Run("search", "complaint", "--out", At("out"));
        CommandLine.Result explained = Run("explain", "4.3.2", "--out", At("out"));
        CommandLine.Result listed = Run("decisions", "list", "--out", At("out"));
        CommandLine.Result status = Run("status", "--out", At("out"));
        CommandLine.Result packed = Run("export", "pack", "--mapping", At("out"), "--out", At("elsewhere/pack.zip"));

        Assert.Equal(("", "", "Nothing is decided yet.\n"), (found.Error, explained.Error, listed.Error));
        Assert.Contains("0.txt", found.Output, StringComparison.Ordinal);
        Assert.Contains("0.txt", explained.Output, StringComparison.Ordinal);
        Assert.Contains("Last run", status.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(At("elsewhere/pack.zip")), packed.Error);
    }

    private const UnixFileMode Reading = UnixFileMode.UserRead | UnixFileMode.OtherRead;

    private static void Open(params ReadOnlySpan<string> paths)
    {
        foreach (string path in paths)
            Set(path, Everybody);
    }

    private static void Set(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, mode);
    }

    private CommandLine.Result Map() => Run("map", At("policies"), "--out", At("out"));

    private CommandLine.Result Run(params string[] arguments)
    {
        string[] program = [Path.Combine(AppContext.BaseDirectory, "csemapper"), .. arguments];
        bool isRoot = Environment.UserName == "root";
        string[] command = isRoot
            ? ["setpriv", "--reuid=" + Nobody, "--regid=" + Nobody, "--clear-groups", .. program]
            : program;
        ProcessStartInfo start = new(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["HOME"] = _folder.FullName;
        using Process process = Process.Start(start)!;
        CommandLine.Result result = CommandLine.Finish(process);
        Assert.SkipWhen(
            isRoot && result.Error.Contains("setpriv:", StringComparison.Ordinal),
            "Nobody may not run the program where it was built."
        );
        return result;
    }

    private string At(string path) => Path.Combine(_folder.FullName, path);

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
    }
}
