using CseMapper.Matching.Queries;
using CseMapper.Passages.Terms;

namespace CseMapper.Matching.Loading;

/// <summary>Reads the terms of documents once, passage by passage, and keeps what the standard looks for.</summary>
internal sealed class HitCollector
{
    private const int PairWindow = 8;

    private readonly TermRoles _roles;
    private readonly PassageHits _hits;
    private readonly FeatureCounts _counts;
    private readonly DocumentTerms _terms;
    private readonly PairWords _pairWords = new(PairWindow);

    public HitCollector(Lexicon lexicon, int featureCount, PassageHits hits)
    {
        _roles = lexicon.Roles;
        _hits = hits;
        _counts = new FeatureCounts(featureCount);
        _terms = new DocumentTerms(lexicon);
    }

    /// <summary>Collects the hits of a document's passages.</summary>
    /// <param name="terms">From <see cref="PassageTerms.Encode"/>; empty for a document without passages.</param>
    public void Add(ReadOnlyMemory<byte> terms)
    {
        _hits.BeginDocument();
        if (terms.IsEmpty)
            return;
        _terms.Open(terms);
        int[] title = _terms.Reader.Title.ToArray();
        while (_terms.Reader.PassagesLeft > 0)
        {
            _terms.Reader.ReadPassage();
            AddPassage(title);
        }
    }

    private void AddPassage(ReadOnlySpan<int> title)
    {
        ReadOnlySpan<int> heading = _terms.Reader.Heading;
        int bodyLength = Count(_terms.Reader.Body, Field.Body);
        CountHalf(_terms.Reader.LeadIn, Field.Body);
        int headingLength = Count(heading, Field.Heading);
        headingLength += CountTitle(title, heading) / 2;
        _counts.MoveTo(_hits, bodyLength, headingLength);
    }

    /// <summary>Counts words and phrases, and in bodies pairs: two words within eight words of each other, in any
    /// order.</summary>
    /// <returns>How many words of the run are no stop words.</returns>
    private int Count(ReadOnlySpan<int> run, Field field)
    {
        ReadOnlySpan<TermMeaning> meanings = _terms.Meanings;
        ReadOnlySpan<bool> isStopWord = _terms.IsStopWord;
        int content = 0;
        _pairWords.Begin();
        for (int i = 0; i < run.Length; i++)
        {
            int local = run[i];
            if (!isStopWord[local])
                content++;
            TermMeaning meaning = meanings[local];
            if (!meaning.IsAny)
                continue;
            foreach (WordUse use in _roles.WordsOf(meaning))
                _counts.Add(field, use.Feature, use.Parts, use.Parts == Lexicon.Whole);
            if (meaning.HasPhrases)
                CountPhrases(run, i, field);
            if (meaning.HasPairs && field == Field.Body)
                CountPairs(meaning.Role, i);
        }

        return content;
    }

    /// <summary>Counts words for half of their worth.</summary>
    /// <returns>How many words of the run are no stop words.</returns>
    private int CountHalf(ReadOnlySpan<int> run, Field field)
    {
        int content = 0;
        foreach (int local in run)
        {
            if (!_terms.IsStopWord[local])
                content++;
            foreach (WordUse use in _roles.WordsOf(_terms.Meanings[local]))
                _counts.Add(field, use.Feature, use.Parts / 2, use.Parts == Lexicon.Whole);
        }

        return content;
    }

    /// <summary>Words of the document's title count half as much as a heading's, those that the heading path repeats
    /// not again.</summary>
    private int CountTitle(ReadOnlySpan<int> title, ReadOnlySpan<int> heading)
    {
        int content = 0;
        for (int i = 0; i < title.Length; i++)
        {
            if (!heading.Contains(title[i]))
                content += CountHalf(title.Slice(i, 1), Field.Heading);
        }

        return content;
    }

    private void CountPhrases(ReadOnlySpan<int> run, int second, Field field)
    {
        if (second == 0)
            return;
        foreach (
            PhraseUse phrase in _roles.PhrasesFrom(
                _terms.Meanings[run[second - 1]].Role,
                _terms.Meanings[run[second]].Role
            )
        )
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
            if (_terms.Meanings[run[i]].Role != roles[i])
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
