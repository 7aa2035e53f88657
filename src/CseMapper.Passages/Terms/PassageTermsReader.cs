using System.Runtime.CompilerServices;

namespace CseMapper.Passages.Terms;

/// <summary>Reads what <see cref="PassageTerms.Encode"/> wrote: terms and title at once, then one passage after the
/// other.</summary>
/// <remarks>The runs are valid until the next call. Bytes that are damaged end in an
/// <see cref="InvalidDataException"/>, never beyond the array.</remarks>
public sealed class PassageTermsReader
{
    private ReadOnlyMemory<byte> _bytes;
    private int _at;
    private (int Start, int Length, bool IsStopWord)[] _terms = [];
    private int[] _heading = [];
    private int[] _leadIn = [];
    private int[] _body = [];
    private int _headingCount;
    private int _leadInCount;
    private int _bodyCount;

    /// <summary>How many different terms the document has.</summary>
    public int TermCount { get; private set; }

    /// <summary>Passages not yet read.</summary>
    public int PassagesLeft { get; private set; }

    /// <summary>The terms of the title, by number.</summary>
    public ReadOnlySpan<int> Title => _body.AsSpan(0, _bodyCount);

    /// <summary>The terms of the passage's headings, by number.</summary>
    public ReadOnlySpan<int> Heading => _heading.AsSpan(0, _headingCount);

    /// <summary>The terms of the sentence that leads in, by number.</summary>
    public ReadOnlySpan<int> LeadIn => _leadIn.AsSpan(0, _leadInCount);

    /// <summary>The terms of the passage itself, by number.</summary>
    public ReadOnlySpan<int> Body => _body.AsSpan(0, _bodyCount);

    /// <summary>Begins with a document.</summary>
    public void Open(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty || bytes.Span[0] != PassageTerms.FormatVersion)
            throw new InvalidDataException("Passage terms of another format version.");
        _bytes = bytes;
        _at = 1;
        ReadTerms(bytes.Span);
        _headingCount = 0;
        _bodyCount = ReadRun(bytes.Span, ReadCount(bytes.Span), ref _body);
        PassagesLeft = ReadCount(bytes.Span);
    }

    /// <summary>A term's UTF-8 bytes.</summary>
    public ReadOnlySpan<byte> Term(int number) => _bytes.Span.Slice(_terms[number].Start, _terms[number].Length);

    /// <summary>Whether a term says nothing of the subject.</summary>
    /// <param name="number">The term's number.</param>
    public bool IsStopWord(int number) => _terms[number].IsStopWord;

    /// <summary>Reads the next passage.</summary>
    public void ReadPassage()
    {
        ReadOnlySpan<byte> bytes = _bytes.Span;
        int headingCount = ReadCount(bytes);
        if (headingCount > 0)
            _headingCount = ReadRun(bytes, headingCount - 1, ref _heading);
        _leadInCount = ReadRun(bytes, ReadCount(bytes), ref _leadIn);
        _bodyCount = ReadRun(bytes, ReadCount(bytes), ref _body);
        PassagesLeft--;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadTerms(ReadOnlySpan<byte> bytes)
    {
        TermCount = ReadCount(bytes);
        if (_terms.Length < TermCount)
            _terms = new (int, int, bool)[TermCount * 2];
        for (int i = 0; i < TermCount; i++)
        {
            uint header = Leb128.Read(bytes, ref _at);
            int length = (int)(header >> 1);
            if (length > bytes.Length - _at)
                throw new InvalidDataException("Bytes of passage terms are damaged.");
            _terms[i] = (_at, length, (header & 1) != 0);
            _at += length;
        }
    }

    /// <summary>No count can be higher than the bytes that are left (a heading's is one more than its words).</summary>
    private int ReadCount(ReadOnlySpan<byte> bytes)
    {
        uint count = Leb128.Read(bytes, ref _at);
        if (count > bytes.Length - _at + 1)
            throw new InvalidDataException("Bytes of passage terms are damaged.");
        return (int)count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int ReadRun(ReadOnlySpan<byte> bytes, int count, ref int[] run)
    {
        if (run.Length < count)
            run = new int[Math.Max(count, run.Length * 2)];
        Span<int> target = run.AsSpan(0, count);
        int at = _at;
        for (int i = 0; i < target.Length; i++)
        {
            uint number = Leb128.Read(bytes, ref at);
            if (number >= (uint)TermCount)
                throw new InvalidDataException("Bytes of passage terms are damaged.");
            target[i] = (int)number;
        }

        _at = at;
        return count;
    }
}
