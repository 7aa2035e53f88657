using System.Runtime.InteropServices;
using System.Text;

namespace CseMapper.Passages.Terms;

/// <summary>Turns the words of texts into numbers of terms, a run of numbers a text. Words met before, in whatever
/// text, are looked up and not analysed again: that alone decides how fast documents are indexed.</summary>
/// <remarks>For one thread at a time. A code holds a term's number, the byte that tells which of the term's words was met
/// (<see cref="WordForms"/>), and whether that is a stop word. The terms lie one after the other in one array, so that
/// others need no copy of them.</remarks>
public sealed class TermRuns
{
    /// <summary>With more words than this the next <see cref="Begin"/> empties the memory, which bounds it (about 4
    /// MB).</summary>
    private const int MostRemembered = 1 << 16;

    private const int Nothing = -1;
    private const int NumberShift = 9;
    private const int FormShift = 1;

    /// <summary>New words of a document that has more different ones than this are left out: no text has so many, only
    /// what was made to do harm.</summary>
    private const int MostTerms = (int.MaxValue >> NumberShift) - 1;

    private WordCache _words = new();
    private WordCache _folded = new();
    private List<KnownWord> _known = [];
    private readonly List<int> _ofDocument = [];
    private WordCache _terms = new();
    private (int Start, int Length)[] _places = new (int, int)[1 << 10];
    private int _used;

    /// <summary>By term: the last document that held it, and what its first occurrence there was.</summary>
    private (int Document, int IsStopWord)[] _firsts = new (int, int)[1 << 10];
    private int _document;

    /// <summary>How many different terms are known; they are numbered from 0.</summary>
    public int Count { get; private set; }

    /// <summary>The UTF-8 bytes of all terms.</summary>
    public byte[] Pool { get; private set; } = new byte[1 << 14];

    /// <summary>Raised when numbers begin anew.</summary>
    public int Generation { get; private set; }

    /// <summary>The number of the term that a code stands for.</summary>
    /// <param name="code">What <see cref="Append"/> wrote.</param>
    public static int NumberOf(int code) => code >> NumberShift;

    /// <summary>Which of the term's words was met.</summary>
    /// <param name="code">What <see cref="Append"/> wrote.</param>
    public static byte FormOf(int code) => (byte)(code >> FormShift);

    /// <summary>Whether the word that was met says nothing of the subject.</summary>
    /// <param name="code">What <see cref="Append"/> wrote.</param>
    public static bool IsStopWord(int code) => (code & 1) != 0;

    /// <summary>Where a term stands in the pool.</summary>
    /// <param name="number">The term's number.</param>
    public (int Start, int Length) PlaceOf(int number) => _places[number];

    /// <summary>A term's UTF-8 bytes; valid until the next text is added.</summary>
    /// <param name="number">The term's number.</param>
    public ReadOnlySpan<byte> BytesOf(int number) => Pool.AsSpan(_places[number].Start, _places[number].Length);

    /// <summary>The words of the document that are not their own stem, in lower case without accents, in the order in
    /// which they were met; some may come twice.</summary>
    public IEnumerable<string> Forms => _ofDocument.Select(word => _known[word].Form!);

    /// <summary>Begins with a document; forgets all terms where there are very many.</summary>
    public void Begin()
    {
        _document++;
        _ofDocument.Clear();
        if (_words.Count <= MostRemembered)
            return;
        _words = new WordCache();
        _folded = new WordCache();
        _terms = new WordCache();
        _known = [];
        Count = 0;
        _used = 0;
        Generation++;
    }

    /// <summary>Appends the words of a text to a run.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="run">Takes the codes; grows where it must.</param>
    /// <param name="end">How many codes the run has.</param>
    /// <returns>How many it has then.</returns>
    public int Append(ReadOnlySpan<char> text, ref int[] run, int end)
    {
        WordBreaker words = new(text);
        while (words.MoveNext())
        {
            ReadOnlySpan<char> word = text[words.Start..words.End];
            if (word.Length > TextAnalyzer.LongestWord)
                word = word[..TextAnalyzer.LongestWord];
            ref int known = ref _words.NumberOf(word, out bool isKnown);
            if (!isKnown)
                known = Analyse(word);
            if (known == Nothing)
                continue;
            if (end == run.Length)
                Array.Resize(ref run, end * 2);
            run[end++] = InDocument(known);
        }

        return end;
    }

    /// <summary>Where a stop word and another word have one stem, the document's first of them decides what it
    /// is.</summary>
    private int InDocument(int known)
    {
        ref KnownWord word = ref CollectionsMarshal.AsSpan(_known)[known];
        if (word.Document != _document)
        {
            word.Document = _document;
            if (word.Form is not null)
                _ofDocument.Add(known);
        }

        ref (int Document, int IsStopWord) first = ref _firsts[NumberOf(word.Code)];
        if (first.Document != _document)
            first = (_document, word.Code & 1);
        return (word.Code & ~1) | first.IsStopWord;
    }

    private int Analyse(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[TextAnalyzer.BufferLength];
        folded = folded[..TextAnalyzer.Fold(word, folded)];
        if (folded.IsEmpty)
            return Nothing;
        ref int known = ref _folded.NumberOf(folded, out bool isKnown);
        if (!isKnown)
            known = AnalyseFolded(folded);
        return known;
    }

    /// <returns>The place of what is known of the word.</returns>
    private int AnalyseFolded(ReadOnlySpan<char> folded)
    {
        Span<char> stem = stackalloc char[TextAnalyzer.BufferLength];
        folded.CopyTo(stem);
        stem = stem[..TextAnalyzer.StemFolded(stem, folded.Length, out bool isStopWord)];
        ref int term = ref _terms.NumberOf(stem, out bool isKnown);
        if (!isKnown)
            term = Count < MostTerms ? Add(stem) : Nothing;
        if (term == Nothing)
            return Nothing;
        byte form = WordForms.CodeOf(folded, stem);
        _known.Add(
            new KnownWord
            {
                Code = (term << NumberShift) | (form << FormShift) | (isStopWord ? 1 : 0),
                Form = form == WordForms.Stem ? null : folded.ToString(),
            }
        );
        return _known.Count - 1;
    }

    private int Add(ReadOnlySpan<char> term)
    {
        if (_used + Encoding.UTF8.GetMaxByteCount(term.Length) > Pool.Length)
        {
            byte[] larger = new byte[Pool.Length * 2];
            Pool.AsSpan(0, _used).CopyTo(larger);
            Pool = larger;
        }

        if (Count == _places.Length)
        {
            Array.Resize(ref _places, Count * 2);
            Array.Resize(ref _firsts, Count * 2);
        }

        int length = Encoding.UTF8.GetBytes(term, Pool.AsSpan(_used));
        _places[Count] = (_used, length);
        _used += length;
        return Count++;
    }

    private struct KnownWord
    {
        public int Code;
        public int Document;
        public string? Form;
    }
}
