using System.Buffers;
using System.Text;
using CseMapper.Passages.Splitting;

namespace CseMapper.Passages.Terms;

/// <summary>
/// Writes the terms of one document after the other. Words met before, in whatever document, are looked up and not
/// analysed again: that alone decides how fast documents are indexed. For one thread at a time; what it writes does not
/// depend on what it wrote before.
/// </summary>
internal sealed class PassageTermsWriter
{
    /// <summary>With more words than this the next document begins with an empty memory, which bounds it (about 4
    /// MB).</summary>
    private const int MostRemembered = 1 << 16;

    /// <summary>In place of a term's number, for a word of which nothing remains.</summary>
    private const int Nothing = -1;

    private WordCache _words = new();
    private WordCache _terms = new();
    private ArrayBufferWriter<byte> _termBytes = new();
    private List<(int Start, int Length)> _places = [];
    private readonly ArrayBufferWriter<byte> _dictionary = new(4096);
    private readonly ArrayBufferWriter<byte> _runs = new(1 << 14);
    private (int Document, int Number)[] _numbers = new (int, int)[1024];
    private int _document;
    private int _termCount;
    private int[] _run = new int[256];
    private int _runLength;

    /// <summary>Analyses a document; see <see cref="PassageTerms.Encode"/>.</summary>
    public byte[] Write(string title, IReadOnlyList<Passage> passages)
    {
        Begin();
        WriteRun(title, offset: 0);
        Write(_runs, (uint)passages.Count);
        IReadOnlyList<string>? headings = null;
        foreach (Passage passage in passages)
        {
            if (headings is not null && headings.SequenceEqual(passage.Headings, StringComparer.Ordinal))
            {
                Write(_runs, 0);
            }
            else
            {
                foreach (string heading in passage.Headings)
                    Add(heading);
                EndRun(offset: 1);
            }

            headings = passage.Headings;
            WriteRun(passage.LeadIn ?? "", offset: 0);
            WriteRun(passage.Text, offset: 0);
        }

        Span<byte> head = stackalloc byte[8];
        head[0] = PassageTerms.FormatVersion;
        int headLength = 1 + Leb128.Write(head[1..], (uint)_termCount);
        return [.. head[..headLength], .. _dictionary.WrittenSpan, .. _runs.WrittenSpan];
    }

    private void Begin()
    {
        if (_words.Count > MostRemembered)
        {
            _words = new WordCache();
            _terms = new WordCache();
            _termBytes = new ArrayBufferWriter<byte>();
            _places = [];
        }

        _document++;
        _termCount = 0;
        _dictionary.ResetWrittenCount();
        _runs.ResetWrittenCount();
    }

    /// <summary>Writes the words of a text as a run.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="offset">Added to the count in front of the run.</param>
    private void WriteRun(string text, int offset)
    {
        Add(text);
        EndRun(offset);
    }

    private void EndRun(int offset)
    {
        Span<byte> target = _runs.GetSpan((_runLength + 1) * 5);
        int written = Leb128.Write(target, (uint)(_runLength + offset));
        foreach (int number in _run.AsSpan(0, _runLength))
            written += Leb128.Write(target[written..], (uint)number);
        _runs.Advance(written);
        _runLength = 0;
    }

    /// <summary>Adds the words of a text to the run.</summary>
    private void Add(ReadOnlySpan<char> text)
    {
        WordBreaker words = new(text);
        while (words.MoveNext())
        {
            int meaning = MeaningOf(text[words.Start..words.End]);
            if (meaning == Nothing)
                continue;
            if (_runLength == _run.Length)
                Array.Resize(ref _run, _runLength * 2);
            _run[_runLength++] = NumberOf(meaning >> 1, (meaning & 1) != 0);
        }
    }

    /// <returns>The place of a word's term among all that are remembered, times two, plus one for a stop word; or
    /// <see cref="Nothing"/>.</returns>
    private int MeaningOf(ReadOnlySpan<char> word)
    {
        if (word.Length > TextAnalyzer.LongestWord)
            word = word[..TextAnalyzer.LongestWord];
        ref int meaning = ref _words.NumberOf(word, out bool isKnown);
        if (!isKnown)
            meaning = Analyse(word);
        return meaning;
    }

    private int Analyse(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[TextAnalyzer.BufferLength];
        int length = TextAnalyzer.ToTerm(word, buffer, out bool isStopWord);
        if (length == 0)
            return Nothing;
        ref int term = ref _terms.NumberOf(buffer[..length], out bool isKnown);
        if (!isKnown)
        {
            term = _places.Count;
            _places.Add((_termBytes.WrittenCount, (int)Encoding.UTF8.GetBytes(buffer[..length], _termBytes)));
        }

        return (term << 1) | (isStopWord ? 1 : 0);
    }

    /// <summary>The number of a term in this document. Where a stop word and another word have one stem, the document's
    /// first of them decides what it is.</summary>
    private int NumberOf(int term, bool isStopWord)
    {
        if (term >= _numbers.Length)
            Array.Resize(ref _numbers, Math.Max(_places.Count, _numbers.Length * 2));
        ref (int Document, int Number) known = ref _numbers[term];
        if (known.Document == _document)
            return known.Number;
        known = (_document, _termCount++);
        (int start, int length) = _places[term];
        Write(_dictionary, ((uint)length << 1) | (isStopWord ? 1u : 0u));
        _dictionary.Write(_termBytes.WrittenSpan.Slice(start, length));
        return known.Number;
    }

    private static void Write(ArrayBufferWriter<byte> target, uint value) =>
        target.Advance(Leb128.Write(target.GetSpan(5), value));
}
