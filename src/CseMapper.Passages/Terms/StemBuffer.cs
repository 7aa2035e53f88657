namespace CseMapper.Passages.Terms;

/// <summary>A word while it is stemmed: its letters, and the regions R1 and R2 in which a suffix may be taken
/// off.</summary>
internal ref struct StemBuffer
{
    /// <summary>Words that begin so have their R1 after this part, or too different words would meet in one stem
    /// (generate, general, generous).</summary>
    private static readonly string[] _fixedStarts =
    [
        "gener",
        "commun",
        "arsen",
        "past",
        "univers",
        "later",
        "emerg",
        "organ",
        "inter",
    ];

    private readonly Span<char> _letters;
    private readonly int _r1;
    private readonly int _r2;

    public StemBuffer(Span<char> letters)
    {
        _letters = letters;
        Length = letters.Length;
        MarkConsonantY();
        _r1 = FixedStart() is int end and > 0 ? end : RegionAfter(0);
        _r2 = RegionAfter(_r1);
    }

    public int Length { get; private set; }

    public readonly ReadOnlySpan<char> Word => _letters[..Length];

    public readonly char this[int index] => _letters[index];

    public static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    public readonly bool EndsWith(ReadOnlySpan<char> suffix) => Word.EndsWith(suffix);

    /// <summary>True when a suffix of this length lies in R1.</summary>
    public readonly bool IsInR1(int suffixLength) => Length - suffixLength >= _r1;

    /// <summary>True when a suffix of this length lies in R2.</summary>
    public readonly bool IsInR2(int suffixLength) => Length - suffixLength >= _r2;

    public readonly bool HasVowelBefore(int end)
    {
        for (int i = 0; i < end; i++)
        {
            if (IsVowel(_letters[i]))
                return true;
        }

        return false;
    }

    /// <summary>True when the letters up to <paramref name="end"/> close with a short syllable ("rap", "entrap", "ow",
    /// "past").</summary>
    public readonly bool EndsInShortSyllable(int end)
    {
        if (end == 4 && _letters[..4] is "past")
            return true;
        if (end < 2 || IsVowel(_letters[end - 1]) || !IsVowel(_letters[end - 2]))
            return false;
        if (end == 2)
            return true;
        return !IsVowel(_letters[end - 3]) && _letters[end - 1] is not ('w' or 'x' or 'Y');
    }

    /// <summary>A short word ends in a short syllable and has nothing in R1.</summary>
    public readonly bool IsShort() => _r1 >= Length && EndsInShortSyllable(Length);

    public void Cut(int suffixLength) => Length -= suffixLength;

    public void Replace(int suffixLength, ReadOnlySpan<char> replacement)
    {
        replacement.CopyTo(_letters[(Length - suffixLength)..]);
        Length += replacement.Length - suffixLength;
    }

    public readonly void LowerConsonantY() => _letters[..Length].Replace('Y', 'y');

    private readonly void MarkConsonantY()
    {
        if (_letters[0] == 'y')
            _letters[0] = 'Y';
        for (int i = 1; i < Length; i++)
        {
            if (_letters[i] == 'y' && IsVowel(_letters[i - 1]))
                _letters[i] = 'Y';
        }
    }

    private readonly int FixedStart()
    {
        foreach (string start in _fixedStarts)
        {
            if (_letters.StartsWith(start))
                return start.Length;
        }

        return 0;
    }

    /// <summary>The place after the first non-vowel that follows a vowel, or the word's end.</summary>
    private readonly int RegionAfter(int from)
    {
        for (int i = from + 1; i < Length; i++)
        {
            if (!IsVowel(_letters[i]) && IsVowel(_letters[i - 1]))
                return i + 1;
        }

        return Length;
    }
}
