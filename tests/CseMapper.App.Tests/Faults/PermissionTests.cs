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

    private CommandLine.Result Map()
    {
        string[] map = [Path.Combine(AppContext.BaseDirectory, "csemapper"), "map", At("policies"), "--out", At("out")];
        bool isRoot = Environment.UserName == "root";
        string[] command = isRoot
            ? ["setpriv", "--reuid=" + Nobody, "--regid=" + Nobody, "--clear-groups", .. map]
            : map;
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
