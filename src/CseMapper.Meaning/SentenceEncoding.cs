namespace CseMapper.Meaning;

/// <summary>What a text became.</summary>
/// <param name="Vector"><see cref="SentenceModel.Dimensions"/> numbers, of length one: the cosine of two is the sum of
/// their products.</param>
/// <param name="Pieces">Word pieces that were read, the two that mark the ends among them.</param>
/// <param name="PiecesCut">Word pieces at the text's end that were left out; 0 nearly always.</param>
public sealed record SentenceEncoding(float[] Vector, int Pieces, int PiecesCut)
{
    /// <summary>The vector in a quarter of the bytes, for keeping.</summary>
    public SentenceVector ToCompact() => SentenceVector.From(Vector);
}
