using CseMapper.Passages.CrossChecking;

namespace CseMapper.Passages.Tests.CrossChecking;

public sealed class CrossCheckCodecTests
{
    private static readonly CrossCheck _check = new(12, [new PageDifference(7, 34, 2, true) { Words = "lost words" }]);

    [Fact]
    public void ResultsAndTextsComeBackAsTheyWere()
    {
        PageTexts texts = new(7, "used", "used and lost words")
        {
            SecondMarks = [new WordPlace(9, 4), new WordPlace(14, 5)],
        };

        CrossCheck check = CrossCheckCodec.DecodeResult(CrossCheckCodec.Encode(_check));
        PageTexts back = Assert.Single(CrossCheckCodec.DecodeTexts(CrossCheckCodec.Encode([texts])));

        Assert.Equal((12, null), (check.Pages, check.Failure));
        Assert.Equal(_check.Differences, check.Differences);
        Assert.Equal((7, "used", "used and lost words"), (back.Page, back.Used, back.Second));
        Assert.Equal(texts.SecondMarks, back.SecondMarks);
        Assert.Equal("why", CrossCheckCodec.DecodeResult(CrossCheckCodec.Encode(CrossCheck.Failed("why"))).Failure);
    }

    [Fact]
    public void BytesThatAreCutShortAreDamage()
    {
        byte[] bytes = CrossCheckCodec.Encode(_check);

        for (int length = 0; length < bytes.Length; length++)
            Assert.Throws<InvalidDataException>(() => CrossCheckCodec.DecodeResult(bytes[..length]));
    }

    [Fact]
    public void EverythingThatIsShownChangesTheFingerprint()
    {
        CrossCheck other = new(12, [_check.Differences[0] with { Words = "other words" }]);

        Assert.NotEqual(_check.Fingerprint, other.Fingerprint);
        Assert.Equal(_check.Fingerprint, (_check with { }).Fingerprint);
    }
}
