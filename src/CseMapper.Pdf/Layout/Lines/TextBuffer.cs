namespace CseMapper.Pdf.Layout.Lines;

/// <summary>Characters in one growing array, used again and again.</summary>
internal sealed class TextBuffer
{
    private char[] _letters = new char[256];

    public int Length { get; private set; }

    public ReadOnlySpan<char> Span => _letters.AsSpan(0, Length);

    /// <summary>The characters from a place on, to be changed in place.</summary>
    public Span<char> From(int start) => _letters.AsSpan(start, Length - start);

    public void Clear() => Length = 0;

    public void Append(char letter)
    {
        if (Length == _letters.Length)
            Array.Resize(ref _letters, Length * 2);
        _letters[Length++] = letter;
    }

    public void Append(ReadOnlySpan<char> letters)
    {
        if (Length + letters.Length > _letters.Length)
            Array.Resize(ref _letters, Math.Max(Length * 2, Length + letters.Length));
        letters.CopyTo(_letters.AsSpan(Length));
        Length += letters.Length;
    }

    /// <summary>Takes characters away from the end.</summary>
    public void Cut(int length) => Length = length;

    public override string ToString() => Span.ToString();
}
