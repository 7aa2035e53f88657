using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace CseMapper.Passages.Indexing;

/// <summary>Says which terms are wanted.</summary>
/// <param name="term">UTF-8 bytes.</param>
/// <returns>A number above 0 that is to stand for the term in runs, the same each time; 0 for one that is not
/// wanted.</returns>
public delegate int TermChoice(ReadOnlySpan<byte> term);

/// <summary>Puts the runs of passages together again from the postings of the terms that mean something: each term of
/// a dictionary is looked at once, each posting once, whatever the number of passages.</summary>
/// <remarks>
/// Postings are read for some thousand passages at a time, and each term's are laid down where they stood; places of
/// terms that are not wanted stay 0. Passages come in the order in which they lie in the index, those of one document one
/// after the other. For one thread; runs are valid until the next passage.
/// </remarks>
public sealed class PostingsRuns
{
    private const int Block = 1 << 12;

    private readonly IndexSnapshot _index;
    private readonly AtomicReader _reader;
    private readonly FieldRuns _title;
    private readonly FieldRuns _heading;
    private readonly FieldRuns _leadIn;
    private readonly FieldRuns _body;
    private readonly SortedDocValues? _keys;
    private readonly NumericDocValues? _lengths;
    private readonly Dictionary<string, int> _documents;
    private readonly int[] _ofKey;
    private int _first;
    private int _end;
    private int _row;
    private long _length;

    /// <param name="index">The index.</param>
    /// <param name="part">Which part of it.</param>
    /// <param name="documents">The wanted documents by the hash of their content, and their numbers.</param>
    /// <param name="choose">Which terms are wanted.</param>
    public PostingsRuns(IndexSnapshot index, int part, Dictionary<string, int> documents, TermChoice choose)
    {
        ArgumentNullException.ThrowIfNull(index);
        _index = index;
        _reader = index.Reader.Leaves[part].AtomicReader;
        _documents = documents;
        (_keys, _lengths, _ofKey) = index.Guard(() =>
            (
                _reader.GetSortedDocValues(PassageFields.Document),
                _reader.GetNumericDocValues(PassageFields.Lengths),
                NumbersOfKeys()
            )
        );
        bool isAny = Array.Exists(_ofKey, number => number >= 0);
        _title = Open(PassageFields.Title, isAny, choose);
        _heading = Open(PassageFields.Heading, isAny, choose);
        _leadIn = Open(PassageFields.LeadIn, isAny, choose);
        _body = Open(PassageFields.Body, isAny, choose);
        _row = -1;
        if (!isAny)
            _first = _end = _reader.MaxDoc;
    }

    /// <summary>The number of the passage's document.</summary>
    public int Document { get; private set; }

    /// <summary>The words of the document's title.</summary>
    public ReadOnlySpan<int> Title => _title.RunOf(_row);

    /// <summary>The words of the heading path.</summary>
    public ReadOnlySpan<int> Heading => _heading.RunOf(_row);

    /// <summary>The words of the sentence that leads in.</summary>
    public ReadOnlySpan<int> LeadIn => _leadIn.RunOf(_row);

    /// <summary>The words of the passage itself.</summary>
    public ReadOnlySpan<int> Body => _body.RunOf(_row);

    /// <summary>Words of the body that are no stop words.</summary>
    public int BodyLength => (int)_length;

    /// <summary>The same of the heading path, and half of the title's that it does not hold.</summary>
    public int HeadingLength => (int)(_length >> 32);

    /// <summary>Moves to the next passage of a wanted document.</summary>
    /// <returns>False after the last.</returns>
    /// <exception cref="IndexException">The index is damaged.</exception>
    public bool MoveNext() => _index.Guard(Move);

    private bool Move()
    {
        while (true)
        {
            _row++;
            if (_first + _row >= _end && !ReadBlock())
                return false;
            int passage = _first + _row;
            if (NumberOf(passage) is var number && number < 0)
                continue;
            Document = number;
            _length = _lengths!.Get(passage);
            return true;
        }
    }

