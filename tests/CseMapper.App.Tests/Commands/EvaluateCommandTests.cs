using System.IO.Compression;
using System.Text.Json;

namespace CseMapper.App.Tests.Commands;

public sealed class EvaluateCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("csemapper-evaluate-").FullName;

    public EvaluateCommandTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "qrels"));
        File.WriteAllLines(
            Path.Combine(_folder, "corpus.jsonl"),
            [
                """{"_id": "p1", "title": "Complaints", "text": "Anyone may complain by telephone or letter.", """
                    + "\"metadata\": {\"doc\": \"a\"}}",
                """{"_id": "p2", "title": "", "text": "A parking permit costs thirty pounds a year.", """
                    + "\"metadata\": {\"doc\": \"b\"}}",
            ]
        );
        File.WriteAllText(
            Path.Combine(_folder, "queries.jsonl"),
            """
            {"_id": "q1", "text": "We have a complaints procedure.", "metadata": {}}
            {"_id": "q2", "text": "We tell people what a permit costs.", "metadata": {}}
            """
        );
        File.WriteAllText(
            Path.Combine(_folder, "qrels", "test.tsv"),
            "query-id\tcorpus-id\tscore\nq1\tp1\t2\nq2\tp2\t1\n"
        );
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void MeasuresTheRankingAndWritesARun()
    {
        string run = Path.Combine(_folder, "out.run");
        CommandLine.Result result = CommandLine.Run("evaluate", _folder, "--json", "--run", run);
        Assert.Equal(0, result.ExitCode);
        using JsonDocument json = JsonDocument.Parse(result.Output);
        Assert.Equal(2, json.RootElement.GetProperty("queries").GetInt32());
        Assert.Equal(1, json.RootElement.GetProperty("ndcg@10").GetDouble());
        string[] first = File.ReadAllLines(run)[0].Split(' ');
        Assert.Equal(["q1", "Q0", "p1", "1", "csemapper"], [first[0], first[1], first[2], first[3], first[5]]);
    }

    [Fact]
    public void AMeasureBelowWhatIsAskedForCallsForAttention()
    {
        Assert.Equal(
            0,
            CommandLine.Run("evaluate", _folder, "--fail-under", "nDCG@10=0.9", "--fail-under", "map=1").ExitCode
        );
        CommandLine.Result below = CommandLine.Run("evaluate", _folder, "--fail-under", "P@5=0.9");
        Assert.Equal(2, below.ExitCode);
        Assert.Contains("P@5 is 0.2000, below 0.9.", below.Error, StringComparison.Ordinal);
        CommandLine.Result unknown = CommandLine.Run("evaluate", _folder, "--fail-under", "beauty=1");
        Assert.Equal(1, unknown.ExitCode);
        Assert.Contains("nDCG@10", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void DecisionsAreWhatTheRankingIsMeasuredOn()
    {
        JsonElement[] suggestions = Map("4.3.2");
        Assert.Equal(1, CommandLine.Run("evaluate", "--out", Output).ExitCode);
        Assert.Equal(
            0,
            CommandLine
                .Run(
                    "decisions",
                    "add",
                    "4.3.2",
                    suggestions[0].GetProperty("id").GetString()!,
                    "--accept",
                    "--reviewer",
                    "Ann",
                    "--out",
                    Output
                )
                .ExitCode
        );
        Assert.Equal(
            0,
            CommandLine
                .Run(
                    "decisions",
                    "add",
                    "4.3.2",
                    suggestions[1].GetProperty("id").GetString()!,
                    "--reject",
                    "--reviewer",
                    "Ann",
                    "--out",
                    Output
                )
                .ExitCode
        );

        CommandLine.Result result = CommandLine.Run("evaluate", "--out", Output, "--json");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        using JsonDocument json = JsonDocument.Parse(result.Output);
        Assert.Equal((1, 1, 0), (Number(json, "accepted"), Number(json, "rejected"), Number(json, "leftOut")));
        Assert.Equal(1, json.RootElement.GetProperty("ndcg@10").GetDouble());
        Assert.Equal(1, json.RootElement.GetProperty("calibration").GetProperty("auc").GetDouble());
    }

    [Fact]
    public void AcceptedEvidenceTeachesWordsForTheVocabulary()
    {
        Map(
            "4.3.2",
            (
                "gazette.txt",
                "The gazette lists meetings, markets and bus times for each of the five villages, and when the "
                    + "library is open to all."
            ),
            (
                "stage.txt",
                "How to complain at the second step: the listening bureau hears every complaint, follows the "
                    + "complaints procedure and answers within ten working days."
            ),
            (
                "north.txt",
                "Complaints in the north: our listening bureau takes your complaint, follows the procedure and "
                    + "tells you the outcome in twenty working days."
            )
        );
        foreach (
            JsonElement suggestion in Suggestions("4.3.2")
                .Where(one => one.GetProperty("quote").GetString()!.Contains("bureau", StringComparison.Ordinal))
        )
        {
            Assert.Equal(
                0,
                CommandLine
                    .Run(
                        "decisions",
                        "add",
                        "4.3.2",
                        suggestion.GetProperty("id").GetString()!,
                        "--accept",
                        "--reviewer",
                        "Ann",
                        "--out",
                        Output
                    )
                    .ExitCode
            );
        }

        string ours = Path.Combine(_folder, "ours.json");

        Assert.Equal(0, CommandLine.Run("criteria", "suggest", "--out", Output, "--write", ours).ExitCode);

        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(ours));
        Assert.Contains(
            "listening bureau",
            json.RootElement.GetProperty("elements")
                .GetProperty("4.3.2")
                .GetProperty("vocabulary")
                .EnumerateArray()
                .Select(word => word.GetProperty("phrase").GetString())
        );
        Assert.Equal(0, CommandLine.Run("criteria", "check", ours).ExitCode);
    }

    [Fact]
    public void LastYearsSheetTellsHowManyOfItsDocumentsAreSuggested()
    {
        Map("4.3.2");
        string sheet = Path.Combine(_folder, "sheet.xlsx");
        WriteSheet(
            sheet,
            ["Element", "Evidence"],
            ["4.3.2", "Complaints"],
            ["4.3.2", "Lost policy"],
            ["3.1.2", "Fees and charges, page 2"]
        );

        CommandLine.Result result = CommandLine.Run("evaluate", sheet, "--out", Output, "--fail-under", "recall@1=0.9");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Matches(@"elements +2\ndocuments +2\nrecall@1 +1\.0000", result.Output);
        Assert.Contains(
            "No file of the folder is named like \"Lost policy\".",
            result.Output,
            StringComparison.Ordinal
        );
    }

    private string Output => Path.Combine(_folder, "out");

    /// <summary>Maps two small policies, and others.</summary>
    /// <returns>The suggestions for an element.</returns>
    private JsonElement[] Map(string element, params (string Name, string Text)[] more)
    {
        string policies = Path.Combine(_folder, "policies");
        Directory.CreateDirectory(policies);
        File.WriteAllText(
            Path.Combine(policies, "complaints.txt"),
            "Anyone may complain. Our complaints procedure is easy to use: we acknowledge a complaint within "
                + "three working days and answer it in full within twenty."
        );
        File.WriteAllText(
            Path.Combine(policies, "fees and charges.txt"),
            "The charge for a parking permit is thirty pounds a year. You pay when you apply; complaints about "
                + "charges go to the same office, and refunds take ten working days."
        );
        foreach ((string name, string text) in more)
            File.WriteAllText(Path.Combine(policies, name), text);
        Assert.Equal(0, CommandLine.Run("map", policies, "--out", Output).ExitCode);
        return Suggestions(element);
    }

    private JsonElement[] Suggestions(string element)
    {
        using JsonDocument mapping = JsonDocument.Parse(File.ReadAllText(Path.Combine(Output, "mapping.json")));
        return
        [
            .. mapping
                .RootElement.GetProperty("elements")
                .EnumerateArray()
                .Single(entry => entry.GetProperty("number").GetString() == element)
                .GetProperty("suggestions")
                .EnumerateArray()
                .Select(one => one.Clone()),
        ];
    }

    private static int Number(JsonDocument json, string name) => json.RootElement.GetProperty(name).GetInt32();

    /// <summary>The smallest workbook there is: one sheet, texts in its cells.</summary>
    private static void WriteSheet(string path, params string[][] rows)
    {
        using ZipArchive zip = ZipFile.Open(path, ZipArchiveMode.Create);
        Add(
            "[Content_Types].xml",
            """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"""
                + """<Default Extension="xml" ContentType="application/xml"/>"""
                + """<Default Extension="rels" """
                + """ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"""
                + """<Override PartName="/xl/workbook.xml" """
                + """ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>"""
                + """</Types>"""
        );
        Add(
            "_rels/.rels",
            """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"""
                + """<Relationship Id="r1" """
                + """Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" """
                + """Target="xl/workbook.xml"/></Relationships>"""
        );
        Add(
            "xl/workbook.xml",
            """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" """
                + """xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>"""
                + """<sheet name="Evidence" sheetId="1" r:id="r1"/></sheets></workbook>"""
        );
        Add(
            "xl/_rels/workbook.xml.rels",
            """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"""
                + """<Relationship Id="r1" """
                + """Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" """
                + """Target="worksheets/sheet1.xml"/></Relationships>"""
        );
        string cells = string.Concat(
            rows.Select(row =>
                $"<row>{string.Concat(row.Select(text => $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>"))}</row>"
            )
        );
        Add(
            "xl/worksheets/sheet1.xml",
            """<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>"""
                + $"{cells}</sheetData></worksheet>"
        );

        void Add(string name, string text)
        {
            using StreamWriter writer = new(zip.CreateEntry(name).Open());
            writer.Write(text);
        }
    }

    [Fact]
    public void ALineThatIsNoJsonIsNamed()
    {
        File.AppendAllText(Path.Combine(_folder, "queries.jsonl"), "\n{broken\n");
        CommandLine.Result result = CommandLine.Run("evaluate", _folder);
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("queries.jsonl(3)", result.Error, StringComparison.Ordinal);
    }
}
