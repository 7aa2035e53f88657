using System.Text.RegularExpressions;
using CseMapper.App.Configuration;
using CseMapper.Testing;

namespace CseMapper.App.Tests.Configuration;

public sealed class SettingsFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("csemapper-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void TheExampleOfTheDocumentationIsUnderstoodWhole()
    {
        string example = Regex
            .Match(
                File.ReadAllText(RepositoryFiles.Path("docs", "settings.md")),
                "```jsonc\n(.*?)```",
                RegexOptions.Singleline
            )
            .Groups[1]
            .Value;

        Settings settings = Load(example);

        Assert.Equal(2, settings.Folders.Count);
        Assert.Equal(Path.Combine(_folder.FullName, "Policies"), settings.Folders[0]);
        Assert.Equal(Path.Combine(_folder.FullName, "cse-mapping"), settings.Out);
        Assert.Equal(["Archive/", "*.bak"], settings.Exclude);
        Assert.Equal(TimeSpan.FromMinutes(15), settings.Schedule.Every);
        Assert.Equal("0 2 * * *", settings.Schedule.Cron?.ToString());
        Assert.True(settings.Schedule.OnChange);
        Assert.Equal(TimeSpan.FromMinutes(2), settings.Limits.Time);
        Assert.True(settings.Review.NeedsApproval);
        Assert.Equal(0.3, settings.MostGone);
        Assert.Equal("intranet.example", settings.Notify.Webhook?.Host);
        Assert.Equal(4317, settings.Telemetry?.Port);
    }

    [Fact]
    public void AllFaultsAreNamedInOneMessageWithTheirLines()
    {
        SettingsException fault = Assert.Throws<SettingsException>(() =>
            Load(
                """
                {
                  "jobs": "many",
                  "schedule": {
                    "evry": "15m",
                    "cron": "61 * * * *",
                    "timeZone": "Europe/Nowhere",
                    "settle": "soon"
                  },
                  "review": { "approval": "three" },
                  "notify": { "webhook": "intranet" },
                  "colour": "blue",
                  "jobs": 2
                }
                """
            )
        );

        Assert.Equal(
            [
                "csemapper.json:2: \"jobs\" must be a whole number from 1 to 64.",
                "csemapper.json:4: \"schedule.evry\" is not a setting; did you mean \"every\"?",
                "csemapper.json:5: \"schedule.cron\": \"61\" is no minute; write numbers from 0 to 59, ranges, "
                    + "lists, \"*\" or steps such as \"*/2\".",
                "csemapper.json:6: \"schedule.timeZone\": this machine knows no time zone \"Europe/Nowhere\"; "
                    + "write one such as \"Europe/London\".",
                "csemapper.json:7: \"schedule.settle\" is \"soon\"; write a time such as \"30s\", \"15m\", "
                    + "\"2h\" or \"1d\".",
                "csemapper.json:9: \"review.approval\" is \"three\"; write \"single\" or \"two-person\".",
                "csemapper.json:10: \"notify.webhook\" is \"intranet\"; write an address that begins with "
                    + "https:// or http://.",
                "csemapper.json:11: \"colour\" is not a setting; known here are folders, exclude, out, criteria, "
                    + "passwordFile, ocr, jobs, pdfReader, crossCheck, semantic, index, schedule, limits, review, "
                    + "deletions, notify, logs, telemetry.",
                "csemapper.json:12: \"jobs\" stands twice.",
            ],
            fault.Message.Split('\n')
        );
    }

    [Theory]
    [InlineData("[]", "csemapper.json:1: expected an object")]
    [InlineData("{\n  \"out\": }", "csemapper.json:2: this is not JSON")]
    [InlineData("{ \"folders\": [1] }", "must be a list of folders")]
    [InlineData("{ \"exclude\": {} }", "must be a list of patterns")]
    [InlineData("{ \"schedule\": true }", "\"schedule\" must be an object")]
    [InlineData("{ \"ocr\": \"yes\" }", "must be true or false")]
    public void WhatIsNoSettingsFileIsSaid(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<SettingsException>(() => Load(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void AnEmptyFileMeansTheDefaults() =>
        Assert.Equal(
            Settings.Default with
            {
                Folders = [],
            },
            Load("{ /* nothing */ }") with
            {
                Folders = Settings.Default.Folders,
            }
        );

    [Fact]
    public void TheCommandLineGoesBeforeTheFile()
    {
        string file = Path.Combine(_folder.FullName, "other.json");
        File.WriteAllText(file, """{ "out": "from-file" }""");

        CommandLine.Result byFile = CommandLine.Run("decisions", "verify", "--settings", file);
        CommandLine.Result byOption = CommandLine.Run("decisions", "verify", "--settings", file, "--out", "elsewhere");

        Assert.Contains(Path.Combine(_folder.FullName, "from-file"), byFile.Output, StringComparison.Ordinal);
        Assert.Contains("elsewhere", byOption.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AFaultyFileEndsACommandAsAWrongCommandLineDoes()
    {
        string file = Path.Combine(_folder.FullName, "other.json");
        File.WriteAllText(file, """{ "outt": "x" }""");

        CommandLine.Result result = CommandLine.Run("map", _folder.FullName, "--settings", file);

        Assert.Equal(1, result.ExitCode);
        Assert.Single(Regex.Matches(result.Error, "did you mean \"out\""));
    }

    private Settings Load(string text)
    {
        string path = Path.Combine(_folder.FullName, Settings.FileName);
        File.WriteAllText(path, text);
        return SettingsFile.Load(path);
    }
}