    /// <summary>Reads on from the next wanted passage.</summary>
    private bool ReadBlock()
    {
        int next = _end;
        while (next < _reader.MaxDoc && NumberOf(next) < 0)
            next++;
        if (next >= _reader.MaxDoc)
            return false;
        (_first, _end, _row) = (next, Math.Min(next + Block, _reader.MaxDoc), 0);
        _title.Read(_first, _end);
        _heading.Read(_first, _end);
        _leadIn.Read(_first, _end);
        _body.Read(_first, _end);
        return true;
    }

    private int NumberOf(int passage)
    {
        if (_reader.LiveDocs is { } live && !live.Get(passage))
            return -1;
        int key = _keys!.GetOrd(passage);
        return key < 0 ? -1 : _ofKey[key];
    }

    /// <summary>By number of a key in this part: the document's number, or -1.</summary>
    private int[] NumbersOfKeys()
    {
        if (_reader.GetSortedDocValues(PassageFields.Document) is not { } keys)
            return [];
        int[] numbers = new int[keys.ValueCount];
        BytesRef key = new();
        for (int i = 0; i < numbers.Length; i++)
        {
            keys.LookupOrd(i, key);
            numbers[i] = _documents.GetValueOrDefault(IndexedContent.HashIn(key), -1);
        }

        return numbers;
    }

    private FieldRuns Open(string field, bool isAny, TermChoice choose) =>
        _index.Guard(() => new FieldRuns(isAny ? _reader.GetTerms(field) : null, _reader.LiveDocs, choose));

    /// <summary>The runs of one field.</summary>
    private sealed class FieldRuns
    {
        /// <summary>Words of a run that have room from the start; the rest of a longer one stands by itself.</summary>
        private const int Stride = 256;

        private readonly List<(int Number, DocsAndPositionsEnum Postings)> _terms = [];
        private readonly Dictionary<int, int[]> _long = [];
        private readonly int[] _ends = new int[Block];
        private readonly int[] _runs = [];

        public FieldRuns(Lucene.Net.Index.Terms? terms, IBits? live, TermChoice choose)
        {
            if (terms?.GetEnumerator() is not { } all)
                return;
            while (all.MoveNext())
            {
                BytesRef term = all.Term;
                int number = choose(term.Bytes.AsSpan(term.Offset, term.Length));
                if (number > 0)
                    _terms.Add((number, all.DocsAndPositions(live, null, DocsAndPositionsFlags.NONE)));
            }

            if (_terms.Count > 0)
                _runs = new int[Block * Stride];
        }

        public ReadOnlySpan<int> RunOf(int row)
        {
            if (_ends[row] == 0)
                return [];
            if (_ends[row] <= Stride)
                return _runs.AsSpan(row * Stride, _ends[row]);
            int[] whole = _long[row];
            _runs.AsSpan(row * Stride, Stride).CopyTo(whole);
            return whole.AsSpan(0, _ends[row]);
        }

        public void Read(int first, int end)
        {
            if (_terms.Count == 0)
                return;
            for (int row = 0; row < Block; row++)
                Array.Clear(_runs, row * Stride, Math.Min(_ends[row], Stride));
            Array.Clear(_ends);
            _long.Clear();
            foreach ((int number, DocsAndPositionsEnum postings) in _terms)
            {
                int document = postings.DocID;
                if (document < first)
                    document = postings.Advance(first);
                for (; document < end; document = postings.NextDoc())
                    Lay(document - first, number, postings);
            }
        }

        private void Lay(int row, int number, DocsAndPositionsEnum postings)
        {
            int position = 0;
            for (int left = postings.Freq; left > 0; left--)
            {
                position = postings.NextPosition();
                if (position < Stride)
                    _runs[(row * Stride) + position] = number;
                else
                    LayFar(row, position, number);
            }

            _ends[row] = Math.Max(_ends[row], position + 1);
        }

        private void LayFar(int row, int position, int number)
        {
            if (!_long.TryGetValue(row, out int[]? run))
                run = new int[position * 2];
            if (run.Length <= position)
                Array.Resize(ref run, position * 2);
            _long[row] = run;
            run[position] = number;
        }
    }
}
