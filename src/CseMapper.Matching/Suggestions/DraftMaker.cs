using CseMapper.Matching.Queries;
using CseMapper.Matching.Remarks;
using CseMapper.Matching.Scoring;
using CseMapper.Passages.Indexing;
using CseMapper.Passages.Splitting;

namespace CseMapper.Matching.Suggestions;

/// <summary>Makes of ranked passages all of a suggestion that their own words and headings tell.</summary>
/// <param name="ranking">The ranked passages.</param>
/// <param name="reasons">What the scores are made of.</param>
/// <param name="passagesOf">Yields a document's passages by its key.</param>
internal sealed class DraftMaker(
    PassageRanking ranking,
    ScoreReasons reasons,
    Func<string, IReadOnlyList<Passage>> passagesOf
)
{
    private readonly Dictionary<string, IReadOnlyList<Passage>> _texts = new(StringComparer.Ordinal);

    /// <summary>By row.</summary>
    private readonly Dictionary<int, TextWord[]> _words = [];
    private readonly Dictionary<string, TextWord[]> _headings = new(StringComparer.Ordinal);
    private readonly KnownWords _reader = new(ranking.Query, ranking.Lexicon);
    private readonly MatchFinder _matches = new(ranking.Query);
    private readonly PartCoverage _parts = new(ranking.Query, ranking.Scorer.RarityOf);

    /// <summary>The passages of a document, read once.</summary>
    public IReadOnlyList<Passage> TextsOf(string document) =>
        _texts.TryGetValue(document, out IReadOnlyList<Passage>? known)
            ? known
            : _texts[document] = passagesOf(document);

    /// <summary>Reads a passage, which is often suggested for several elements, and the headings above it; to be done
    /// before its drafts are made.</summary>
    public void Read(int row)
    {
        if (_words.ContainsKey(row))
            return;
        Passage passage = PassageOf(row);
        _words.Add(row, _reader.Read(passage.Text));
        foreach (string heading in passage.Headings)
        {
            if (!_headings.ContainsKey(heading))
                _headings.Add(heading, _reader.Read(heading));
        }
    }

    /// <summary>Makes a draft. Drafts of different elements may be made at the same time.</summary>
    /// <param name="row">The row of a passage that was read.</param>
    /// <param name="element">The element.</param>
    /// <param name="estimate">How likely evidence is as far as the scores tell.</param>
    public SuggestionDraft Make(int row, int element, double estimate)
    {
        Passage passage = PassageOf(row);
        TextWord[] words = _words[row];
        List<MatchedWord> matches = _matches.Find(words, element);
        TextSpan quote = QuoteCutter.Cut(passage.Text, matches);
        List<MatchedWord> all = [.. matches];
        foreach (string heading in passage.Headings)
            all.AddRange(_matches.Find(_headings[heading], element));
        return new SuggestionDraft(row, ranking.DocumentOf(row).Key, passage, words, estimate)
        {
            Matches = matches,
            Quote = quote,
            Wording = WordingOf(passage, quote),
            Parts = _parts.PartsOf(element, all),
            Why = reasons.Explain(row, element),
        };
    }

    private static IReadOnlyList<EvidenceRemark> WordingOf(Passage passage, TextSpan quote)
    {
        IReadOnlyList<EvidenceRemark> flags = WordingFlags.Find(passage.Text, quote);
        bool isFragment = passage.Kind == PassageKind.Prose && WordingFlags.IsFragment(passage.Text);
        return isFragment ? [.. flags, EvidenceRemark.Fragment] : flags;
    }

    private Passage PassageOf(int row) => TextsOf(ranking.DocumentOf(row).Key)[ranking.Set.Ordinals[row]];
}

/// <summary>A suggestion as far as it can be made without the other documents.</summary>
/// <param name="Row">The row of its passage.</param>
/// <param name="Document">The document's key.</param>
/// <param name="Passage">The passage.</param>
/// <param name="Words">The passage's words.</param>
/// <param name="Estimate">How likely evidence is as far as the scores tell.</param>
internal sealed record SuggestionDraft(int Row, string Document, Passage Passage, TextWord[] Words, double Estimate)
{
    public required IReadOnlyList<MatchedWord> Matches { get; init; }

    public required TextSpan Quote { get; init; }

    public required IReadOnlyList<EvidenceRemark> Wording { get; init; }

    public required IReadOnlyList<int> Parts { get; init; }

    public required ScoreExplanation Why { get; init; }
}
