using CseMapper.Indexing;

namespace CseMapper.Matching;

/// <summary>Finds where else nearly the same words stand as in passages that are candidates, and which of these are boilerplate.</summary>
/// <remarks>
/// The runs of four terms of a passage (stems, stop words included) are its shingles (Broder 1997). Two passages are nearly identical where shared runs over
/// runs of either come to .6. A passage is boilerplate where documents of five families at least, and a fifth of all documents or fifty of them, have a passage that
/// holds .6 of its runs: versions and copies of one document count once. All runs are compared, in one pass over the documents; none are sampled.
/// </remarks>
internal sealed class PassageCopies
{
    private const int Run = 4;
    private const double Alike = 0.6;
    private const int LeastFamilies = 5;
    private const int MostFamilies = 50;
    private const double CommonShare = 0.2;

    private const ulong Base = 0x9E3779B97F4A7C15UL;

    /// <summary>The base to the power of three: what the term that leaves a run is multiplied by.</summary>
    private const ulong Oldest = unchecked(Base * Base * Base);

    private readonly IReadOnlyList<IndexedDocument> _documents;
    private readonly List<Candidate> _candidates = [];
    private readonly Dictionary<PassagePlace, Candidate> _byPlace = [];
    private readonly Dictionary<ulong, List<int>> _holders = [];
    private readonly RunFilter _filter = new();
    private readonly PassageTermsReader _reader = new();
    private readonly HashSet<ulong> _runs = [];
    private ulong[] _hashes = [];
    private ulong[] _buffer = [];

    /// <summary>Compares the candidates with all passages of all documents.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="candidates">The passages asked about.</param>
    /// <param name="cancellation">Stops the work.</param>
    public PassageCopies(IReadOnlyList<IndexedDocument> documents, IEnumerable<PassagePlace> candidates, CancellationToken cancellation)
    {
        _documents = documents;
        foreach (IGrouping<int, PassagePlace> document in candidates.Distinct().GroupBy(place => place.Document)) AddCandidates(document.Key, [.. document.Select(place => place.Ordinal)]);
        int[] shared = new int[_candidates.Count];
        for (int document = 0; document < documents.Count; document++)
        {
            if ((document & 0x3F) == 0) cancellation.ThrowIfCancellationRequested();
            Compare(document, shared);
        }
    }

    /// <summary>Where else nearly the same words stand as in a candidate, in the order of the documents.</summary>
    public IReadOnlyList<PassagePlace> Of(PassagePlace candidate) => _byPlace[candidate].Copies;

    /// <summary>True where the words of a candidate stand in so many documents that they say nothing of any.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="familyOf">What versions and copies of one document have in common.</param>
    public bool IsBoilerplate(PassagePlace candidate, Func<IndexedDocument, string> familyOf)
    {
        int least = (int)Math.Max(LeastFamilies, Math.Min(MostFamilies, Math.Ceiling(CommonShare * _documents.Count)));
        List<int> holders = _byPlace[candidate].Holders;
        return holders.Count >= least && holders.Select(document => familyOf(_documents[document])).Distinct(StringComparer.Ordinal).Count() >= least;
    }

    private void AddCandidates(int document, HashSet<int> wanted)
    {
        Open(document);
        for (int ordinal = 0; _reader.PassagesLeft > 0; ordinal++)
        {
            _reader.ReadPassage();
            if (!wanted.Contains(ordinal)) continue;
            ReadRuns();
            Candidate candidate = new(new PassagePlace(document, ordinal), _runs.Count);
            foreach (ulong run in _runs)
            {
                if (!_holders.TryGetValue(run, out List<int>? holders)) _holders.Add(run, holders = []);
                holders.Add(_candidates.Count);
                _filter.Add(run);
            }

            _candidates.Add(candidate);
            _byPlace.Add(candidate.Place, candidate);
        }
    }

