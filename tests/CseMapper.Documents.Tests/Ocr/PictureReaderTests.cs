using CseMapper.Documents.Ocr;

namespace CseMapper.Documents.Tests.Ocr;

public sealed class PictureReaderTests
{
    [Theory]
    [InlineData(false, "--ocr")]
    [InlineData(true, "Tesseract")]
    public void APictureWithoutRecognitionSaysThatNothingWasReadAndWhatToDo(bool recognises, string advice)
    {
        using MemoryStream stream = new([0xFF, 0xD8, 0xFF, 0xE0]);

        IngestResult result = new PictureReader().Read(
            stream,
            ReadOptions.Default with
            {
                Recognises = recognises,
            },
            CancellationToken.None
        );

        Assert.Equal(ReadStatus.NeedsOcr, result.Status);
        Assert.Contains("none of its words were read", result.Problems[0].Message, StringComparison.Ordinal);
        Assert.Contains(advice, result.Problems[0].Message, StringComparison.Ordinal);
    }
}
