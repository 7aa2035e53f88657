using System.IO.Compression;
using System.Text.Json;

namespace CseMapper.App.Tests.Commands;

/// <summary>Deciding by command, from the mapping to the next mapping.</summary>
public sealed class DecidingTests : IClassFixture<DecidingTests.MappedOnce>
{
    private const string Text =
        "We publish how to complain, answer every complaint within ten working days, tell the customer the "
        + "outcome, and use complaints to improve the service we deliver to all customers.";
    private const string Element = "4.3.2";

    private readonly MappedOnce _mapped;
    private readonly string _suggestion;

    public DecidingTests(MappedOnce mapped)
    {
        _mapped = mapped;
        mapped.Restore();
        using JsonDocument mapping = JsonDocument.Parse(File.ReadAllText(At("out/mapping.json")));
        _suggestion = mapping
            .RootElement.GetProperty("elements")
            .EnumerateArray()
            .Single(entry => entry.GetProperty("number").GetString() == Element)
            .GetProperty("suggestions")[0]
            .GetProperty("id")
            .GetString()!;
    }

    [Fact]
    public void AnAcceptedPassageIsCountedAndAChangedOneCallsForAttention()
    {
        Assert.Equal(0, Decide("--accept", "--full", "--reviewer", "Ann").ExitCode);
        CommandLine.Result mapped = Run("map", At("policies"));
        Assert.Equal(0, mapped.ExitCode);
        Assert.Matches(@"Accepted +1 +for 1 elements", mapped.Output);

        File.WriteAllText(
            At("policies/complaints.txt"),
            Text.Replace("ten working", "twenty working", StringComparison.Ordinal)
        );
        Assert.Equal(2, Run("map", At("policies")).ExitCode);
        string changed = Run("decisions", "list", "--changed").Output;
        Assert.Contains("CHANGED SINCE: reworded", changed, StringComparison.Ordinal);
        Assert.Contains("[-ten-] {+twenty+}", changed, StringComparison.Ordinal);
    }

