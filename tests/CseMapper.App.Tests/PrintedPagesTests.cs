using System.IO.Compression;
using System.Net;
using System.Text.Json;
using CseMapper.App.Tests.ReviewPage;
using CseMapper.Testing;

namespace CseMapper.App.Tests;

/// <summary>A handbook whose first pages carry Roman numerals: how its pages are cited, from the reader to every report
/// and the review page.</summary>
public sealed class PrintedPagesTests : IClassFixture<PrintedPagesTests.Handbook>
{
    private const string Element = "4.3.2";
    private readonly Handbook _handbook;

    public PrintedPagesTests(Handbook handbook) => _handbook = handbook;

    [Fact]
    public void TheMappingHoldsNumberAndLabel()
    {
        JsonElement place = _handbook.Suggestion.GetProperty("places")[0];

        Assert.Equal((3, "iii"), (place.GetProperty("page").GetInt32(), place.GetProperty("pageLabel").GetString()));
        Assert.Equal(
            ["i", "ii", "iii", "1", "2"],
            _handbook
                .Mapping.GetProperty("documents")[0]
                .GetProperty("pageLabels")
                .EnumerateArray()
                .Select(label => label.GetString()!)
        );
    }

    [Fact]
    public void TheReportCitesTheLabelAndOpensAtTheNumber()
    {
        string html = File.ReadAllText(_handbook.At("out/report.html"));

        Assert.Contains("Page iii</span>", html, StringComparison.Ordinal);
        Assert.Contains("handbook.pdf#page=3", html, StringComparison.Ordinal);
        Assert.Contains("Page iii is the 3rd of the file.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Page 3<", html, StringComparison.Ordinal);
    }

