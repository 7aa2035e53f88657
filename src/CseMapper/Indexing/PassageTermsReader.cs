using System.Text;

namespace CseMapper.Indexing;

/// <summary>Reads what <see cref="PassageTerms.Encode"/> wrote: first the terms, then the title, then one passage after the other.</summary>
/// <remarks>The runs are valid until the next call. Bytes that are damaged end in an <see cref="InvalidDataException"/>, never beyond the array.</remarks>
internal sealed class PassageTermsReader
{
    private ReadOnlyMemory<byte> _bytes;
    private int _at;
    private int _termsLeft;
    private int[] _heading = [];
    private int[] _leadIn = [];
    private int[] _body = [];
    private int _headingCount;
    private int _leadInCount;
    private int _bodyCount;

    public int TermCount { get; private set; }

    /// <summary>Passages not yet read.</summary>
    public int PassagesLeft { get; private set; }

    public ReadOnlySpan<int> Title => _body.AsSpan(0, _bodyCount);

    public ReadOnlySpan<int> Heading => _heading.AsSpan(0, _headingCount);

    public ReadOnlySpan<int> LeadIn => _leadIn.AsSpan(0, _leadInCount);

    public ReadOnlySpan<int> Body => _body.AsSpan(0, _bodyCount);

    /// <summary>Begins with a document.</summary>
    public void Open(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty || bytes.Span[0] != PassageTerms.FormatVersion) throw new InvalidDataException("Passage terms of another format version.");
        _bytes = bytes;
        _at = 1;
        TermCount = ReadCount(bytes.Span);
        _termsLeft = TermCount;
        _headingCount = 0;
    }

    /// <summary>The next term's UTF-8 bytes.</summary>
    public ReadOnlySpan<byte> ReadTerm(out bool isStopWord)
    {
        ReadOnlySpan<byte> bytes = _bytes.Span;
        uint header = Leb128.Read(bytes, ref _at);
        isStopWord = (header & 1) != 0;
        int length = (int)(header >> 1);
        if (length > bytes.Length - _at) throw new InvalidDataException("Bytes of passage terms are damaged.");
        _termsLeft--;
        _at += length;
        return bytes.Slice(_at - length, length);
    }

    public string ReadTermText(out bool isStopWord) => Encoding.UTF8.GetString(ReadTerm(out isStopWord));

    /// <summary>Passes over the terms that were not read and reads the title; then <see cref="PassagesLeft"/> is known.</summary>
    public void ReadTitle()
    {
        while (_termsLeft > 0) ReadTerm(out _);
        ReadOnlySpan<byte> bytes = _bytes.Span;
        _bodyCount = ReadRun(bytes, ReadCount(bytes), ref _body);
        PassagesLeft = ReadCount(bytes);
    }

    /// <summary>Reads the next passage.</summary>
    public void ReadPassage()
    {
        ReadOnlySpan<byte> bytes = _bytes.Span;
        int headingCount = ReadCount(bytes);
        if (headingCount > 0) _headingCount = ReadRun(bytes, headingCount - 1, ref _heading);
        _leadInCount = ReadRun(bytes, ReadCount(bytes), ref _leadIn);
        _bodyCount = ReadRun(bytes, ReadCount(bytes), ref _body);
        PassagesLeft--;
    }

    /// <summary>No count can be higher than the bytes that are left (a heading's is one more than its words).</summary>
    private int ReadCount(ReadOnlySpan<byte> bytes)
    {
        uint count = Leb128.Read(bytes, ref _at);
        if (count > bytes.Length - _at + 1) throw new InvalidDataException("Bytes of passage terms are damaged.");
        return (int)count;
    }

    private int ReadRun(ReadOnlySpan<byte> bytes, int count, ref int[] run)
    {
        if (run.Length < count) run = new int[Math.Max(count, run.Length * 2)];
        Span<int> target = run.AsSpan(0, count);
        int at = _at;
        for (int i = 0; i < target.Length; i++)
        {
            uint number = Leb128.Read(bytes, ref at);
            if (number >= (uint)TermCount) throw new InvalidDataException("Bytes of passage terms are damaged.");
            target[i] = (int)number;
        }

        _at = at;
        return count;
    }
}
