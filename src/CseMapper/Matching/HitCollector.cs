using CseMapper.Indexing;

namespace CseMapper.Matching;

/// <summary>Reads the terms of documents, passage by passage, and keeps what the standard looks for.</summary>
internal sealed class HitCollector
{
    private const int SoftCap = 10;
    private const int PairWindow = 8;

    private readonly Lexicon _lexicon;
    private readonly PassageHits _hits;
    private readonly FeatureCounts _counts;
    private readonly PassageTermsReader _reader = new();
    private TermRole?[] _roles = [];
    private int[] _numbers = [];
    private bool[] _isStopWord = [];
    private int[] _lastPlace = [];
    private int _place = PairWindow + 1;
    private uint[] _found = new uint[256];

    public HitCollector(Lexicon lexicon, PassageHits hits, int featureCount)
    {
        _lexicon = lexicon;
        _hits = hits;
        _counts = new FeatureCounts(featureCount);
    }

    /// <summary>Collects the hits of a document's passages.</summary>
    /// <param name="terms">From <see cref="PassageTerms.Encode"/>; empty for a document without passages.</param>
    public void Add(ReadOnlyMemory<byte> terms)
    {
        _hits.BeginDocument();
        if (terms.IsEmpty) return;
        _reader.Open(terms);
        ReadTerms();
        _reader.ReadTitle();
        int[] title = _reader.Title.ToArray();
        while (_reader.PassagesLeft > 0)
        {
            _reader.ReadPassage();
            AddPassage(title);
        }
    }

    private void ReadTerms()
    {
        int count = _reader.TermCount;
        if (_roles.Length < count)
        {
            int room = Math.Max(count, _roles.Length * 2);
            (_roles, _numbers, _isStopWord) = (new TermRole?[room], new int[room], new bool[room]);
        }

        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> term = _reader.ReadTerm(out _isStopWord[i]);
            _numbers[i] = _lexicon.NumberOf(term, out _roles[i]);
        }

        if (_lastPlace.Length < _lexicon.Count) Array.Resize(ref _lastPlace, Math.Max(_lexicon.Count, _lastPlace.Length * 2));
    }

    private void AddPassage(ReadOnlySpan<int> title)
    {
        ReadOnlySpan<int> heading = _reader.Heading;
        int bodyLength = CountBody(_reader.Body);
        CountWords(_reader.LeadIn, Lexicon.Whole / 2, _counts.Body);
        int headingWords = CountWords(heading, Lexicon.Whole, _counts.Heading);
        CountPhrases(heading, _counts.Heading);
        int titleWords = CountTitle(title, heading);
        if (_found.Length < _counts.Touched.Count) _found = new uint[_counts.Touched.Count * 2];
        int found = 0;
        foreach (int feature in _counts.Touched)
        {
            (int body, int softBody) = _counts.Body.Take(feature);
            (int head, int softHead) = _counts.Heading.Take(feature);
            if (body + head > 0) _hits.Frequency[feature]++;
            else _hits.SoftFrequency[feature]++;
            body = Math.Min(body + Math.Min(softBody, SoftCap), byte.MaxValue);
            head = Math.Min(head + Math.Min(softHead, SoftCap), byte.MaxValue);
            _found[found++] = ((uint)feature << 16) | ((uint)body << 8) | (uint)head;
        }

        _counts.Clear();
        _hits.Add(_found.AsSpan(0, found), bodyLength, headingWords + (titleWords / 2));
    }

    private int CountBody(ReadOnlySpan<int> run)
    {
        int content = CountWords(run, Lexicon.Whole, _counts.Body);
        CountPhrases(run, _counts.Body);
        _place += PairWindow + 1;
        foreach (int local in run)
        {
            _place++;
            if (_roles[local] is not { Pairs.Count: > 0 } role) continue;
            CountPairs(role);
        }

        return content;
    }

    /// <summary>A pair counts where its words stand within eight words of each other, in any order.</summary>
    private void CountPairs(TermRole role)
    {
        foreach ((int partner, int feature) in role.Pairs)
        {
            if (_place - _lastPlace[partner] <= PairWindow) _counts.Add(_counts.Body, feature, Lexicon.Whole, isExact: true);
        }

        _lastPlace[role.Number] = _place;
    }

    /// <returns>How many words of the run are no stop words.</returns>
    private int CountWords(ReadOnlySpan<int> run, int worth, FieldCounts field)
    {
        int content = 0;
        foreach (int local in run)
        {
            if (!_isStopWord[local]) content++;
            if (_roles[local] is not { } role) continue;
            foreach ((int feature, int parts) in role.Words) _counts.Add(field, feature, worth == Lexicon.Whole ? parts : parts * worth / Lexicon.Whole, parts == Lexicon.Whole);
        }

        return content;
    }

    private void CountPhrases(ReadOnlySpan<int> run, FieldCounts field)
    {
        for (int i = 0; i < run.Length; i++)
        {
            if (_roles[run[i]] is not { Phrases.Count: > 0 } role) continue;
            foreach ((int[] terms, int place, int feature) in role.Phrases)
            {
                if (StandsAt(run, i - place, terms)) _counts.Add(field, feature, Lexicon.Whole, isExact: true);
            }
        }
    }

    private bool StandsAt(ReadOnlySpan<int> run, int start, int[] terms)
    {
        if (start < 0 || start + terms.Length > run.Length) return false;
        for (int k = 0; k < terms.Length; k++)
        {
            if (_numbers[run[start + k]] != terms[k]) return false;
        }

        return true;
    }

    /// <summary>Words of the document's title count half as much as a heading's, those that the heading path repeats not again.</summary>
    private int CountTitle(ReadOnlySpan<int> title, ReadOnlySpan<int> heading)
    {
        int content = 0;
        for (int i = 0; i < title.Length; i++)
        {
            if (heading.Contains(title[i])) continue;
            content += CountWords(title.Slice(i, 1), Lexicon.Whole / 2, _counts.Heading);
        }

        return content;
    }
}