    [Fact]
    public void TheTableHasBoth()
    {
        string[] rows = File.ReadAllLines(_handbook.At("out/mapping.csv"));

        Assert.Contains(",document,page,\"page label\",clause,", rows[0], StringComparison.Ordinal);
        Assert.Contains(
            rows,
            row =>
                row.StartsWith(Element + ",", StringComparison.Ordinal)
                && row.Contains(",handbook.pdf,3,iii,", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void TheWorkbookShowsTheLabelAndLinksToTheNumber()
    {
        string sheets = TextOf(_handbook.At("out/mapping.xlsx"), "xl/");

        Assert.Contains(">iii<", sheets, StringComparison.Ordinal);
        Assert.Contains("page=3", sheets, StringComparison.Ordinal);
        Assert.Contains("Page iii is the 3rd of the file", sheets, StringComparison.Ordinal);
    }

    [Fact]
    public void TheTerminalSaysBoth()
    {
        string[] search = ["search", "ombudsman", "--out", _handbook.At("out")];

        Assert.Contains(
            "1. handbook.pdf, page iii (3rd of the file)",
            CommandLine.Run(search).Output,
            StringComparison.Ordinal
        );
        using JsonDocument found = JsonDocument.Parse(CommandLine.Run([.. search, "--json"]).Output);
        Assert.Contains("\"pageLabel\":\"iii\"", JsonSerializer.Serialize(found), StringComparison.Ordinal);
        Assert.Contains(
            "handbook.pdf, page iii (3rd of the file)",
            CommandLine.Run("explain", Element, "--out", _handbook.At("out")).Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void ADecisionIsKeptByNumberAndCitedByLabel()
    {
        string output = Path.Combine(_handbook.Copy().FullName, "out");
        string id = _handbook.Suggestion.GetProperty("id").GetString()!;
        CommandLine.Run("decisions", "add", Element, id, "--accept", "--reviewer", "Ann", "--out", output);

        string line = File.ReadAllText(Path.Combine(output, "decisions.jsonl"));
        Assert.Contains("\"page\":3", line, StringComparison.Ordinal);
        Assert.DoesNotContain("iii", line, StringComparison.Ordinal);
        Assert.Contains(
            "page iii (3rd of the file)",
            CommandLine.Run("decisions", "list", "--out", output).Output,
            StringComparison.Ordinal
        );
        string pack = Path.Combine(output, "pack.zip");
        Assert.Equal(0, CommandLine.Run("export", "pack", "--mapping", output, "--out", pack).ExitCode);
        using ZipArchive zip = ZipFile.OpenRead(pack);
        foreach (ZipArchiveEntry office in zip.Entries.Where(entry => entry.Name.EndsWith('x')))
        {
            string copy = Path.Combine(output, office.Name);
            office.ExtractToFile(copy);
            Assert.Contains("iii (3rd of the file)", TextOf(copy, ""), StringComparison.Ordinal);
        }

        // The next run finds the words again by the number alone.
        CommandLine.Run("map", Path.Combine(output, "../policies"), "--out", output);
        using JsonDocument mapping = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(output, "mapping.json")));
        JsonElement place = Handbook.EntryOf(mapping.RootElement).GetProperty("decisions")[0].GetProperty("place");
        Assert.Equal((3, "iii"), (place.GetProperty("page").GetInt32(), place.GetProperty("pageLabel").GetString()));
    }

    [Fact]
    public async Task TheReviewPageCitesTheLabelAndDrawsThePageOfTheNumber()
    {
        await using RunningPage page = await RunningPage.Start(_handbook.Copy());
        (await page.Client.GetAsync($"/enter?token={page.Tokens!.Current}")).EnsureSuccessStatusCode();

        string card = await page.Get("/elements/" + Element);
        Assert.Contains("""<span class="where">page iii</span>""", card, StringComparison.Ordinal);
        Assert.Contains("page iii is the 3rd of the file", card, StringComparison.Ordinal);
        Assert.Contains("/file?path=handbook.pdf#page=3", card, StringComparison.Ordinal);
        string drawing = WebUtility.HtmlDecode(await page.Get("/drawing?path=handbook.pdf&page=3&part=1"));
        Assert.Contains("Page iii, 3rd of 5", drawing, StringComparison.Ordinal);
        Assert.Contains("ombudsman", drawing, StringComparison.Ordinal);
        Assert.Contains(">page iii</a>", await page.Get("/document?path=handbook.pdf"), StringComparison.Ordinal);
        Assert.Contains(" page iii</p>", await page.Get("/search?q=ombudsman"), StringComparison.Ordinal);
    }

    private static string TextOf(string package, string folder)
    {
        using ZipArchive zip = ZipFile.OpenRead(package);
        return string.Concat(
            zip.Entries.Where(entry => entry.FullName.StartsWith(folder, StringComparison.Ordinal))
                .Select(entry =>
                {
                    using StreamReader reader = new(entry.Open());
                    return reader.ReadToEnd();
                })
        );
    }

    /// <summary>Mapped once; each test that changes something works on a copy.</summary>
    public sealed class Handbook : IDisposable
    {
        private readonly TemporaryFolder _folder = new();
        private readonly List<DirectoryInfo> _copies = [];
        private readonly JsonDocument _mapping;

        public Handbook()
        {
            _folder.Write(
                "policies/handbook.pdf",
                LabelledPdf.Write(
                    "0<</S/r>>3<</S/D>>",
                    "This handbook was written by the housing team for the tenants of the district and their "
                        + "families. It replaces the one of four years ago, which many of you have kept in a kitchen "
                        + "drawer, and it tells in short chapters what comes with a flat or a house of ours, from the "
                        + "keys on the first day to the meter readings on the last.",
                    "The housing team lets flats and houses in nine villages and looks after the gardens, paths and "
                        + "play areas between them. It has offices above the library and beside the market hall, keeps "
                        + "a store of doors, locks and window panes, and sends two vans a day to wherever something "
                        + "has come loose in the wind or the frost.",
                    "We publish how to complain, answer every complaint within ten working days, tell the customer "
                        + "the outcome and the address of the ombudsman, and use complaints to improve the service "
                        + "that we deliver to all customers. Staff who answer complaints are trained every year, and "
                        + "the lessons learned from complaints are published each spring.",
                    "Rent is due on the first day of each month. It can be paid at the counter, by standing order or "
                        + "at any post office with the card that came with the keys. Arrears are followed up by "
                        + "letter, by telephone and by a visit of the rent officer, who can help to spread what is "
                        + "owed over several months.",
                    "Gardens are cut from April to October. Hedges are trimmed twice in the year, in June and in "
                        + "September, and leaves are swept from paths in November by the grounds team. Ladders, "
                        + "shears and a barrow can be borrowed from the store on weekday mornings, and compost is "
                        + "free for as long as the heap lasts."
                )
            );
            CommandLine.Result mapped = CommandLine.Run("map", At("policies"), "--out", At("out"));
            Assert.True(mapped.ExitCode == 0, mapped.Output + mapped.Error);
            _mapping = JsonDocument.Parse(File.ReadAllBytes(At("out/mapping.json")));
        }

        public JsonElement Mapping => _mapping.RootElement;

        public JsonElement Suggestion => EntryOf(Mapping).GetProperty("suggestions")[0];

        public static JsonElement EntryOf(JsonElement mapping) =>
            mapping
                .GetProperty("elements")
                .EnumerateArray()
                .Single(entry => entry.GetProperty("number").GetString() == Element);

        public string At(string path) => _folder.At(path);

        public DirectoryInfo Copy()
        {
            DirectoryInfo copy = Directory.CreateTempSubdirectory("csemapper-test-");
            _copies.Add(copy);
            foreach (string file in Directory.EnumerateFiles(_folder.FullPath, "*", SearchOption.AllDirectories))
            {
                string target = Path.Combine(copy.FullName, Path.GetRelativePath(_folder.FullPath, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }

            return copy;
        }

        public void Dispose()
        {
            _mapping.Dispose();
            _folder.Dispose();
            foreach (DirectoryInfo copy in _copies.Where(copy => Directory.Exists(copy.FullName)))
                copy.Delete(recursive: true);
        }
    }
}
