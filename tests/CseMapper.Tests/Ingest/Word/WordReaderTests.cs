using CseMapper.Ingest;
using CseMapper.Ingest.Word;
using static CseMapper.Tests.Ingest.Word.SmallWordFile;

namespace CseMapper.Tests.Ingest.Word;

public sealed class WordReaderTests
{
    [Fact]
    public void ADeletedWordIsLeftOutAndAnInsertedOneIsRead()
    {
        SourceDocument document = Read(new SmallWordFile(
            $"<w:p>{R("within ")}<w:del w:id=\"1\"><w:r><w:delText>20</w:delText></w:r></w:del><w:ins w:id=\"2\">{R("10")}</w:ins>{R(" working days")}</w:p>"));
        TextBlock text = Assert.IsType<TextBlock>(Assert.Single(document.Blocks));
        Assert.Equal("within 10 working days", text.Text);
        Assert.True(text.HasUnacceptedChanges);
        Assert.Equal(2, document.UnacceptedChangeCount);
    }

    [Fact]
    public void AFileWithoutAMainPartIsUnreadable()
    {
        using var stream = new MemoryStream([0x50, 0x4B, 5, 6, .. new byte[18]]);
        Assert.Equal(ReadStatus.Unreadable, new WordReader().Read(stream, ReadOptions.Default, CancellationToken.None).Status);
    }

    [Fact]
    public void CancellationPasses()
    {
        using var stream = new MemoryStream(new SmallWordFile(P("Text")).ToBytes());
        Assert.Throws<OperationCanceledException>(() => new WordReader().Read(stream, ReadOptions.Default, new CancellationToken(canceled: true)));
    }

    private static SourceDocument Read(SmallWordFile file)
    {
        using var stream = new MemoryStream(file.ToBytes());
        IngestResult result = new WordReader().Read(stream, ReadOptions.Default, CancellationToken.None);
        Assert.Equal(ReadStatus.Read, result.Status);
        return result.Document!;
    }
}
