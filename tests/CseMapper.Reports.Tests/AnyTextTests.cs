using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CseMapper.Decisions.Mapping;
using CseMapper.Decisions.Mapping.Json;
using CseMapper.Documents;
using CseMapper.Matching.Suggestions;
using CseMapper.Passages.Workspaces;
using CseMapper.Testing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using FsCheck;
using FsCheck.Fluent;

namespace CseMapper.Reports.Tests;

/// <summary>Whatever characters stand in names, headings and quotes: every file stays sound and shows the same
/// words.</summary>
public sealed class AnyTextTests
{
    /// <summary>Pieces that have a meaning somewhere, mixed with any code unit at all.</summary>
    private static readonly Gen<string> _texts = Gen.OneOf(
            Gen.Elements(
                "<",
                ">",
                "&",
                "\"",
                "'",
                "]]>",
                "</script>",
                "<!--",
                "=1+1",
                "@",
                "_x0041_",
                "_x000D_",
                "\r\n",
                "\n",
                "\t",
                "\u0000",
                "\u202E",
                "\uD83D\uDE00",
                " ",
                "word"
            ),
            Gen.Choose(0, 0xFFFF).Select(code => ((char)code).ToString())
        )
        .NonEmptyListOf()
        .Select(pieces => string.Concat(pieces));

    [Fact]
    public void EveryReportShowsTheSameWords() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(60),
            Prop.ForAll(Arb.From(_texts), Arb.From(_texts), Arb.From(_texts), ShowsTheSameWords)
        );

    private static void ShowsTheSameWords(string name, string heading, string quote)
    {
        MappingFile mapping = Mapping(name.Replace('/', '-'), heading, quote);
        DocumentLinks links = new(Path.GetTempPath(), Path.GetTempPath());
        string expected = DisplayText.Clean(quote);

        Assert.Equal(expected, QuoteInWorkbook(mapping, links));
        IElement shown = new HtmlParser()
            .ParseDocument(Encoding.UTF8.GetString(Bytes(stream => HtmlReport.Write(mapping, links, stream))))
            .QuerySelector(".quote")!;
        Assert.Equal(expected, shown.TextContent);
        string csv = Encoding.UTF8.GetString(Bytes(stream => CsvReport.Write(mapping, stream)));
        Assert.Equal(6, csv.Split("\r\n").Length - 1);
        Assert.DoesNotContain(csv.Replace("\r\n", "", StringComparison.Ordinal), char.IsControl);
        byte[] json = Bytes(stream => MappingJsonWriter.Write(mapping, stream));
        Assert.Single(MappingJsonReader.Read(new MemoryStream(json)).Elements[0].Suggestions);
    }

    private static MappingFile Mapping(string name, string heading, string quote)
    {
        DocumentRecord record = new(name, FileFormat.Pdf, 1, "hash") { Problems = [new IngestProblem(heading)] };
        Suggestion suggestion = SampleMapping.Suggest("hash", heading, quote, [heading], 0.9, [quote[..1]]);
        return MappingBuilder.Build(
            SampleMapping.Standard,
            [record],
            [new ElementEvidence("1.1.1", EvidenceStrength.Strong, [suggestion])],
            SampleMapping.Generator
        );
    }

    private static string QuoteInWorkbook(MappingFile mapping, DocumentLinks links)
    {
        using SpreadsheetDocument document = SpreadsheetDocument.Open(
            new MemoryStream(Bytes(stream => XlsxReport.Write(mapping, links, stream))),
            isEditable: false
        );
        Cell cell = document
            .WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<Cell>())
            .First(found => found.CellReference == "H4" && found.InlineString?.Descendants<Run>().Any() == true);
        // What is still escaped is the underscore of a text that looks like an escape.
        return cell.InlineString!.InnerText.Replace("_x005F_", "_", StringComparison.Ordinal);
    }

    private static byte[] Bytes(Action<Stream> write)
    {
        using MemoryStream stream = new();
        write(stream);
        return stream.ToArray();
    }
}
