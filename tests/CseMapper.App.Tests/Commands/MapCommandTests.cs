using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using CseMapper.Testing;

namespace CseMapper.App.Tests.Commands;

public sealed class MapCommandTests : IDisposable
{
    private const string Text =
        "We publish how to complain, answer every complaint within ten working days, tell the customer the "
        + "outcome, and use complaints to improve the service we deliver to all customers.";
    private const int Interrupt = 2;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("csemapper-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void AFolderIsMappedAndTheTableSaysWhatCameOut()
    {
        Write("policies/complaints.txt", Text);

        CommandLine.Result result = Map();

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Matches(@"Documents +1 +1 read, 0 partly read, 0 not read", result.Output);
        Assert.Matches(@"Elements +57 ", result.Output);
        Assert.Contains(At("out"), result.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(At("out/mapping.json")));
    }

    [Fact]
    public void AFileThatCannotBeReadIsNamedAndCallsForAttention()
    {
        Write("policies/complaints.txt", Text);
        Write("policies/broken.docx", "");

        CommandLine.Result result = Map();

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("  broken.docx: ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void KnownTroubleIsListedAsSuchAndCallsForNobody()
    {
        Write("policies/complaints.txt", Text);
        Write("policies/broken.docx", "");
        Write("policies/.csemapperignore", "known: broken.docx # an empty form");

        CommandLine.Result result = Map();
        string mapping = File.ReadAllText(At("out/mapping.json"));
        CommandLine.Result again = Map();
        Write("policies/.csemapperignore", "");
        CommandLine.Result unknown = Map();

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("and known (1):", result.Output, StringComparison.Ordinal);
        Assert.Contains("  broken.docx: an empty form", result.Output, StringComparison.Ordinal);
        Assert.Contains("\"reason\": \"an empty form\"", mapping, StringComparison.Ordinal);
        Assert.Equal(0, again.ExitCode);
        Assert.Equal(2, unknown.ExitCode);
    }

    [Fact]
    public void WhatTheSettingsOrAFileOfRulesExcludesIsLeftOutCountedAndListed()
    {
        Write("policies/complaints.txt", Text);
        Write("csemapper.json", """{ "folders": ["policies"], "out": "out" }""");
        for (int i = 0; i < 5; i++)
            Write($"policies/Archive/old {i}.txt", $"{Text} Version {i}.");
        CommandLine.Result before = CommandLine.Run("map", "--settings", At("csemapper.json"));

        Write("policies/.csemapperignore", "Archive/");
        Write("policies/notes.txt", Text + " And notes.");
        Write("csemapper.json", """{ "folders": ["policies"], "out": "out", "exclude": ["notes.*"] }""");
        CommandLine.Result result = CommandLine.Run("map", "--settings", At("csemapper.json"));

        Assert.Matches(@"Documents +6 ", before.Output);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Matches(@"Documents +1 ", result.Output);
        Assert.Contains("Left out by a rule (2):", result.Output, StringComparison.Ordinal);
        Assert.Contains("  Archive/: Archive/ (.csemapperignore)", result.Output, StringComparison.Ordinal);
        Assert.Contains("  notes.txt: notes.* (settings)", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void TheSamplesAskForNobodyNotEvenWhenNothingChanged()
    {
        string samples = RepositoryFiles.Path("corpus-samples");

        CommandLine.Result first = CommandLine.Run("map", samples, "--out", At("out"), "--as-of", "2025-07-01");
        CommandLine.Result second = CommandLine.Run("map", samples, "--out", At("out"), "--as-of", "2025-07-01");

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Contains("and known (3):", first.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void MachinesGetJson()
    {
        Write("policies/complaints.txt", Text);

        using JsonDocument json = JsonDocument.Parse(Map("--json").Output);

        Assert.Equal(1, json.RootElement.GetProperty("documents").GetProperty("read").GetInt32());
        Assert.Equal("complaints.txt", json.RootElement.GetProperty("changes").GetProperty("added")[0].GetString());
    }

    [Fact]
    public void ADayThatIsNoneIsRefused()
    {
        Write("policies/complaints.txt", Text);

        CommandLine.Result result = Map("--as-of", "31/03/2026");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("yyyy-MM-dd", result.Error, StringComparison.Ordinal);
        Assert.Equal(0, Map("--as-of", "2026-03-31").ExitCode);
    }

    [Fact]
    public void FoldersOfTheSettingsFileAreMappedIntoOneMapping()
    {
        Write("procedures/how.txt", Text + " This is how.");
        Write("policies/complaints.txt", Text);
        Write("csemapper.json", """{ "folders": ["policies", "procedures"], "out": "out" }""");

        using JsonDocument json = JsonDocument.Parse(
            CommandLine.Run("map", "--settings", At("csemapper.json"), "--json").Output
        );

        Assert.Equal(
            ["policies/complaints.txt", "procedures/how.txt"],
            json.RootElement.GetProperty("changes")
                .GetProperty("added")
                .EnumerateArray()
                .Select(path => path.GetString())
        );
        Assert.True(File.Exists(At("out/mapping.json")));
    }

    [Fact]
    public void NoFolderIsAskedFor() =>
        Assert.Contains("Which folder?", CommandLine.Run("map", "--out", At("out")).Error, StringComparison.Ordinal);

    [Fact]
    public void QuietSaysNothing()
    {
        Write("policies/complaints.txt", Text);

        Assert.Equal(new CommandLine.Result(0, "", ""), Map("--quiet"));
    }

    [Theory]
    [InlineData("There is no folder", "nowhere")]
    [InlineData("is a file", "policies/complaints.txt")]
    [InlineData("leave that backslash out", "policies\" --quiet")]
    [InlineData("from 1 to 64", "policies", "--jobs", "0")]
    [InlineData("from 1 to 64", "policies", "--jobs", "65")]
    public void AWrongCommandLineIsExplained(string message, string folder, params string[] options)
    {
        Write("policies/complaints.txt", Text);

        CommandLine.Result result = CommandLine.Run(["map", At(folder), "--out", At("out"), .. options]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(At("out")));
    }

    [Fact]
    public void AFaultyCriteriaFileStopsTheRunBeforeAnythingIsRead()
    {
        Write("policies/complaints.txt", Text);
        Write("criteria.json", "{}");

        CommandLine.Result result = Map("--criteria", At("criteria.json"));

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("criteria.json", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(At("out")));
    }

    [Fact]
    public void AnOutputFolderThatCannotBeMadeIsExplained()
    {
        Write("policies/complaints.txt", Text);

        CommandLine.Result result = CommandLine.Run("map", At("policies"), "--out", At("policies/complaints.txt"));

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("Choose another folder with --out.", result.Error, StringComparison.Ordinal);
        Assert.Equal(Text, File.ReadAllText(At("policies/complaints.txt")));
    }

    [Fact]
    public void ALongRunLeavesTheSameFilesHoweverOftenItIsInterruptedOrKilled()
    {
        if (OperatingSystem.IsWindows())
            return;
        for (int i = 0; i < 300; i++)
        {
            Write(
                $"policies/{i % 9}/policy {i}.txt",
                string.Join("\n\n", Enumerable.Range(i, 40).Select(n => $"{Text} {n}."))
            );
        }

        Assert.Equal(0, CommandLine.Run("map", At("policies"), "--out", At("whole"), "--quiet").ExitCode);

        int[] delays = [40, 90, 150, 220, 300, 400, 500];
        for (int i = 0; i < delays.Length; i++)
        {
            using Process process = CommandLine.Start("map", At("policies"), "--out", At("out"), "--quiet");
            process.WaitForExit(delays[i]);
            if (i % 2 == 0)
                process.Kill();
            else
                _ = Signal(process.Id, Interrupt);
            CommandLine.Result result = CommandLine.Finish(process);
            Assert.Contains(result.ExitCode, new[] { 0, 130, 137 });
            Assert.DoesNotContain("fault", result.Error, StringComparison.Ordinal);
        }

        Assert.Equal(0, Map("--jobs", "5").ExitCode);
        foreach (string file in Directory.GetFiles(At("whole")))
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(At("out/" + Path.GetFileName(file))));
        Assert.Equal(Directory.GetFiles(At("whole")).Length, Directory.GetFiles(At("out")).Length);
    }

    [Fact]
    public void HelpHasAnExample()
    {
        CommandLine.Result result = CommandLine.Run("map", "--help");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("csemapper map policies --out cse-mapping", result.Output, StringComparison.Ordinal);
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int process, int signal);

    private CommandLine.Result Map(params string[] options) =>
        CommandLine.Run(["map", At("policies"), "--out", At("out"), .. options]);

    private string At(string path) => Path.Combine(_folder.FullName, path);

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
    }
}
