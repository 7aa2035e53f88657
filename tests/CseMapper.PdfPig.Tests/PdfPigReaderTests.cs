using System.Text;
using CseMapper.Documents;
using CseMapper.Documents.Pdf;
using CseMapper.Testing;

namespace CseMapper.PdfPig.Tests;

public sealed class PdfPigReaderTests
{
    private static readonly string[] _samples =
    [
        .. Directory
            .EnumerateFiles(RepositoryFiles.Path("corpus-samples"), "*.pdf", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void HeadingsAreWhereTheBookmarksLead()
    {
        SourceDocument document = Read("Accessible Information Policy.pdf");

        HeadingBlock[] headings = [.. document.Blocks.OfType<HeadingBlock>()];
        Assert.Contains(
            headings,
            heading => heading is { Number: "2.", Text: "What we tell people", Location.Page: 1, IsGuessed: false }
        );
        Assert.Contains(headings, heading => heading is { Text: "Choosing the right way", Location.Page: 2 });
    }

    [Fact]
    public void ClausesKeepTheirNumberAndParagraphsGoOnOverThePage()
    {
        SourceDocument document = Read("Accessible Information Policy.pdf");

        TextBlock clause = Assert.Single(document.Blocks.OfType<TextBlock>(), block => block.Number == "2.3");
        PageStart start = Assert.Single(clause.PageStarts);
        Assert.Equal(2, start.Page);
        Assert.StartsWith("asked for, and advisers", clause.Text[start.Offset..], StringComparison.Ordinal);
    }

    [Fact]
    public void RunningTextAndContentsAreNoBody()
    {
        SourceDocument document = Read("Accessible Information Policy.pdf");

        Assert.All(
            document.Blocks.OfType<TextBlock>().Where(block => block.Text == "Ostermere District Council"),
            block => Assert.Equal(BlockRole.Header, block.Role)
        );
        Assert.All(
            document
                .Blocks.OfType<ListItemBlock>()
                .Where(block => block.Text.Contains(".....", StringComparison.Ordinal)),
            block => Assert.Equal(BlockRole.Contents, block.Role)
        );
    }

    [Fact]
    public void EverySampleHasTheWordsThatTheEmbeddedReaderFinds()
    {
        foreach (string file in _samples)
        {
            if (Read(new PdfReader(), file) is not { Status: ReadStatus.Read } expected)
                continue;
            double share = ShareOfWords(Read(new PdfPigReader(), file).Document!, expected.Document!);

            Assert.True(share > 0.97, $"{share:F3} of the words of {file}");
        }
    }

    [Fact]
    public void APasswordIsAskedForInWordsThatSayHowToGiveIt()
    {
        string entry = new('0', 64);
        using MemoryStream stream = new(
            SmallFile(
                $"/ID[<00><00>]/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O<{entry}>/U<{entry}>>>",
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Count 1/Kids[3 0 R]>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
            )
        );

        IngestResult result = new PdfPigReader().Read(stream, ReadOptions.Default, CancellationToken.None);

        Assert.Equal(ReadStatus.NeedsPassword, result.Status);
        Assert.Contains("--password", Assert.Single(result.Problems).Message, StringComparison.Ordinal);
    }

    /// <summary>A PDF with these objects, numbered from 1, the first of them its root.</summary>
    private static byte[] SmallFile(string trailer, params string[] objects)
    {
        StringBuilder file = new("%PDF-1.7\n");
        StringBuilder table = new($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        for (int i = 0; i < objects.Length; i++)
        {
            table.Append(System.Globalization.CultureInfo.InvariantCulture, $"{file.Length:D10} 00000 n \n");
            file.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i + 1} 0 obj{objects[i]}endobj\n");
        }

        int start = file.Length;
        return Encoding.Latin1.GetBytes(
            file.ToString()
                + table
                + $"trailer<</Size {objects.Length + 1}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n"
        );
    }

    private static SourceDocument Read(string sample) =>
        Read(new PdfPigReader(), RepositoryFiles.Path("corpus-samples", sample)).Document!;

    private static IngestResult Read(IDocumentReader reader, string file)
    {
        using FileStream stream = File.OpenRead(file);
        return reader.Read(stream, ReadOptions.Default with { KeepsPageTexts = true }, CancellationToken.None);
    }

    private static double ShareOfWords(SourceDocument document, SourceDocument expected)
    {
        HashSet<string> found = [.. WordsOf(document)];
        string[] words = [.. WordsOf(expected).Distinct()];
        return words.Length == 0 ? 1 : words.Count(found.Contains) / (double)words.Length;
    }

    private static string[] WordsOf(SourceDocument document) =>
        string.Join('\n', document.PageTexts).Split([' ', '\n', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
