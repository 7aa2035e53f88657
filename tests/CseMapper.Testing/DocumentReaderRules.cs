using CseMapper.Documents;
using CseMapper.Documents.Doc;
using CseMapper.Documents.Html;
using CseMapper.Documents.Markdown;
using CseMapper.Documents.Pdf;
using CseMapper.Documents.Text;
using CseMapper.Documents.Word;

namespace CseMapper.Testing;

/// <summary>What every reader keeps to, whatever its format; each is tried with a real document and with what remains
/// of it after damage.</summary>
public abstract class DocumentReaderRules
{
    protected abstract IDocumentReader Reader { get; }

    protected abstract byte[] Sample { get; }

    [Fact]
    public void ADocumentIsReadWithWordsAndItsFormat()
    {
        IngestResult result = Read(Sample);

        Assert.Equal(ReadStatus.Read, result.Status);
        Assert.Contains(result.Document!.Format, Reader.Formats);
        Assert.Contains(
            result.Document.Blocks,
            block => block is TextBlock { Text.Length: > 0 } or TableBlock or ListItemBlock
        );
    }

    [Fact]
    public void TheSameBytesGiveTheSameBlocksInAnyThread()
    {
        string first = Shown(Read(Sample));

        Assert.All(
            Enumerable.Range(0, 4).AsParallel().Select(_ => Shown(Read(Sample))).ToArray(),
            shown => Assert.Equal(first, shown)
        );
    }

    [Fact]
    public void TheStreamStaysOpenAndMayBeReadFromAFileAsWell()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, Sample);
            using FileStream file = File.OpenRead(path);

            Assert.Equal(Shown(Read(Sample)), Shown(Reader.Read(file, ReadOptions.Default, CancellationToken.None)));
            Assert.True(file.CanRead);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void CancellationPasses()
    {
        using MemoryStream stream = new(Sample);

        Assert.ThrowsAny<OperationCanceledException>(() =>
            Reader.Read(stream, ReadOptions.Default, new CancellationToken(canceled: true))
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(90)]
    public void ACutDocumentIsAValueWithAReason(int percent)
    {
        IngestResult result = Read(Sample[..(Sample.Length * percent / 100)]);

        Assert.True(result.Status == ReadStatus.Read || result.Problems.Count > 0);
        Assert.All(result.Problems, problem => Assert.EndsWith(".", problem.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void DamagedBytesNeverThrow()
    {
        Random random = new(20260131);
        for (int round = 0; round < 30; round++)
        {
            byte[] bytes = [.. Sample];
            for (int i = 0; i < 20; i++)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);

            Assert.NotNull(Read(bytes));
        }
    }

    [Fact]
    public void TheLimitOfTextIsKept()
    {
        using MemoryStream stream = new(Sample);

        IngestResult result = Reader.Read(
            stream,
            ReadOptions.Default with
            {
                MaxTextLength = 100,
            },
            CancellationToken.None
        );

        Assert.True(
            (result.Document?.Blocks ?? []).Sum(block => block is TextBlock text ? text.Text.Length : 0) <= 1000
        );
        Assert.NotEqual(ReadStatus.Read, result.Status);
        Assert.NotEmpty(result.Problems);
    }

    protected static byte[] CorpusSample(params string[] path) =>
        File.ReadAllBytes(RepositoryFiles.Path(["corpus-samples", .. path]));

    private static string Shown(IngestResult result) => string.Join('\n', ShownBlocks.Of(result));

    private IngestResult Read(byte[] bytes)
    {
        using MemoryStream stream = new(bytes);
        return Reader.Read(stream, ReadOptions.Default, CancellationToken.None);
    }
}

public sealed class PlainTextReaderRules : DocumentReaderRules
{
    protected override IDocumentReader Reader { get; } = new PlainTextReader();

    protected override byte[] Sample { get; } = CorpusSample("Website", "Contacts and opening hours.txt");
}

public sealed class MarkdownReaderRules : DocumentReaderRules
{
    protected override IDocumentReader Reader { get; } = new MarkdownReader();

    protected override byte[] Sample { get; } = CorpusSample("Website", "Accessibility statement.md");
}

public sealed class HtmlReaderRules : DocumentReaderRules
{
    protected override IDocumentReader Reader { get; } = new HtmlReader();

    protected override byte[] Sample { get; } =
        System.Text.Encoding.UTF8.GetBytes(
            "<!doctype html><title>Care</title><h1>Customer care</h1>"
                + string.Concat(
                    Enumerable
                        .Range(1, 40)
                        .Select(n => $"<p>Paragraph {n} says how we treat customers.</p><ul><li>Item {n}</li></ul>")
                )
        );
}

public sealed class WordReaderRules : DocumentReaderRules
{
    protected override IDocumentReader Reader { get; } = new WordReader();

    protected override byte[] Sample { get; } = CorpusSample("Customer Care Policy.docx");
}

public sealed class PdfReaderRules : DocumentReaderRules
{
    protected override IDocumentReader Reader { get; } = new PdfReader();

    protected override byte[] Sample { get; } = CorpusSample("Accessible Information Policy.pdf");
}

public sealed class DocReaderRules : DocumentReaderRules
{
    protected override IDocumentReader Reader { get; } = new DocReader();

    protected override byte[] Sample { get; } =
        File.ReadAllBytes(RepositoryFiles.Path("tests", "CseMapper.Documents.Tests", "Samples", "small.doc"));
}
