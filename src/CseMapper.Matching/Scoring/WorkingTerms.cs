using System.Runtime.CompilerServices;
using CseMapper.Matching.Loading;
using CseMapper.Matching.Queries;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Terms;

namespace CseMapper.Matching.Scoring;

/// <summary>The terms of the passages of a working set without stop words, with how often they stand in body and
/// heading path; flat.</summary>
internal sealed class WorkingTerms
{
    /// <summary>Fewer documents than this are not worth another thread.</summary>
    private const int LeastDocuments = 512;

    private readonly NumberTable _numbers = new(room: 1 << 14);
    private readonly List<byte[]> _terms = [];
    private readonly Part[] _parts;

    /// <summary>By part: the first row that it does not hold.</summary>
    private readonly int[] _ends;

    private WorkingTerms(Part[] parts)
    {
        _parts = parts;
        _ends = [.. parts.Select(part => part.EndRow)];
        foreach (Part part in parts)
            part.Number(NumberOf);
    }

    /// <summary>How many different terms there are; they are numbered from 0.</summary>
    public int Terms => _numbers.Count;

    /// <summary>Reads the passages.</summary>
    /// <param name="source">The documents.</param>
    /// <param name="set">The passages that are wanted.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static WorkingTerms Load(DocumentSource source, WorkingSet set, CancellationToken cancellation)
    {
        int[] firstRows = new int[source.Documents.Count + 1];
        bool[] isWanted = new bool[source.Documents.Count];
        foreach (int document in set.Documents)
        {
            firstRows[document + 1]++;
            isWanted[document] = true;
        }

        for (int document = 0; document < isWanted.Length; document++)
            firstRows[document + 1] += firstRows[document];
        Part[] parts = new Part[ParallelWork.RangesOf(isWanted.Length, LeastDocuments)];
        ParallelWork.ForEachRange(
            isWanted.Length,
            LeastDocuments,
            (part, first, end) =>
            {
                using DocumentSource own = source.OpenAgain();
                parts[part] = new Part(set, firstRows[first], firstRows[end]);
                foreach (DocumentPassages document in own.Texts(isWanted, first, end))
                {
                    cancellation.ThrowIfCancellationRequested();
                    parts[part]
                        .Read(
                            source.Documents[document.Document].Title,
                            document.Passages,
                            firstRows[document.Document],
                            firstRows[document.Document + 1]
                        );
                }
            }
        );
        return new WorkingTerms(parts);
    }

    /// <summary>The terms of a passage in order of first occurrence.</summary>
    /// <param name="row">Its row in the working set.</param>
    public ReadOnlySpan<TermCount> this[int row]
    {
        get
        {
            int part = 0;
            while (_ends[part] <= row)
                part++;
            return _parts[part][row];
        }
    }

    /// <summary>The UTF-8 bytes of a term.</summary>
    public byte[] BytesOf(int term) => _terms[term];

    private int NumberOf(ReadOnlySpan<byte> term)
    {
        int number = _numbers.FindOrAdd(Lexicon.HashOf(term));
        if (number == _terms.Count)
            _terms.Add(term.ToArray());
        return number;
    }

    /// <summary>Gives a term its number.</summary>
    private delegate int Numbering(ReadOnlySpan<byte> term);

    /// <summary>Some of the rows, read by one thread.</summary>
    private sealed class Part(WorkingSet set, int firstRow, int endRow)
    {
        private readonly PassageRuns _runs = new();
        private readonly int[] _starts = new int[endRow - firstRow];
        private readonly int[] _lastCounts = new int[endRow - firstRow];
        private readonly List<byte[]> _earlier = [];
        private TermCount[] _counts = new TermCount[1 << 12];
        private int _end;
        private int _generation;
        private int _generationStart;

        /// <summary>By number of a term: where the passage's count of it stands, plus one; 0 where it has none
        /// yet.</summary>
        private int[] _placeOf = [];

        public int EndRow => endRow;

        public ReadOnlySpan<TermCount> this[int row] =>
            _counts.AsSpan(_starts[row - firstRow], _lastCounts[row - firstRow] - _starts[row - firstRow]);

        public void Read(string title, IReadOnlyList<Passage> passages, int row, int end)
        {
            _runs.Begin(title);
            if (_runs.Terms.Generation != _generation)
                BeginNumbers();
            for (; row < end; row++)
            {
                _runs.Read(passages[set.Ordinals[row]]);
                if (_placeOf.Length < _runs.Terms.Count)
                    Array.Resize(ref _placeOf, _runs.Terms.Count * 2);
                _starts[row - firstRow] = _end;
                Count(_runs.Body, body: 1, heading: 0);
                Count(_runs.Heading, body: 0, heading: 1);
                foreach (int code in _runs.Body)
                    _placeOf[TermRuns.NumberOf(code)] = 0;
                foreach (int code in _runs.Heading)
                    _placeOf[TermRuns.NumberOf(code)] = 0;
                _lastCounts[row - firstRow] = _end;
            }

            RememberTerms();
        }

        /// <summary>Puts the numbers that all parts share in place of its own.</summary>
        public void Number(Numbering numbering)
        {
            int[] numbers = new int[_earlier.Count];
            for (int i = 0; i < numbers.Length; i++)
                numbers[i] = -1;
            foreach (ref TermCount count in _counts.AsSpan(0, _end))
            {
                ref int number = ref numbers[count.Term];
                if (number < 0)
                    number = numbering(_earlier[count.Term]);
                count.Term = number;
            }
        }

        /// <summary>The terms were forgotten: numbers go on where those of the forgotten ones ended.</summary>
        private void BeginNumbers()
        {
            _generation = _runs.Terms.Generation;
            _generationStart = _earlier.Count;
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Count(ReadOnlySpan<int> run, int body, int heading)
        {
            foreach (int code in run)
            {
                if (TermRuns.IsStopWord(code))
                    continue;
                ref int place = ref _placeOf[TermRuns.NumberOf(code)];
                if (place == 0)
                {
                    if (_end == _counts.Length)
                        Array.Resize(ref _counts, _end * 2);
                    _counts[_end].Term = _generationStart + TermRuns.NumberOf(code);
                    place = ++_end;
                }

                ref TermCount count = ref _counts[place - 1];
                count.Body += body;
                count.Heading += heading;
            }
        }

        private void RememberTerms()
        {
            for (int number = _earlier.Count - _generationStart; number < _runs.Terms.Count; number++)
                _earlier.Add(_runs.Terms.BytesOf(number).ToArray());
        }
    }
}

/// <summary>How often a term stands in a passage.</summary>
internal struct TermCount
{
    /// <summary>The term's number.</summary>
    public int Term;

    /// <summary>Occurrences in the body.</summary>
    public int Body;

    /// <summary>Occurrences in the heading path.</summary>
    public int Heading;

    /// <summary>Its weighted frequency.</summary>
    public readonly float Weigh(float body, float heading) => Lexicon.Whole * ((Body * body) + (Heading * heading));
}
