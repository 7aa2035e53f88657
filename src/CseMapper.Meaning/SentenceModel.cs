using System.Collections.Concurrent;
using System.Security.Cryptography;
using CseMapper.Meaning.Arithmetic;
using CseMapper.Meaning.Network;
using CseMapper.Meaning.Tokens;

namespace CseMapper.Meaning;

/// <summary>Turns texts into vectors that lie close to each other where the texts mean the same.</summary>
/// <remarks>
/// The network is all-MiniLM-L6-v2 with weights and states of 8 bits, in managed code. Whole-number sums are exact and
/// all other steps run in one order, so that a text has the same vector, to the last bit, on every processor and
/// beside whatever other texts. One call runs on one thread; any number of threads may call one model at a time, and
/// each takes about 5 MB beside the 25 MB of the model.
/// Sources: Wang et al., "MiniLM", 2020; Reimers and Gurevych, "Sentence-BERT", 2019.
/// </remarks>
public sealed class SentenceModel
{
    /// <summary>Numbers of a vector.</summary>
    public const int Dimensions = ModelShape.Hidden;

    /// <summary>Word pieces of a text that count, the two that mark its ends among them; about 170 words.</summary>
    public const int MaxPieces = ModelShape.MaxPieces;

    /// <summary>Raised whenever the same weights and text would yield another vector.</summary>
    private const int CodeVersion = 1;

    private readonly WordPieceTokenizer _tokenizer;

    private readonly ModelWeights _weights;

    private readonly IntegerKernel _kernel;

    private readonly ConcurrentBag<Encoder> _idle = [];

    private SentenceModel(Vocabulary vocabulary, ModelWeights weights, string hash, IntegerKernel kernel)
    {
        _tokenizer = new WordPieceTokenizer(vocabulary);
        _weights = weights;
        _kernel = kernel;
        Fingerprint = FingerprintOf(hash.AsSpan());
    }

    /// <summary>Where a build puts the weights: beside the program.</summary>
    public static string DefaultPath => Path.Combine(AppContext.BaseDirectory, ModelFormat.FileName);

    /// <summary>Names the weights and the way they are used: vectors of two models may be compared, and kept ones used
    /// again, only where this is equal. Safe in file names.</summary>
    public string Fingerprint { get; }

    /// <summary>The processor's instructions that are used, for people; vectors do not depend on them.</summary>
    public string Instructions => _kernel.Name;

    /// <summary>What <see cref="Fingerprint"/> of a file's model is, without reading more than the file's end: whether it
    /// is whole shows when it is opened.</summary>
    /// <param name="path">The file; <see cref="DefaultPath"/> unless told otherwise.</param>
    /// <returns>Null where there is no such file.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static string? FingerprintOf(string path)
    {
        if (!File.Exists(path))
            return null;
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        byte[] hash = new byte[SHA256.HashSizeInBytes];
        stream.Position = Math.Max(0, stream.Length - hash.Length);
        stream.ReadAtLeast(hash, hash.Length, throwOnEndOfStream: false);
        return FingerprintOf(Convert.ToHexStringLower(hash).AsSpan());
    }

    /// <summary>Reads the weights, about 24 MB.</summary>
    /// <param name="path">The file; <see cref="DefaultPath"/> unless told otherwise.</param>
    /// <returns>The model, or null where there is no such file: a build without the weights works without meaning.
    /// </returns>
    /// <exception cref="InvalidDataException">The file is damaged or of another version; the message says which.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SentenceModel? Open(string path) => Open(path, IntegerKernel.Best);

    /// <summary>As above, with a kernel of one's choice.</summary>
    internal static SentenceModel? Open(string path, IntegerKernel kernel)
    {
        if (!File.Exists(path))
            return null;
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16);
        (Vocabulary vocabulary, ModelWeights weights, string hash) = ModelFile.Read(stream, kernel);
        return new SentenceModel(vocabulary, weights, hash, kernel);
    }

    /// <summary>A text's vector.</summary>
    /// <param name="text">Any text, empty too; upper case and accents make no difference.</param>
    public SentenceEncoding Encode(ReadOnlySpan<char> text)
    {
        TokenizedText tokens = _tokenizer.Tokenize(text, MaxPieces);
        Encoder encoder = _idle.TryTake(out Encoder? idle) ? idle : new Encoder(_weights, _kernel);
        float[] vector = encoder.Encode(tokens.Pieces);
        _idle.Add(encoder);
        return new SentenceEncoding(vector, tokens.Pieces.Length, tokens.Cut);
    }

    private static string FingerprintOf(ReadOnlySpan<char> hash) => $"{hash[..32]}-{CodeVersion}";
}
