using System.Runtime.CompilerServices;
using CseMapper.Matching.Loading;
using CseMapper.Passages.Indexing;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Workspaces;

namespace CseMapper.Matching.Remarks;

/// <summary>Finds where else nearly the same words stand as in passages that are candidates, and which of these are
/// boilerplate.</summary>
/// <remarks>
/// The runs of four terms of a passage (stems, stop words included) are its shingles (Broder 1997). Two passages are
/// nearly identical where shared runs over runs of either come to .6. A passage is boilerplate where documents of five
/// families at least, and a fifth of all documents or fifty of them, have a passage that holds .6 of its runs: versions
/// and copies of one document count once. The index tells which passages hold so many of a candidate's rare terms that
/// they can hold .6 of its runs (<see cref="CopyProbe"/>); of these all runs are compared, none are sampled.
/// </remarks>
internal sealed class PassageCopies
{
    private const double Alike = 0.6;
    private const int LeastFamilies = 5;
    private const int MostFamilies = 50;
    private const double CommonShare = 0.2;

    private readonly IReadOnlyList<IndexedDocument> _documents;
    private readonly List<Candidate> _candidates = [];
    private readonly List<CopyProbe> _probes = [];
    private readonly Dictionary<long, Candidate> _byPlace = [];
    private readonly RunTable _table = new();
    private readonly RunReader _reader = new();
    private readonly HashSet<ulong> _distinct = [];
    private readonly int[] _shared;
    private readonly List<int> _touched = [];

    /// <summary>By place in the table: the passage that last held the run there.</summary>
    private readonly int[] _lastPassage;
    private int _passage;

    /// <summary>Compares the candidates with all passages of all documents.</summary>
    /// <param name="source">The documents.</param>
    /// <param name="candidates">The passages asked about.</param>
    /// <param name="cancellation">Stops the work.</param>
    public PassageCopies(DocumentSource source, IEnumerable<PassagePlace> candidates, CancellationToken cancellation)
    {
        _documents = source.Documents;
        AddCandidates(source, candidates, cancellation);
        _shared = new int[_candidates.Count];
        _lastPassage = new int[_table.Places];
        HashSet<long> alike = PassagesAlike(source.Index(cancellation));
        bool[] isWanted = new bool[_documents.Count];
        foreach (long code in alike)
            isWanted[(int)(code >> 32)] = true;
        foreach (DocumentPassages document in source.Texts(isWanted))
        {
            cancellation.ThrowIfCancellationRequested();
            Compare(document, alike);
        }

        foreach (Candidate candidate in _candidates)
            candidate.Sort();
    }

    /// <summary>Where else nearly the same words stand as in a candidate, in the order of the documents.</summary>
    public IReadOnlyList<PassagePlace> Of(PassagePlace candidate) => _byPlace[candidate.Code].Copies;

    /// <summary>True where the words of a candidate stand in so many documents that they say nothing of any.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="familyOf">What versions and copies of one document have in common.</param>
    public bool IsBoilerplate(PassagePlace candidate, Func<IndexedDocument, string> familyOf)
    {
        int least = (int)Math.Max(LeastFamilies, Math.Min(MostFamilies, Math.Ceiling(CommonShare * _documents.Count)));
        List<int> holders = _byPlace[candidate.Code].Holders;
        return holders.Count >= least
            && holders.Select(document => familyOf(_documents[document])).Distinct(StringComparer.Ordinal).Count()
                >= least;
    }

    private void AddCandidates(
        DocumentSource source,
        IEnumerable<PassagePlace> candidates,
        CancellationToken cancellation
    )
    {
        bool[] isWanted = new bool[_documents.Count];
        HashSet<long> wanted = [];
        foreach (PassagePlace place in candidates)
        {
            isWanted[place.Document] = true;
            wanted.Add(place.Code);
        }

        foreach (DocumentPassages document in source.Texts(isWanted))
        {
            cancellation.ThrowIfCancellationRequested();
            _reader.Begin();
            foreach (Passage passage in document.Passages)
            {
                PassagePlace place = new(document.Document, passage.Ordinal);
                if (!wanted.Contains(place.Code))
                    continue;
                _reader.Read(passage);
                AddCandidate(place);
            }
        }
    }

