namespace CseMapper.Meaning.Network;

/// <summary>The sizes of all-MiniLM-L6-v2.</summary>
internal static class ModelShape
{
    /// <summary>Encoder layers, one after the other.</summary>
    public const int Layers = 6;

    /// <summary>Numbers that stand for a word piece between the layers, and for the text in the end.</summary>
    public const int Hidden = 384;

    /// <summary>Numbers in the middle of a layer's feed-forward part.</summary>
    public const int Inner = 1536;

    /// <summary>Attention heads of a layer.</summary>
    public const int Heads = 12;

    /// <summary>Numbers of one head.</summary>
    public const int HeadWidth = Hidden / Heads;

    /// <summary>Word pieces read at most, the two that mark the ends among them: what the model was trained with.
    /// </summary>
    public const int MaxPieces = 256;

    /// <summary>Word pieces of the vocabulary.</summary>
    public const int Words = 30_522;
}
