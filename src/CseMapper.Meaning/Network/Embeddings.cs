namespace CseMapper.Meaning.Network;

/// <summary>What word pieces start as: their own row, plus that of their place.</summary>
/// <param name="words">A row of 384 numbers for each word piece of the vocabulary.</param>
/// <param name="scales">What one step of a row is worth.</param>
/// <param name="positions">A row of 384 for each place; the row that marks a first sentence is in it already.</param>
/// <param name="norm">What the sum goes through.</param>
internal sealed class Embeddings(sbyte[] words, float[] scales, float[] positions, LayerNorm norm)
{
    /// <summary>Fills in the rows of word pieces.</summary>
    /// <param name="pieces">Their numbers in the vocabulary.</param>
    /// <param name="target">Where the rows go.</param>
    public void Look(ReadOnlySpan<int> pieces, float[] target)
    {
        for (int piece = 0; piece < pieces.Length; piece++)
        {
            float scale = scales[pieces[piece]];
            ReadOnlySpan<sbyte> word = words.AsSpan(pieces[piece] * ModelShape.Hidden, ModelShape.Hidden);
            ReadOnlySpan<float> position = positions.AsSpan(piece * ModelShape.Hidden, ModelShape.Hidden);
            Span<float> row = target.AsSpan(piece * ModelShape.Hidden, ModelShape.Hidden);
            for (int place = 0; place < row.Length; place++)
                row[place] = word[place] * scale + position[place];
        }

        norm.Apply(target, pieces.Length);
    }
}
