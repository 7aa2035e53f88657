namespace CseMapper.App.Tests;

public sealed class UsageFaultsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("csemapper-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("There is no command 'mapp'; did you mean csemapper map?", "mapp", "policies")]
    [InlineData("There is no command 'frobnicate'. The commands are map, watch,", "frobnicate")]
    [InlineData("csemapper decisions does one of these: add, commentary,", "decisions")]
    [InlineData("There is no command 'lits'; did you mean csemapper decisions list?", "decisions", "lits")]
    [InlineData("csemapper map has no option --otu; did you mean --out?", "map", "policies", "--otu", "x")]
    [InlineData("csemapper map has no option --quite; did you mean --quiet?", "map", "policies", "--quite")]
    [InlineData("csemapper search has no option --zzzzzzzzz.", "search", "--zzzzzzzzz=3", "x")]
    [InlineData("csemapper search needs <words>.", "search")]
    [InlineData("csemapper decisions add needs <element> and <id>.", "decisions", "add", "--accept")]
    [InlineData(
        "'Policy.docx' is one word too many. Put a name with blanks between quotation marks.",
        "extract",
        "Complaints",
        "Policy.docx"
    )]
    [InlineData("--jobs takes a number from 1 to 64; 'two' is none.", "map", "policies", "--jobs", "two")]
    [InlineData("--limit takes a number from 1; 'many' is none.", "search", "x", "--limit", "many")]
    [InlineData("--limit takes a number from 1; '-3' is none.", "search", "x", "-n", "-3")]
    [InlineData("--port takes a number from 0 to 65535; '80x' is none.", "review", "--port", "80x")]
    [InlineData("--part does not take 'one'.", "decisions", "add", "4.3.2", "x", "--accept", "--part", "one")]
    [InlineData("--format takes text or jsonl; 'yaml' is none of them.", "extract", "x", "--format", "yaml")]
    [InlineData("--role takes viewer, reviewer or approver; 'king'", "users", "add", "Ann", "--role", "king")]
    [InlineData("--role takes viewer, reviewer or approver; '1'", "users", "add", "Ann", "--role", "1")]
    [InlineData("--out needs a value.", "map", "policies", "--out")]
    [InlineData("--out takes one value; 'a' and 'b' were given.", "map", "policies", "--out", "a", "--out", "b")]
    [InlineData("--as-of takes a day as yyyy-MM-dd", "map", "policies", "--as-of", "today")]
    [InlineData("csemapper decisions commentary needs <text>.", "decisions", "commentary", "1.1.1")]
    [InlineData("Give one of --accept, --reject and --unsure", "decisions", "add", "4.3.2", "x")]
    [InlineData("Give one of --accept", "decisions", "add", "4.3.2", "x", "--accept", "--reject")]
    [InlineData(
        "Give --full or --partial, not both.",
        "decisions",
        "add",
        "1.1.1",
        "x",
        "--accept",
        "--full",
        "--partial"
    )]
    [InlineData("There is no command '-'", "-")]
    [InlineData("--every takes a second or more", "watch", "policies", "--every", "0s")]
    public void WhatWasMistypedIsNamedInWords(string says, params string[] arguments)
    {
        CommandLine.Result result = CommandLine.Run(arguments);

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.StartsWith(says, result.Error, StringComparison.Ordinal);
        Assert.Contains("\nTry: csemapper ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void EverythingThatIsWrongIsNamedOnce()
    {
        CommandLine.Result result = CommandLine.Run("extract", "a.docx", "b.docx", "c.docx", "--format", "yaml");

        Assert.Equal(
            [
                "'b.docx' is one word too many. Put a name with blanks between quotation marks.",
                "'c.docx' is one word too many. Put a name with blanks between quotation marks.",
                "--format takes text or jsonl; 'yaml' is none of them.",
                "Try: csemapper extract --help",
            ],
            result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        );
    }

    [Fact]
    public void WhatFollowsTwoDashesIsAWordWhateverItBeginsWith()
    {
        CommandLine.Result result = CommandLine.Run("extract", "--", "--otu");

        Assert.Contains("--otu does not exist", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void ANameMayBeginWithAnAtSign()
    {
        CommandLine.Result result = CommandLine.Run("extract", "@policy.txt");

        Assert.Contains("@policy.txt does not exist", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderNameThatFellApartIsRecognised()
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "Our Policies"));

        CommandLine.Result result = CommandLine.Run(
            "map",
            Path.Combine(_folder.FullName, "Our"),
            "Policies",
            "--out",
            Path.Combine(_folder.FullName, "out")
        );

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("between quotation marks", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void NothingTypedShowsTheCommands()
    {
        CommandLine.Result result = CommandLine.Run();

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("csemapper map policies --out cse-mapping", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AFullDiskUnderTheResultIsNoSuccess()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "Only Linux has a disk that is always full.");
        System.Diagnostics.ProcessStartInfo start = new(
            "/bin/sh",
            ["-c", $"\"{Path.Combine(AppContext.BaseDirectory, "csemapper")}\" --version > /dev/full"]
        )
        {
            RedirectStandardError = true,
        };
        using System.Diagnostics.Process process = System.Diagnostics.Process.Start(start)!;
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();

        Assert.Equal(3, process.ExitCode);
        Assert.StartsWith("The result could not be written: ", error, StringComparison.Ordinal);
    }
}
