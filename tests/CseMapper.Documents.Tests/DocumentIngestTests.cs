using CseMapper.Documents.Html;
using CseMapper.Documents.Text;

namespace CseMapper.Documents.Tests;

public sealed class DocumentIngestTests
{
    [Fact]
    public void TheContentDecidesWhichReaderReads()
    {
        (FileFormat format, IngestResult result) = Read(
            [new PlainTextReader(), new HtmlReader()],
            "policy.txt",
            "<!doctype html><p>Words"
        );

        Assert.Equal((FileFormat.Html, ReadStatus.Read), (format, result.Status));
    }

    [Fact]
    public void WhatLiesUnderADrawnBoxIsNoFactAndStaysInTheDocument()
    {
        TextBlock owner = new(default, null, "Policy owner: Jo Example");
        SourceDocument document = new(
            FileFormat.PlainText,
            [owner with { IsCovered = true }, new TextBlock(default, null, "Version: 3.1")],
            null,
            DocumentFacts.None
        );
        (_, IngestResult result) = Read(
            [new OtherReader(_ => { }) { Result = IngestResult.Read(document) }],
            "policy.txt",
            "Words"
        );

        Assert.Equal(("3.1", null), (result.Document!.Facts.Version?.Text, result.Document.Facts.Owner?.Text));
        Assert.Equal(2, result.Document.Blocks.Count);
    }

    [Fact]
    public void AFileOfAnotherKindIsUnsupportedWithItsKind()
    {
        (_, IngestResult result) = Read([new PlainTextReader()], "photo.docx", "\u0089PNG\r\n\u001a\n....");

        Assert.Equal(ReadStatus.Unsupported, result.Status);
        Assert.Contains("PNG", Assert.Single(result.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFormatWithoutAReaderIsUnsupported()
    {
        (FileFormat format, IngestResult result) = Read([], "policy.txt", "Words");

        Assert.Equal((FileFormat.PlainText, ReadStatus.Unsupported), (format, result.Status));
        Assert.Contains("which is not read", Assert.Single(result.Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReadStatus.PartlyRead)]
    [InlineData(ReadStatus.Unreadable)]
    [InlineData(ReadStatus.NeedsPassword)]
    [InlineData(ReadStatus.NeedsOcr)]
    public void EveryStatusButReadHasAReason(ReadStatus status)
    {
        (_, IngestResult result) = Read(
            [new OtherReader(_ => { }) { Result = new IngestResult(status, null, []) }],
            "policy.txt",
            "Words"
        );

        Assert.Equal(status, result.Status);
        Assert.NotEmpty(Assert.Single(result.Problems).Message);
    }

    [Fact]
    public void ADocumentOfEmptyCellsHasTheStatusOfAnyFileWithoutWords()
    {
        TableBlock cells = new(default, [new TableRow(["", " \n"])], 0);
        SourceDocument document = new(FileFormat.PlainText, [cells], null, DocumentFacts.None);

        (_, IngestResult result) = Read(
            [new OtherReader(_ => { }) { Result = IngestResult.Read(document) }],
            "policy.txt",
            "Words"
        );

        Assert.Equal(ReadStatus.Unreadable, result.Status);
        Assert.Contains("nothing of it was read", Assert.Single(result.Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A part of the file is damaged; what could be found was read.", "nothing of it was read")]
    [InlineData("There are no words in this file.", "nothing of it was read")]
    [InlineData("The file is damaged: no text could be read from it.", "no text could be read")]
    public void AFileOfWhichNothingWasReadSaysSoInOneSentence(string problem, string expected)
    {
        (_, IngestResult result) = Read(
            [
                new OtherReader(_ => { })
                {
                    Result = new IngestResult(ReadStatus.Unreadable, null, [new IngestProblem(problem)]),
                },
            ],
            "policy.txt",
            "Words"
        );

        Assert.Contains(expected, Assert.Single(result.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFaultOfAReaderCostsTheDocumentOnly()
    {
        (_, IngestResult result) = Read(
            [new OtherReader(_ => throw new InvalidOperationException("secret path"))],
            "policy.txt",
            "Words"
        );

        Assert.Equal(ReadStatus.Unreadable, result.Status);
        Assert.DoesNotContain("secret", Assert.Single(result.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AReaderThatTakesTooLongIsGivenUp()
    {
        OtherReader endless = new(cancellation =>
        {
            cancellation.WaitHandle.WaitOne();
            cancellation.ThrowIfCancellationRequested();
        });
        DocumentIngest ingest = new([endless], ReadOptions.Default, TimeProvider.System)
        {
            TimeLimit = TimeSpan.FromMilliseconds(50),
        };
        using MemoryStream stream = new("Words"u8.ToArray());

        IngestResult result = ingest.Read(stream, "policy.txt", CancellationToken.None).Result;

        Assert.Equal(ReadStatus.Unreadable, result.Status);
        Assert.Contains("took longer", Assert.Single(result.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CancellationPasses()
    {
        using CancellationTokenSource cancelled = new();
        OtherReader reader = new(cancellation =>
        {
            cancelled.Cancel();
            cancellation.ThrowIfCancellationRequested();
        });
        DocumentIngest ingest = new([reader], ReadOptions.Default, TimeProvider.System);
        using MemoryStream stream = new("Words"u8.ToArray());

        Assert.ThrowsAny<OperationCanceledException>(() => ingest.Read(stream, "policy.txt", cancelled.Token));
    }

    private static (FileFormat Format, IngestResult Result) Read(IDocumentReader[] readers, string name, string content)
    {
        using MemoryStream stream = new(System.Text.Encoding.Latin1.GetBytes(content));
        return new DocumentIngest(readers, ReadOptions.Default, TimeProvider.System).Read(
            stream,
            name,
            CancellationToken.None
        );
    }

    private sealed class OtherReader(Action<CancellationToken> work) : IDocumentReader
    {
        public IReadOnlyList<FileFormat> Formats { get; } = [FileFormat.PlainText];

        public IngestResult Result { get; init; } = IngestResult.Failed(ReadStatus.Unreadable, "never");

        public IngestResult Read(Stream stream, ReadOptions options, CancellationToken cancellation)
        {
            work(cancellation);
            return Result;
        }
    }
}
