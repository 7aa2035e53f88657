using System.Runtime.CompilerServices;
using CseMapper.Matching.Loading;
using CseMapper.Matching.Queries;
using CseMapper.Passages.Terms;

namespace CseMapper.Matching.Scoring;

/// <summary>The terms of the passages of a working set without stop words, with how often they stand in body and
/// heading path; flat.</summary>
internal sealed class WorkingTerms
{
    private readonly PassageTermsReader _reader = new();
    private readonly NumberTable _numbers = new(room: 1 << 14);
    private readonly int[] _starts;
    private readonly int[] _ends;
    private TermCount[] _counts = new TermCount[1 << 14];
    private ulong[] _terms = new ulong[1 << 14];
    private int _end;

    /// <summary>By number of a term in the document: where the passage's count of it stands, plus one; 0 where it has
    /// none yet.</summary>
    private int[] _placeOf = [];

    private WorkingTerms(int rows)
    {
        _starts = new int[rows];
        _ends = new int[rows];
    }

    /// <summary>How many different terms there are; they are numbered from 0.</summary>
    public int Terms => _numbers.Count;

    /// <summary>Reads the passages.</summary>
    /// <param name="source">The documents.</param>
    /// <param name="set">The passages that are wanted.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static WorkingTerms Load(DocumentSource source, WorkingSet set, CancellationToken cancellation)
    {
        WorkingTerms terms = new(set.Passages.Length);
        int[] firstRows = new int[source.Documents.Count];
        bool[] isWanted = new bool[source.Documents.Count];
        for (int row = set.Passages.Length - 1; row >= 0; row--)
        {
            firstRows[set.Documents[row]] = row;
            isWanted[set.Documents[row]] = true;
        }

        foreach (DocumentBytes document in source.Terms(isWanted))
        {
            cancellation.ThrowIfCancellationRequested();
            terms.Read(document, set, firstRows[document.Document]);
        }

        return terms;
    }

    /// <summary>The terms of a passage in order of first occurrence.</summary>
    /// <param name="row">Its row in the working set.</param>
    public ReadOnlySpan<TermCount> this[int row] => _counts.AsSpan(_starts[row], _ends[row] - _starts[row]);

    /// <summary>The hash that stands for a term.</summary>
    public ulong HashOf(int term) => _terms[term];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Read(DocumentBytes document, WorkingSet set, int row)
    {
        _reader.Open(document.Bytes);
        if (_placeOf.Length < _reader.TermCount)
            _placeOf = new int[_reader.TermCount * 2];
        for (int ordinal = 0; row < set.Passages.Length && set.Documents[row] == document.Document; ordinal++)
        {
            _reader.ReadPassage();
            if (ordinal < set.Ordinals[row])
                continue;
            _starts[row] = _end;
            Count(_reader.Body, body: 1, heading: 0);
            Count(_reader.Heading, body: 0, heading: 1);
            foreach (int local in _reader.Body)
                _placeOf[local] = 0;
            foreach (int local in _reader.Heading)
                _placeOf[local] = 0;
            _ends[row++] = _end;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Count(ReadOnlySpan<int> run, int body, int heading)
    {
        foreach (int local in run)
        {
            if (_reader.IsStopWord(local))
                continue;
            if (_placeOf[local] == 0)
            {
                if (_end == _counts.Length)
                    Array.Resize(ref _counts, _end * 2);
                _counts[_end].Term = NumberOf(local);
                _placeOf[local] = ++_end;
            }

            ref TermCount count = ref _counts[_placeOf[local] - 1];
            count.Body += body;
            count.Heading += heading;
        }
    }

    private int NumberOf(int local)
    {
        ulong hash = Lexicon.HashOf(_reader.Term(local));
        int number = _numbers.FindOrAdd(hash);
        if (number == _terms.Length)
            Array.Resize(ref _terms, number * 2);
        _terms[number] = hash;
        return number;
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