    /// <summary>The places of all passages that may be nearly the same as a candidate.</summary>
    private HashSet<long> PassagesAlike(IndexSnapshot index)
    {
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        for (int document = 0; document < _documents.Count; document++)
            numbers.TryAdd(_documents[document].Key, document);
        HashSet<long> places = [];
        foreach (FoundPassage found in index.PassagesHolding(CopyProbe.Choose(_probes, index, Alike)))
        {
            if (numbers.TryGetValue(found.Hash, out int document))
                places.Add(new PassagePlace(document, found.Ordinal).Code);
        }

        return places;
    }

    private void AddCandidate(PassagePlace place)
    {
        Candidate candidate = new(place, CountDistinct());
        foreach (ulong run in _distinct)
            _table.Add(run, _candidates.Count);
        _probes.Add(CopyProbe.Build(_reader));
        _candidates.Add(candidate);
        _byPlace.Add(place.Code, candidate);
    }

    private void Compare(DocumentPassages document, HashSet<long> alike)
    {
        _reader.Begin();
        foreach (Passage passage in document.Passages)
        {
            PassagePlace place = new(document.Document, passage.Ordinal);
            if (!alike.Contains(place.Code))
                continue;
            _reader.Read(passage);
            CountShared();
            if (_touched.Count > 0)
                Meet(place);
        }
    }

    /// <summary>Counts the runs that the passage read last shares with each candidate.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CountShared()
    {
        _passage++;
        foreach (ulong run in _reader.Runs)
        {
            int place = _table.Find(run);
            if (place < 0 || _lastPassage[place] == _passage)
                continue;
            _lastPassage[place] = _passage;
            for (int holder = _table.FirstOf(place); holder != 0; holder = _table.NextOf(holder))
            {
                int number = _table.CandidateOf(holder);
                if (_shared[number]++ == 0)
                    _touched.Add(number);
            }
        }
    }

    private void Meet(PassagePlace place)
    {
        // Either likeness needs most of the candidate's runs, and hardly any passage has them.
        int runs = 0;
        foreach (int number in _touched)
        {
            if (_shared[number] >= Alike * _candidates[number].Runs)
            {
                if (runs == 0)
                    runs = CountDistinct();
                _candidates[number].Meet(place, _shared[number], runs);
            }

            _shared[number] = 0;
        }

        _touched.Clear();
    }

    private int CountDistinct()
    {
        _distinct.Clear();
        foreach (ulong run in _reader.Runs)
            _distinct.Add(run);
        return _distinct.Count;
    }

    private sealed class Candidate(PassagePlace place, int runs)
    {
        private readonly List<long> _copies = [];

        public int Runs { get; } = runs;

        public PassagePlace[] Copies { get; private set; } = [];

        /// <summary>Documents that hold most of its words, its own included, ascending.</summary>
        public List<int> Holders { get; } = [];

        /// <summary>Notes a passage that holds most of its runs; all of one document come one after the
        /// other.</summary>
        public void Meet(PassagePlace other, int shared, int runsOfOther)
        {
            if (Holders.Count == 0 || Holders[^1] != other.Document)
                Holders.Add(other.Document);
            if (shared >= Alike * (Runs + runsOfOther - shared) && other != place)
                _copies.Add(other.Code);
        }

        public void Sort()
        {
            Holders.Sort();
            _copies.Sort();
            Copies = new PassagePlace[_copies.Count];
            for (int i = 0; i < Copies.Length; i++)
                Copies[i] = new PassagePlace((int)(_copies[i] >> 32), (int)_copies[i]);
        }
    }
}

/// <summary>Where a passage stands.</summary>
/// <param name="Document">Number of the document.</param>
/// <param name="Ordinal">Its place in the document.</param>
internal readonly record struct PassagePlace(int Document, int Ordinal)
{
    /// <summary>Both in one number, in the order of the documents.</summary>
    public long Code => ((long)Document << 32) | (uint)Ordinal;
}
