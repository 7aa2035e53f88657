namespace CseMapper.Meaning.Tests;

public sealed class SentenceVectorTests
{
    [Fact]
    public void ProductsAreExact()
    {
        sbyte[] left = [.. Enumerable.Range(0, 384).Select(place => (sbyte)(place % 255 - 127))];
        sbyte[] right = [.. Enumerable.Range(0, 384).Select(place => (sbyte)(place * 31 % 255 - 127))];
        int expected = left.Zip(right, (a, b) => a * b).Sum();
        Assert.Equal(expected, SentenceVector.FromValues(left).Dot(SentenceVector.FromValues(right)));
        sbyte[] extreme = [.. Enumerable.Repeat((sbyte)-128, 384)];
        Assert.Equal(384 * 128 * 128, SentenceVector.FromValues(extreme).Dot(SentenceVector.FromValues(extreme)));
    }

    [Fact]
    public void CompactVectorsAreAsCloseAsTheirOriginals()
    {
        SentenceModel model = BuiltModel.Get();
        SentenceEncoding[] all = [.. Texts.All.Select(text => model.Encode(text))];
        foreach (SentenceEncoding left in all)
        {
            foreach (SentenceEncoding right in all)
            {
                double cosine = left.Vector.Zip(right.Vector, (a, b) => (double)a * b).Sum();
                Assert.Equal(cosine, left.ToCompact().Cosine(right.ToCompact()), 0.01);
            }
        }
    }

    [Fact]
    public void AKeptVectorIsTheSame()
    {
        SentenceVector vector = BuiltModel.Get().Encode("Complaints").ToCompact();
        Assert.Equal(1f, vector.Cosine(SentenceVector.FromValues(vector.Values)));
        Assert.Throws<ArgumentException>(() => SentenceVector.FromValues(new sbyte[3]));
    }
}
