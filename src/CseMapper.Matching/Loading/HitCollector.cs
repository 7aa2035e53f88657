using System.Runtime.InteropServices;
using CseMapper.Matching.Queries;
using CseMapper.Passages.Indexing;

namespace CseMapper.Matching.Loading;

/// <summary>Reads the words of passages once, and keeps what the standard looks for.</summary>
/// <remarks>For one thread. Runs hold numbers that <see cref="Choose"/> gave to terms, and 0 for all others.</remarks>
internal sealed class HitCollector
{
    /// <summary>Raised with every change in what hits a passage has, here or in <see cref="Lexicon"/>,
    /// <see cref="TermRoles"/>, <see cref="RelatedWords"/>, <see cref="PairWords"/> or <see cref="FeatureCounts"/>: hits
    /// are kept from run to run under it. A test of known hits fails where that is forgotten.</summary>
    public const int RulesVersion = 1;

    private const int PairWindow = 8;

    private readonly Lexicon _lexicon;
    private readonly TermRoles _roles;
    private readonly PassageHits _hits;
    private readonly FeatureCounts _counts;
    private readonly NumberTable _numbers = new(room: 1 << 12);
    private readonly List<TermMeaning> _meanings = [default];
    private readonly PairWords _pairWords = new(PairWindow);

    public HitCollector(Lexicon lexicon, int featureCount, PassageHits hits)
    {
        _lexicon = lexicon;
        _roles = lexicon.Roles;
        _hits = hits;
        _counts = new FeatureCounts(featureCount);
    }

    /// <summary>The number of a term that means something; 0 for all others.</summary>
    /// <param name="term">Its UTF-8 bytes.</param>
    public int Choose(ReadOnlySpan<byte> term)
    {
        ulong hash = Lexicon.HashOf(term);
        TermMeaning meaning = _lexicon.MeaningOf(term, hash);
        if (!meaning.IsAny)
            return 0;
        int number = _numbers.FindOrAdd(hash) + 1;
        if (number == _meanings.Count)
            _meanings.Add(meaning);
        return number;
    }

    /// <summary>Collects the hits of the passage that was read last.</summary>
    public void Add(PostingsRuns runs)
    {
        Count(runs.Body, Field.Body);
        CountHalf(runs.LeadIn, Field.Body);
        Count(runs.Heading, Field.Heading);
        CountTitle(runs.Title, runs.Heading);
        _counts.MoveTo(_hits, runs.BodyLength, runs.HeadingLength);
    }

    /// <summary>Counts words and phrases, and in bodies pairs: two words within eight words of each other, in any
    /// order.</summary>
    private void Count(ReadOnlySpan<int> run, Field field)
    {
        ReadOnlySpan<TermMeaning> meanings = CollectionsMarshal.AsSpan(_meanings);
        _pairWords.Begin();
        for (int i = 0; i < run.Length; i++)
        {
            TermMeaning meaning = meanings[run[i]];
            if (!meaning.IsAny)
                continue;
            foreach (WordUse use in _roles.WordsOf(meaning))
                _counts.Add(field, use.Feature, use.Parts, use.Parts == Lexicon.Whole);
            if (meaning.HasPhrases)
                CountPhrases(run, i, field);
            if (meaning.HasPairs && field == Field.Body)
                CountPairs(meaning.Role, i);
        }
    }

    /// <summary>Counts words for half of their worth.</summary>
    private void CountHalf(ReadOnlySpan<int> run, Field field)
    {
        foreach (int number in run)
        {
            foreach (WordUse use in _roles.WordsOf(_meanings[number]))
                _counts.Add(field, use.Feature, use.Parts / 2, use.Parts == Lexicon.Whole);
        }
    }

    /// <summary>Words of the document's title count half as much as a heading's, those that the heading path repeats
    /// not again.</summary>
    private void CountTitle(ReadOnlySpan<int> title, ReadOnlySpan<int> heading)
    {
        for (int i = 0; i < title.Length; i++)
        {
            if (!heading.Contains(title[i]))
                CountHalf(title.Slice(i, 1), Field.Heading);
        }
    }

    private void CountPhrases(ReadOnlySpan<int> run, int second, Field field)
    {
        if (second == 0)
            return;
        foreach (PhraseUse phrase in _roles.PhrasesFrom(_meanings[run[second - 1]].Role, _meanings[run[second]].Role))
        {
            if (Continues(run[(second + 1)..], phrase.Rest))
                _counts.Add(field, phrase.Feature, Lexicon.Whole, isExact: true);
        }
    }

    private bool Continues(ReadOnlySpan<int> run, int[] roles)
    {
        if (run.Length < roles.Length)
            return false;
        for (int i = 0; i < roles.Length; i++)
        {
            if (_meanings[run[i]].Role != roles[i])
                return false;
        }

        return true;
    }

    private void CountPairs(int role, int place)
    {
        foreach (int other in _pairWords.Near(place))
        {
            int feature = _roles.PairOf(role, other);
            if (feature >= 0)
                _counts.Add(Field.Body, feature, Lexicon.Whole, isExact: true);
        }

        _pairWords.Add(role, place);
    }
}
