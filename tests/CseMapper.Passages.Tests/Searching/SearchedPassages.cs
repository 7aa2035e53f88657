using CseMapper.Passages.Indexing;
using CseMapper.Passages.Searching;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Terms;

namespace CseMapper.Passages.Tests.Searching;

/// <summary>A few policies in an index in memory.</summary>
public sealed class SearchedPassages : IDisposable
{
    private static readonly (string Path, string Title, Passage[] Passages)[] _documents =
    [
        (
            "Complaints/Complaints Policy.docx",
            "Complaints Policy",
            [
                Passage(
                    0,
                    "We answer every complaint within ten working days.",
                    1,
                    "4.1",
                    "Complaints Policy",
                    "Timescales"
                ),
                Passage(
                    1,
                    "Customers complained about long waits; a complainant may appeal.",
                    2,
                    "4.2",
                    "Complaints Policy",
                    "Appeals"
                ),
                Passage(
                    2,
                    "The ombudsman looks at cases that we could not settle.",
                    3,
                    "4.2(a)",
                    "Complaints Policy",
                    "Appeals"
                ),
                Passage(3, "Days pass while the working group meets.", 5, "5", "Complaints Policy", "Review"),
            ]
        ),
        (
            "HR/Leave Policy.docx",
            "Leave Policy",
            [
                Passage(
                    0,
                    "Staff populate the leave form; the population of the district grows.",
                    1,
                    "1",
                    "Leave Policy"
                ),
                Passage(1, "The population is counted every ten years.", 4, "2", "Leave Policy"),
                Passage(
                    2,
                    "Universities differ from the universe, and/or so we are told at 9:30.",
                    7,
                    "3",
                    "Leave Policy"
                ),
                Passage(
                    3,
                    "A policy is reviewed; policies are published. The police are told.",
                    8,
                    "4",
                    "Leave Policy"
                ),
            ]
        ),
        (
            "HR/Survey.pdf",
            "Survey of customers",
            [
                Passage(0, "Satisfaction rises: most are satisfied, few dissatisfied.", null, null, "Results"),
                Passage(
                    1,
                    "Women and men, a woman and a man, were asked in co-ordinated rounds.",
                    null,
                    null,
                    "Results"
                ),
                Passage(
                    2,
                    "We recieve letters and receive visitors without delay, never with anger.",
                    null,
                    null,
                    "Results"
                ),
            ]
        ),
    ];

    private readonly PassageIndex _index = PassageIndex.InMemory(
        _documents.Select(document =>
            (HashOf(document.Path), document.Title, (IReadOnlyList<Passage>)document.Passages)
        )
    );

    internal IndexSnapshot Index => _index.Whole(CancellationToken.None);

    internal PassageSearcher Searcher => new(Index, Catalogue);

    internal static SearchCatalogue Catalogue { get; } =
        new(
            () => _documents.Select(document => (document.Path, HashOf(document.Path))),
            number =>
                number == "4.3.2"
                    ? new ElementQuery([new QueryClause(FeatureKind.Word, ["ombudsman"], "ombudsman", 2)])
                    : null
        );

    public void Dispose() => _index.Dispose();

    /// <summary>The places of what is found, best first: "Complaints Policy 0".</summary>
    internal IEnumerable<string> Find(string text, bool needsAll = false) =>
        Searcher.Search(text, 100, needsAll).Found.Select(found => $"{NameOf(found.Hash)} {found.Ordinal}");

    /// <summary>The same in the order of names.</summary>
    internal string Sorted(string text, bool needsAll = false) =>
        string.Join(", ", Find(text, needsAll).Order(StringComparer.Ordinal));

    internal static Passage PassageAt(string hash, int ordinal) =>
        _documents.Single(document => HashOf(document.Path) == hash).Passages[ordinal];

    private static string HashOf(string path) => "hash of " + Path.GetFileNameWithoutExtension(path);

    private static string NameOf(string hash) => hash["hash of ".Length..].Split(' ')[0];

    private static Passage Passage(int ordinal, string text, int? page, string? clause, params string[] headings) =>
        new($"p{ordinal}", ordinal, text, headings) { Page = page, Clause = clause };
}
