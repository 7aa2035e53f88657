using System.Diagnostics;
using CseMapper.Matching.Vectors;
using CseMapper.Meaning;
using CseMapper.Testing;

namespace CseMapper.App.Tests.Commands;

/// <summary>Comparing by meaning as the commands offer it, in processes of their own.</summary>
public sealed class MeaningTests : IDisposable
{
    private const string Criteria = """
        {
          "format": "csemapper-criteria", "version": 1, "id": "small", "title": "A small standard",
          "criteria": [{ "number": "1", "title": "Customers", "subCriteria": [{ "number": "1.1", "title": "Listening", "elements": [
            { "number": "1.1.1", "wording": "We change services because of what customers tell us.", "vocabulary": ["you said, we did"] },
            { "number": "1.1.2", "wording": "Our premises are clean and comfortable for customers.", "vocabulary": ["waiting area"] }
          ] }] }]
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public MeaningTests()
    {
        Assert.SkipUnless(
            File.Exists(SentenceModel.DefaultPath),
            "This build has no weights: their package could not be restored."
        );
        _folder.Write("criteria.json", Criteria);
        _folder.Write("policies/hours.txt", "Customers asked for later closing; services now stay open until eight.");
        _folder.Write("policies/premises.txt", "The waiting area is clean, and swept twice a day for customers.");
        _folder.Write("policies/fees.txt", "Services cost customers what the list of charges says they do.");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void WithoutSomeInstructionsOfTheProcessorTheMappingHasTheSameBytes()
    {
        byte[] usual = Map("usual");

        Assert.Equal(usual, Map("no-avx512", "EnableAVX512", "EnableAVX512F", "EnableAVXVNNI"));
        Assert.Equal(usual, Map("no-avx2", "EnableAVX2"));
        Assert.Equal(usual, Map("none", "EnableHWIntrinsic"));
    }

    [Fact]
    public void ExplainSaysWhatASuggestionIsCloseToAsTheLastRunCompared()
    {
        Map("out");
        string[] explain = ["explain", "1.1.2", "--out", _folder.At("out"), "--criteria", _folder.At("criteria.json")];

        Assert.Contains("close in meaning to", CommandLine.Run(explain).Output, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "meaning",
            CommandLine.Run([.. explain, "--semantic", "off"]).Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void SwitchedOffNothingIsComparedOrKept()
    {
        CommandLine.Run([.. Arguments("out"), "--semantic", "off"]);

        Assert.DoesNotContain("closeTo", File.ReadAllText(_folder.At("out/mapping.json")), StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.At("out/.csemapper/" + SentenceVectors.FileName)));
        CommandLine.Result wrong = CommandLine.Run([.. Arguments("out"), "--semantic", "perhaps"]);
        Assert.Equal(ExitCode.Usage, wrong.ExitCode);
        Assert.Contains("--semantic takes on or off", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void ItIsOnUnlessItIsSwitchedOff()
    {
        CommandLine.RunIn(_folder.FullPath, Arguments("usual"));
        _folder.Write("csemapper.json", """{ "semantic": false }""");
        CommandLine.RunIn(_folder.FullPath, Arguments("set"));

        Assert.Contains("closeTo", File.ReadAllText(_folder.At("usual/mapping.json")), StringComparison.Ordinal);
        Assert.DoesNotContain("closeTo", File.ReadAllText(_folder.At("set/mapping.json")), StringComparison.Ordinal);
    }

    private string[] Arguments(string output) =>
        ["map", _folder.At("policies"), "--out", _folder.At(output), "--criteria", _folder.At("criteria.json")];

    private byte[] Map(string output, params string[] switchedOff)
    {
        using Process process = CommandLine.StartWith(
            switchedOff.Select(name => "DOTNET_" + name),
            [.. Arguments(output), "--semantic", "on"]
        );
        CommandLine.Result result = CommandLine.Finish(process);
        Assert.True(result.ExitCode == ExitCode.Done, result.Error);
        return File.ReadAllBytes(_folder.At(output + "/mapping.json"));
    }
}