    private void Compare(int document, int[] shared)
    {
        if (_documents[document].Terms.IsEmpty) return;
        Open(document);
        List<int> touched = [];
        for (int ordinal = 0; _reader.PassagesLeft > 0; ordinal++)
        {
            _reader.ReadPassage();
            if (!CountShared(shared, touched)) continue;
            // Either likeness needs most of the candidate's runs, and hardly any passage has them.
            bool isAlike = touched.Exists(number => shared[number] >= Alike * _candidates[number].Runs);
            if (isAlike) ReadRuns();
            foreach (int number in touched)
            {
                if (isAlike) _candidates[number].Meet(new PassagePlace(document, ordinal), shared[number], _runs.Count);
                shared[number] = 0;
            }

            touched.Clear();
        }
    }

    /// <summary>Counts the runs that the passage read last shares with each candidate.</summary>
    /// <returns>False where there are none.</returns>
    private bool CountShared(int[] shared, List<int> touched)
    {
        if (_runs.Count > 0) _runs.Clear();
        foreach (ulong run in Runs())
        {
            if (!_filter.MayHold(run) || !_holders.TryGetValue(run, out List<int>? holders) || !_runs.Add(run)) continue;
            foreach (int number in holders)
            {
                if (shared[number]++ == 0) touched.Add(number);
            }
        }

        return touched.Count > 0;
    }

    private void ReadRuns()
    {
        _runs.Clear();
        foreach (ulong run in Runs()) _runs.Add(run);
    }

    /// <summary>The hashes of all runs of the passage read last: polynomials over its terms, each made of the one before (Karp and Rabin 1987).</summary>
    private ReadOnlySpan<ulong> Runs()
    {
        ReadOnlySpan<int> body = _reader.Body;
        if (body.Length < Run) return [];
        if (_buffer.Length < body.Length) _buffer = new ulong[body.Length * 2];
        ulong run = 0;
        for (int i = 0; i < Run; i++) run = (run * Base) + _hashes[body[i]];
        _buffer[0] = run;
        for (int i = Run; i < body.Length; i++)
        {
            run = ((run - (_hashes[body[i - Run]] * Oldest)) * Base) + _hashes[body[i]];
            _buffer[i - Run + 1] = run;
        }

        return _buffer.AsSpan(0, body.Length - Run + 1);
    }

    private void Open(int document)
    {
        _reader.Open(_documents[document].Terms);
        if (_hashes.Length < _reader.TermCount) _hashes = new ulong[_reader.TermCount * 2];
        for (int i = 0; i < _reader.TermCount; i++) _hashes[i] = Lexicon.HashOf(_reader.Term(i));
    }

    /// <summary>A passage that is asked about, and what was found for it.</summary>
    private sealed class Candidate(PassagePlace place, int runs)
    {
        public PassagePlace Place { get; } = place;

        public int Runs { get; } = runs;

        public List<PassagePlace> Copies { get; } = [];

        /// <summary>Documents that hold most of its words, its own included, ascending.</summary>
        public List<int> Holders { get; } = [];

        public void Meet(PassagePlace other, int shared, int runsOfOther)
        {
            if (shared >= Alike * Runs && (Holders.Count == 0 || Holders[^1] != other.Document)) Holders.Add(other.Document);
            if (shared >= Alike * (Runs + runsOfOther - shared) && other != Place) Copies.Add(other);
        }
    }

    /// <summary>Tells quickly of most runs that no candidate has them: one bit for each of two million hashes.</summary>
    private sealed class RunFilter
    {
        private const int Bits = 21;
        private readonly ulong[] _bits = new ulong[1 << (Bits - 6)];

        public void Add(ulong run) => _bits[run >> (64 - Bits) >> 6] |= 1UL << (int)((run >> (64 - Bits)) & 63);

        public bool MayHold(ulong run) => (_bits[run >> (64 - Bits) >> 6] & (1UL << (int)((run >> (64 - Bits)) & 63))) != 0;
    }
}

/// <summary>Where a passage stands.</summary>
/// <param name="Document">Number of the document.</param>
/// <param name="Ordinal">Its place in the document.</param>
internal readonly record struct PassagePlace(int Document, int Ordinal);
