using System.Text;

namespace CseMapper.Meaning.Tokens;

/// <summary>The word pieces that the model knows, by their text.</summary>
internal sealed class Vocabulary
{
    private const string Continuation = "##";

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _starts;

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _continuations;

    private Vocabulary(IReadOnlyList<string> pieces)
    {
        Dictionary<string, int> starts = new(pieces.Count, StringComparer.Ordinal);
        Dictionary<string, int> continuations = new(StringComparer.Ordinal);
        for (int piece = 0; piece < pieces.Count; piece++)
        {
            string text = pieces[piece];
            if (text.Length > 2 && text.StartsWith(Continuation, StringComparison.Ordinal))
                continuations.TryAdd(text[2..], piece);
            else
                starts.TryAdd(text, piece);
            Longest = Math.Max(Longest, text.Length);
        }

        _starts = starts.GetAlternateLookup<ReadOnlySpan<char>>();
        _continuations = continuations.GetAlternateLookup<ReadOnlySpan<char>>();
        Unknown = Marker(starts, "[UNK]");
        Start = Marker(starts, "[CLS]");
        End = Marker(starts, "[SEP]");
    }

    /// <summary>Stands for a word that cannot be put together.</summary>
    public int Unknown { get; }

    /// <summary>Stands before every text.</summary>
    public int Start { get; }

    /// <summary>Stands behind every text.</summary>
    public int End { get; }

    /// <summary>Characters of the longest piece.</summary>
    public int Longest { get; }

    /// <summary>Reads a vocabulary: UTF-8, one piece a line, counted from 0.</summary>
    /// <exception cref="InvalidDataException">A marker is missing.</exception>
    public static Vocabulary Parse(ReadOnlySpan<byte> lines) =>
        new(Encoding.UTF8.GetString(lines).TrimEnd('\n').Split('\n'));

    /// <summary>Finds a piece.</summary>
    /// <param name="text">Without the mark of a continuation.</param>
    /// <param name="continues">Whether it goes on within a word.</param>
    /// <param name="piece">Its number.</param>
    public bool TryFind(ReadOnlySpan<char> text, bool continues, out int piece) =>
        (continues ? _continuations : _starts).TryGetValue(text, out piece);

    private static int Marker(Dictionary<string, int> pieces, string text) =>
        pieces.TryGetValue(text, out int piece)
            ? piece
            : throw new InvalidDataException($"The vocabulary has no {text}.");
}
