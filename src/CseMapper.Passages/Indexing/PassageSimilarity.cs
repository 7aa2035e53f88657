using Lucene.Net.Search.Similarities;

namespace CseMapper.Passages.Indexing;

/// <summary>BM25 with the parameters of the embedded engine, and the length of a passage kept as it is.</summary>
/// <remarks>
/// k1 = 2 and b = .8 make Lucene's ln(1 + (N-n+.5)/(n+.5)) · (k1+1) f / (f + k1 (1-b+b L/mean L)) the same as the
/// embedded engine's formula. Lucene keeps a length in one byte as a float of three bits; passages have 40 to 180
/// words, so the byte can hold the length itself up to 255, and scores lose nothing.
/// </remarks>
internal sealed class PassageSimilarity() : BM25Similarity(Saturation, LengthShare)
{
    public const float Saturation = 2f;
    public const float LengthShare = 0.8f;

    protected override byte EncodeNormValue(float boost, int fieldLength) => (byte)Math.Min(fieldLength, byte.MaxValue);

    protected override float DecodeNormValue(byte b) => b;
}
