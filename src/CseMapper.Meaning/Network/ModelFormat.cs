namespace CseMapper.Meaning.Network;

/// <summary>What the file of weights starts with; the program that makes it and the one that reads it share this.
/// </summary>
/// <remarks>
/// Little-endian. After the head: the length of the vocabulary in bytes (32 bits) and its words in UTF-8, one a line;
/// a scale a word (float) and the words' rows (8 bits a number); the places' rows (float); weights and biases of their
/// norm. Then layer by layer four matrices, each with its scales, biases and 8-bit weights output by output, the norm
/// of the attention behind the second and that of the output behind the fourth. Last the SHA-256 of all before.
/// </remarks>
internal static class ModelFormat
{
    /// <summary>Raised when the layout changes; older files are then refused.</summary>
    public const int Version = 1;

    /// <summary>The file's name, wherever it lies.</summary>
    public const string FileName = "all-MiniLM-L6-v2.int8.bin";

    /// <summary>The first bytes.</summary>
    public static ReadOnlySpan<byte> Magic => "CSEMEAN\n"u8;

    /// <summary>What follows them: the layout's version and the sizes that this build understands.</summary>
    public static ReadOnlySpan<int> Sizes =>
        [
            Version,
            ModelShape.Layers,
            ModelShape.Hidden,
            ModelShape.Heads,
            ModelShape.Inner,
            ModelShape.MaxPieces,
            ModelShape.Words,
        ];
}
