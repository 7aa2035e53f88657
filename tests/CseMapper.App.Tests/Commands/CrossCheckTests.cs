using System.Text.Json;
using CseMapper.Testing;

namespace CseMapper.App.Tests.Commands;

/// <summary>Real runs over small PDF files; the embedded reader leaves out what stands on a layer that is switched
/// off.</summary>
public sealed class CrossCheckTests : IDisposable
{
    private static readonly string[] _shown =
    [
        "Complaints policy of the council for its customers",
        "We answer every complaint within ten working days.",
        "Where we need longer, we tell the customer why and when.",
    ];

    private static readonly string[] _hidden =
    [
        "Anyone may also write to the independent ombudsman,",
        "whose address stands on the last page of this policy.",
    ];

    private readonly TemporaryFolder _folder = new();

    public CrossCheckTests()
    {
        _folder.Write("policies/equal.pdf", LayeredPdf.Of(_shown));
        _folder.Write("policies/less.pdf", LayeredPdf.Of(_shown, _hidden));
        _folder.Write("policies/note.txt", "We listen to customers.");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AMapNamesThePagesOnWhichTheTextUsedLacksWords()
    {
        CommandLine.Result result = Map("--cross-check");

        Assert.Equal(ExitCode.Attention, result.ExitCode);
        Assert.Contains("2 pages of 2 PDF files", result.Output, StringComparison.Ordinal);
        Assert.Contains("less.pdf: Page 1: the second reader found", result.Output, StringComparison.Ordinal);
        Dictionary<string, JsonElement> documents = Documents();
        Assert.Empty(documents["equal.pdf"].GetProperty("crossCheck").GetProperty("differences").EnumerateArray());
        JsonElement difference = Assert.Single(
            documents["less.pdf"].GetProperty("crossCheck").GetProperty("differences").EnumerateArray()
        );
        Assert.InRange(difference.GetProperty("lacking").GetInt32(), 15, 18);
        Assert.True(difference.GetProperty("attention").GetBoolean());
        Assert.False(documents["note.txt"].TryGetProperty("crossCheck", out _));
        string report = File.ReadAllText(_folder.At("out/report.html"));
        Assert.Contains("Page 1: the second reader found", report, StringComparison.Ordinal);
        Assert.Contains("The second reader found the same words.", report, StringComparison.Ordinal);
    }

    [Fact]
    public void EvidenceFromSuchAPageCarriesANote()
    {
        File.Delete(_folder.At("policies/equal.pdf"));

        Map("--cross-check");

        Assert.Contains(
            "page 1: the second reader found",
            File.ReadAllText(_folder.At("out/mapping.csv")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void SwitchedOnLaterAndOffAgainTheMappingIsThatOfAFreshRun()
    {
        Map();
        byte[] plain = Mapping();
        Map("--cross-check");
        byte[] compared = Mapping();
        Assert.Contains("Nothing has changed", Map("--cross-check").Output, StringComparison.Ordinal);
        Map();

        Assert.Equal(plain, Mapping());
        Directory.Delete(_folder.At("out"), recursive: true);
        Map("--cross-check");
        Assert.Equal(compared, Mapping());
        Assert.NotEqual(plain, compared);
    }

    [Fact]
    public void ALaterRunReadsOnlyTheNewFileTwice()
    {
        Map("--cross-check");
        _folder.Write("policies/third.pdf", LayeredPdf.Of([.. _shown, "One line more."]));

        CommandLine.Result result = Map("--cross-check", "--json");

        using JsonDocument json = JsonDocument.Parse(result.Output);
        JsonElement check = json.RootElement.GetProperty("crossCheck");
        Assert.Equal(3, check.GetProperty("documents").GetInt32());
        Assert.Equal("less.pdf", check.GetProperty("differences")[0].GetProperty("path").GetString());
        Assert.Equal(ExitCode.Attention, result.ExitCode);
    }

    [Fact]
    public void TheSettingsFileCanAskForIt()
    {
        _folder.Write("csemapper.json", """{ "crossCheck": true, "folders": ["policies"], "out": "out" }""");

        CommandLine.Result result = CommandLine.RunIn(_folder.FullPath, "map");

        Assert.Equal(ExitCode.Attention, result.ExitCode);
        Assert.True(Documents()["less.pdf"].TryGetProperty("crossCheck", out _));
    }

    [Fact]
    public void WithPdfPigInUseTheEmbeddedReaderIsTheSecond()
    {
        CommandLine.Result result = Map("--cross-check", "--pdf-reader", "pdfpig");

        Assert.Equal(ExitCode.Done, result.ExitCode);
        Assert.Contains("2 pages of 2 PDF files", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileThatTheSecondReaderCannotReadIsARemark()
    {
        byte[] cut = LayeredPdf.Of(_shown);
        _folder.Write("policies/less.pdf", cut[..(cut.Length / 2 + 140)]);

        CommandLine.Result result = Map("--cross-check");

        Assert.Contains("less.pdf", result.Output + result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("differ:", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AnExtractSaysWhatItsTextLacks()
    {
        CommandLine.Result less = CommandLine.Run("extract", _folder.At("policies/less.pdf"), "--cross-check");
        CommandLine.Result equal = CommandLine.Run("extract", _folder.At("policies/equal.pdf"), "--cross-check");

        Assert.Equal(ExitCode.Attention, less.ExitCode);
        Assert.DoesNotContain("ombudsman", less.Output, StringComparison.Ordinal);
        Assert.Contains("less.pdf: page 1: the second reader found", less.Error, StringComparison.Ordinal);
        Assert.Contains("Anyone may also write", less.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, equal.ExitCode);
        Assert.Contains("the second reader found the same words", equal.Error, StringComparison.Ordinal);
    }

    private CommandLine.Result Map(params string[] more) =>
        CommandLine.Run(["map", _folder.At("policies"), "--out", _folder.At("out"), .. more]);

    private byte[] Mapping() => File.ReadAllBytes(_folder.At("out/mapping.json"));

    private Dictionary<string, JsonElement> Documents()
    {
        using JsonDocument mapping = JsonDocument.Parse(Mapping());
        return mapping
            .RootElement.GetProperty("documents")
            .EnumerateArray()
            .ToDictionary(document => document.GetProperty("path").GetString()!, document => document.Clone());
    }
}
