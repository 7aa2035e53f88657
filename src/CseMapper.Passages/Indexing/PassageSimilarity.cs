using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace CseMapper.Passages.Indexing;

/// <summary>BM25 with the length of a passage kept as it is.</summary>
/// <remarks>
/// k1 = 2 and b = .8 as in evidence scores. Lucene keeps a length in one byte as a float of three bits; passages have 40
/// to 180 words, so the byte can hold the length itself up to 255, and scores lose nothing.
/// </remarks>
/// <param name="meanLength">The mean length of the passages that have not been deleted: Lucene's own counts those that
/// have, too, and so depends on what happened to the index before.</param>
internal sealed class PassageSimilarity(float meanLength) : BM25Similarity(Saturation, LengthShare)
{
    public const float Saturation = 2f;
    public const float LengthShare = 0.8f;

    protected override float AvgFieldLength(CollectionStatistics collectionStats) => meanLength;

    protected override byte EncodeNormValue(float boost, int fieldLength) => (byte)Math.Min(fieldLength, byte.MaxValue);

    protected override float DecodeNormValue(byte b) => b;
}
