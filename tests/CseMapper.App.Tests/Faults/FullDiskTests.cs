using System.Diagnostics;

namespace CseMapper.App.Tests.Faults;

/// <summary>A real small file system that runs full.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("csemapper-test-");
    private bool _isMounted;

    public void Dispose()
    {
        if (_isMounted)
            Command("umount", At("out"));
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("16k")]
    [InlineData("64k")]
    [InlineData("128k")]
    [InlineData("256k")]
    [InlineData("512k")]
    [InlineData("1m")]
    public void AFullDiskIsSaidAndTheNextRunGoesOn(string size)
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && Environment.UserName == "root",
            "Only root may mount a small file system."
        );
        for (int i = 0; i < 150; i++)
        {
            Write(
                $"policies/{i}.txt",
                string.Join(
                    "\n\n",
                    Enumerable
                        .Range(i, 60)
                        .Select(n =>
                            $"We answer every complaint within {n} working days, tell the customer the outcome, "
                            + "and use complaints to improve the service for all."
                        )
                )
            );
        }

        Directory.CreateDirectory(At("out"));
        _isMounted = Command("mount", "-t", "tmpfs", "-o", "size=" + size, "none", At("out")) == 0;
        Assert.SkipUnless(_isMounted, "This machine does not let a file system be mounted.");

        CommandLine.Result full = Map();
        _ = Command("mount", "-o", "remount,size=256m", At("out"));
        CommandLine.Result roomy = Map();

        Assert.Equal(3, full.ExitCode);
        Assert.Contains("the disk is full", full.Error, StringComparison.Ordinal);
        Assert.Equal(0, roomy.ExitCode);
        Assert.True(File.Exists(At("out/mapping.json")));
    }

    [Fact]
    public void AReadOnlyOutputFolderIsSaid()
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && Environment.UserName == "root",
            "Only root may mount a file system."
        );
        Write("policies/a.txt", "We answer every complaint.");
        Directory.CreateDirectory(At("out"));
        _isMounted = Command("mount", "-t", "tmpfs", "-o", "size=1m,ro", "none", At("out")) == 0;
        Assert.SkipUnless(_isMounted, "This machine does not let a file system be mounted.");

        CommandLine.Result result = Map();

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("Choose another folder with --out.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void ADamagedDatabaseIsSetAsideAndBuiltAgain()
    {
        Write("policies/a.txt", "We answer every complaint within ten working days.");
        Assert.Equal(0, Map().ExitCode);
        byte[] before = File.ReadAllBytes(At("out/mapping.json"));
        File.WriteAllText(
            At("out/.csemapper/workspace.db"),
            "This is no database, whatever its name says, and was never one."
        );

        CommandLine.Result again = Map("--rebuild");
        File.WriteAllText(At("out/.csemapper/workspace.db"), "Nor is this.");
        CommandLine.Result result = Map();

        Assert.Equal((0, 0), (again.ExitCode, result.ExitCode));
        Assert.Equal(before, File.ReadAllBytes(At("out/mapping.json")));
        Assert.True(File.Exists(At("out/.csemapper/workspace.set-aside.db")));
    }

    private static int Command(string program, params string[] arguments)
    {
        using Process process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardError = true }
        )!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }

    private CommandLine.Result Map(params string[] options) =>
        CommandLine.Run(["map", At("policies"), "--out", At("out"), .. options]);

    private string At(string path) => Path.Combine(_folder.FullName, path);

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
    }
}
