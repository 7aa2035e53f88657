using CseMapper.Passages.Indexing;
using CseMapper.Passages.Workspaces;
using Lucene.Net.Search;

namespace CseMapper.Passages.Searching;

/// <summary>What a search came to.</summary>
/// <param name="Found">The passages, best first; of equal ones the first by document and place.</param>
public sealed record SearchAnswer(IReadOnlyList<FoundPassage> Found)
{
    private readonly Lazy<MatchMarker?> _inText = new();
    private readonly Lazy<MatchMarker?> _inHeadings = new();

    /// <summary>What the person who searches should know, as sentences: how a slip was taken, whether there may be
    /// more.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>True where time ran out: there may be better passages.</summary>
    public bool IsCut { get; init; }

    /// <summary>True where there was nothing to search for, only words that stand everywhere.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>What was searched for, word for word; empty where it was not only words.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The query as it was run; null where there was none.</summary>
    internal Query? Query
    {
        get;
        init
        {
            field = value;
            _inText = new Lazy<MatchMarker?>(() => MarkerOf(value, PassageFields.Body));
            _inHeadings = new Lazy<MatchMarker?>(() => MarkerOf(value, PassageFields.Heading));
        }
    }

    /// <summary>Where a passage's text holds what was searched for.</summary>
    /// <param name="text">The text of one of the passages found.</param>
    /// <returns>Start and length of each place, in order.</returns>
    public IReadOnlyList<(int Start, int Length)> MatchesIn(string text) => _inText.Value?.MatchesIn(text) ?? [];

    /// <summary>Where one of its headings does.</summary>
    /// <param name="heading">A heading above one of the passages found.</param>
    /// <returns>Start and length of each place, in order.</returns>
    public IReadOnlyList<(int Start, int Length)> MatchesInHeading(string heading) =>
        _inHeadings.Value?.MatchesIn(heading) ?? [];

    private static MatchMarker? MarkerOf(Query? query, string field) =>
        query is null ? null : new MatchMarker(query, field);
}
