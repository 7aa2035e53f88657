using System.Buffers;
using System.Text;

namespace CseMapper.Indexing;

/// <summary>Writes the runs of one document and numbers their terms on the way.</summary>
internal sealed class PassageTermsWriter
{
    private readonly Dictionary<string, int> _numberByWord = new(256, StringComparer.Ordinal);
    private readonly Dictionary<string, int> _numberByTerm = new(256, StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _terms;
    private readonly ArrayBufferWriter<byte> _runs = new(4096);
    private readonly ArrayBufferWriter<byte> _dictionary = new(2048);
    private int[] _run = new int[256];

    public PassageTermsWriter()
    {
        _words = _numberByWord.GetAlternateLookup<ReadOnlySpan<char>>();
        _terms = _numberByTerm.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Writes the words of a text as a run.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="offset">Added to the count in front of the run.</param>
    public void WriteRun(ReadOnlySpan<char> text, int offset)
    {
        int count = 0;
        WordBreaker words = new(text);
        Span<char> buffer = stackalloc char[TextAnalyzer.BufferLength];
        while (words.MoveNext())
        {
            int number = NumberOf(text[words.Start..words.End], buffer);
            if (number < 0) continue;
            if (count == _run.Length) Array.Resize(ref _run, count * 2);
            _run[count++] = number;
        }

        Write(_runs, (uint)(count + offset));
        Span<byte> target = _runs.GetSpan(count * 5);
        int written = 0;
        foreach (int number in _run.AsSpan(0, count)) written += Leb128.Write(target[written..], (uint)number);
        _runs.Advance(written);
    }

    public void WriteCount(int count) => Write(_runs, (uint)count);

    public byte[] ToBytes()
    {
        Span<byte> head = stackalloc byte[8];
        head[0] = PassageTerms.FormatVersion;
        int headLength = 1 + Leb128.Write(head[1..], (uint)_numberByTerm.Count);
        return [.. head[..headLength], .. _dictionary.WrittenSpan, .. _runs.WrittenSpan];
    }

    /// <summary>Words that stand often in a document are folded, but stemmed only once.</summary>
    private int NumberOf(ReadOnlySpan<char> word, Span<char> buffer)
    {
        int length = TextAnalyzer.Fold(word, buffer);
        if (length == 0) return -1;
        if (_words.TryGetValue(buffer[..length], out int number)) return number;
        string folded = buffer[..length].ToString();
        int termLength = TextAnalyzer.StemFolded(buffer, length, out bool isStopWord);
        number = termLength == 0 ? -1 : NumberOfTerm(buffer[..termLength], isStopWord);
        _numberByWord.Add(folded, number);
        return number;
    }

    private int NumberOfTerm(ReadOnlySpan<char> term, bool isStopWord)
    {
        if (_terms.TryGetValue(term, out int number)) return number;
        number = _numberByTerm.Count;
        _terms[term] = number;
        Span<byte> utf8 = stackalloc byte[TextAnalyzer.BufferLength * 3];
        int length = Encoding.UTF8.GetBytes(term, utf8);
        Write(_dictionary, ((uint)length << 1) | (isStopWord ? 1u : 0u));
        _dictionary.Write(utf8[..length]);
        return number;
    }

    private static void Write(ArrayBufferWriter<byte> target, uint value) => target.Advance(Leb128.Write(target.GetSpan(5), value));
}