    [Fact]
    public void ALogThatAnotherProgramHoldsIsNamedAndNothingIsSaved()
    {
        using FileStream held = new(
            At("out/decisions.jsonl.lock"),
            FileMode.OpenOrCreate,
            FileAccess.ReadWrite,
            FileShare.None
        );

        CommandLine.Result result = Decide("--accept", "--reviewer", "Ann");

        Assert.Equal((3, ""), (result.ExitCode, result.Output));
        Assert.Contains("held by another program", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("fault of its own", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsTakenBackStaysInTheHistory()
    {
        Decide("--reject", "--comment", "Wrong element.", "--reviewer", "Ann");
        Assert.Contains("rejected by Ann (reject)", Run("decisions", "list").Output, StringComparison.Ordinal);

        Assert.Equal(0, Run("decisions", "undo", "--reviewer", "Ann").ExitCode);

        Assert.Equal("", Run("decisions", "list").Output);
        Assert.Contains(
            "Ann  reject: Wrong element.",
            Run("decisions", "history", Element).Output,
            StringComparison.Ordinal
        );
        Assert.Equal(1, Run("decisions", "undo", "--reviewer", "Ann").ExitCode);
    }

    [Fact]
    public void WithTwoPersonsOneAcceptsAndAnotherApproves()
    {
        File.WriteAllText(At("settings.json"), """{ "review": { "approval": "two-person" } }""");
        string[] settings = ["--settings", At("settings.json")];
        Decide(["--accept", "--reviewer", "Ann", .. settings]);
        Assert.Contains(
            "waits for a second person",
            Run(["decisions", "list", .. settings]).Output,
            StringComparison.Ordinal
        );

        Assert.Equal(1, Run(["decisions", "approve", Element, _suggestion, "--reviewer", "Ann", .. settings]).ExitCode);
        Assert.Equal(0, Run(["decisions", "approve", Element, _suggestion, "--reviewer", "Bob", .. settings]).ExitCode);

        Assert.Matches(@"Accepted +1 ", Run(["map", At("policies"), .. settings]).Output);
    }

    [Theory]
    [InlineData("Give one of --accept", "--accept", "--reject")]
    [InlineData("Give one of --accept")]
    [InlineData("has 2 parts", "--accept", "--part", "9")]
    public void AWrongCommandLineIsExplained(string message, params string[] options)
    {
        CommandLine.Result result = Decide(options);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(At("out/decisions.jsonl")));
    }

    [Fact]
    public void CommentariesAreKeptWithTheirVersions()
    {
        Run("decisions", "commentary", Element, "First.");
        Run("decisions", "commentary", Element, "Second.");
        Run("map", At("policies"));

        using JsonDocument mapping = JsonDocument.Parse(File.ReadAllText(At("out/mapping.json")));
        JsonElement commentary = mapping
            .RootElement.GetProperty("elements")
            .EnumerateArray()
            .Single(entry => entry.GetProperty("number").GetString() == Element)
            .GetProperty("commentary");
        Assert.Equal(
            ("Second.", 2),
            (commentary.GetProperty("text").GetString(), commentary.GetProperty("versions").GetInt32())
        );
    }

    [Fact]
    public void AFilledInFileIsImportedOnceAndShownInTheNextWorkbook()
    {
        string[] rows = File.ReadAllLines(At("out/mapping.csv"));
        int row = Array.FindIndex(rows, one => one.Contains("id:" + _suggestion, StringComparison.Ordinal));
        string empty = rows[row];
        rows[row] = empty.Replace($",,,,,id:{_suggestion}", $",yes,,,Ann,id:{_suggestion}", StringComparison.Ordinal);
        File.WriteAllLines(At("filled.csv"), rows);

        CommandLine.Result first = Run("decisions", "import", At("filled.csv"));
        Assert.Equal((0, "Imported: 1 accept; 0 known already; 0 conflicts.\n"), (first.ExitCode, first.Output));
        Assert.Contains(
            ",Accept,,,Ann,id:" + _suggestion,
            File.ReadAllText(At("out/mapping.csv")),
            StringComparison.Ordinal
        );
        Assert.Equal(
            "Imported: nothing new; 1 known already; 0 conflicts.\n",
            Run("decisions", "import", At("filled.csv")).Output
        );

        rows[row] = empty.Replace($",,,,,id:{_suggestion}", $",n/a,,,Ann,id:{_suggestion}", StringComparison.Ordinal);
        File.WriteAllLines(At("filled.csv"), rows);
        CommandLine.Result refused = Run("decisions", "import", At("filled.csv"));
        Assert.Equal(3, refused.ExitCode);
        Assert.Matches(@"filled\.csv![A-Z]+\d+: ""n/a"" is neither Accept, Reject nor Unsure", refused.Error);

        rows[row] = empty.Replace($",,,,,id:{_suggestion}", $",no,,,Bob,id:{_suggestion}", StringComparison.Ordinal);
        File.WriteAllLines(At("filled.csv"), rows);
        Assert.Equal(2, Run("decisions", "import", At("filled.csv")).ExitCode);
        Assert.Contains(
            "reviewers disagree: Ann (accept), Bob (reject)",
            Run("decisions", "list").Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void ThePackForTheAssessorIsWrittenAndWhatWaitsIsListed()
    {
        Decide("--accept", "--reviewer", "Ann");
        CommandLine.Result packed = CommandLine.Run("export", "pack", "--mapping", At("out"), "--out", At("pack.zip"));
        Assert.Equal(0, packed.ExitCode);
        Assert.Contains("1 piece of evidence for 1 element, from 1 document.", packed.Output, StringComparison.Ordinal);

        Decide("--reject", "--reviewer", "Bob");
        packed = CommandLine.Run("export", "pack", "--mapping", At("out"), "--out", At("pack.zip"));
        Assert.Equal(2, packed.ExitCode);
        Assert.Contains("Left out until somebody decides (1)", packed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void LineEditedInTheLogIsNamedByEveryCommandAndNoPackIsMadeOfIt()
    {
        Decide("--reject", "--reviewer", "Ann");
        Decide("--comment", "Seen.", "--reviewer", "Bob");
        Assert.Equal(0, Run("map", At("policies")).ExitCode);
        string log = At("out/decisions.jsonl");
        File.WriteAllText(log, File.ReadAllText(log).Replace("\"reject\"", "\"accept\"", StringComparison.Ordinal));

        foreach (string[] command in new string[][] { ["map", At("policies")], ["status"], ["decisions", "list"] })
        {
            CommandLine.Result result = Run(command);
            Assert.Equal(2, result.ExitCode);
            Assert.Contains("decisions.jsonl, line 2: ", result.Output + result.Error, StringComparison.Ordinal);
        }

        // Once more: that the mapping was made with it makes it no better.
        Assert.Equal(2, Run("map", At("policies")).ExitCode);
        string[] pack = ["export", "pack", "--mapping", At("out"), "--out", At("pack.zip")];
        Assert.Equal(3, CommandLine.Run(pack).ExitCode);
        Assert.False(File.Exists(At("pack.zip")));
        Assert.Equal(2, CommandLine.Run([.. pack, "--despite-damage"]).ExitCode);
        using ZipArchive zip = ZipFile.OpenRead(At("pack.zip"));
        using StreamReader text = new(zip.GetEntry("decision-log.txt")!.Open());
        Assert.Contains("damaged when the pack was made", text.ReadToEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void LogThatLostItsEndIsMissedUntilSomebodyAcceptsTheLoss()
    {
        Decide("--accept", "--reviewer", "Ann");
        Assert.Equal(0, Run("map", At("policies")).ExitCode);
        Assert.Contains("of the 1 line is missing that", Run("decisions", "verify").Output, StringComparison.Ordinal);
        File.Delete(At("out/decisions.jsonl"));

        Assert.Equal(2, Run("decisions", "verify").ExitCode);
        Assert.Equal(2, Run("map", At("policies")).ExitCode);
        Assert.Equal(2, Run("map", At("policies")).ExitCode);
        Assert.Equal(0, Run("decisions", "verify", "--accept-loss").ExitCode);
        Assert.Equal(0, Run("map", At("policies")).ExitCode);
    }

    [Fact]
    public void SamePersonUnderAnotherSpellingIsNoSecondPerson()
    {
        Decide("--accept", "--reviewer", "Ann Hill");

        CommandLine.Result approved = Run("decisions", "approve", Element, _suggestion, "--reviewer", "ann  hill");

        Assert.NotEqual(0, approved.ExitCode);
        Assert.Contains("there is nothing to", approved.Error, StringComparison.Ordinal);
    }

    private CommandLine.Result Decide(params string[] options) =>
        Run(["decisions", "add", Element, _suggestion, .. options]);

    private CommandLine.Result Run(params string[] arguments) => CommandLine.Run([.. arguments, "--out", At("out")]);

    private string At(string path) => _mapped.At(path);

    /// <summary>A folder that is mapped once and put back, at the same place, before each test.</summary>
    public sealed class MappedOnce : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("csemapper-test-");
        private readonly DirectoryInfo _kept = Directory.CreateTempSubdirectory("csemapper-test-");

        public MappedOnce()
        {
            Directory.CreateDirectory(At("policies"));
            File.WriteAllText(At("policies/complaints.txt"), Text);
            Assert.Equal(0, CommandLine.Run("map", At("policies"), "--out", At("out")).ExitCode);
            Copy(_folder.FullName, _kept.FullName);
        }

        public void Dispose()
        {
            _folder.Delete(recursive: true);
            _kept.Delete(recursive: true);
        }

        public string At(string path) => Path.Combine(_folder.FullName, path);

        /// <summary>Makes the folder what it was after the first mapping.</summary>
        public void Restore()
        {
            foreach (DirectoryInfo inside in _folder.EnumerateDirectories())
                inside.Delete(recursive: true);
            foreach (FileInfo inside in _folder.EnumerateFiles())
                inside.Delete();
            Copy(_kept.FullName, _folder.FullName);
        }

        private static void Copy(string from, string to)
        {
            foreach (string folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
                Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
            foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            {
                string copy = Path.Combine(to, Path.GetRelativePath(from, file));
                File.Copy(file, copy);
                // A document whose time differs would be read again.
                File.SetLastWriteTimeUtc(copy, File.GetLastWriteTimeUtc(file));
            }
        }
    }
}
