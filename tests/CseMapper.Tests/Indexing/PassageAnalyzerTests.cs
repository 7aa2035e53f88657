using CseMapper.Passages.Indexing;
using CseMapper.Passages.Searching;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Terms;
using CseMapper.Passages.Workspaces;
using CseMapper.Testing;
using CseMapper.Tests.Samples;
using FsCheck;
using FsCheck.Fluent;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace CseMapper.Tests.Indexing;

public sealed class PassageAnalyzerTests(SampleRun run) : IClassFixture<SampleRun>
{
    private static readonly string[] _pieces =
    [
        "co-",
        "ordinate",
        "U.K.",
        "don't",
        "café",
        "e\u0301",
        "\u00AD",
        "1,000",
        "2,3",
        ".",
        " ",
        "\n",
        "the ",
        "Organisation",
        "Dr.Who",
        "ﬁnance",
        "顧客",
        "\uD83D\uDE00",
        "'",
        "we've",
        "cannot ",
        "enquiries",
    ];

    [Fact]
    public void EveryPassageOfTheSamplesIsSearchedByTheTermsItWasIndexedUnder()
    {
        using PassageAnalyzer analyzer = new();
        using Workspace workspace = Workspace.OpenExisting(run.CacheFolder)!;
        int terms = 0;
        foreach (DocumentRecord document in workspace.Documents())
        {
            foreach (Passage passage in workspace.PassagesOf(document.Hash))
            {
                Assert.Equal(Ours(passage.Text), Theirs(analyzer, passage.Text));
                terms += Ours(passage.Text).Length;
            }
        }

        Assert.True(terms > 10_000);
    }

    [Fact]
    public void AnyTextHasTheSameTerms()
    {
        using PassageAnalyzer analyzer = new();
        Gen<string> texts = Gen.Choose(0, _pieces.Length - 1)
            .Select(piece => _pieces[piece])
            .ListOf()
            .Select(string.Concat);

        PropertyTest.Holds(texts, text => Ours(text).SequenceEqual(Theirs(analyzer, text)));
        PropertyTest.Holds<string>(text => Ours(text ?? "").SequenceEqual(Theirs(analyzer, text ?? "")));
    }

    private static (string Term, int Place, int Start)[] Ours(string text) =>
        [
            .. TextAnalyzer
                .Analyze(text)
                .Select((term, place) => (term, place))
                .Select(word => (word.term.Term, word.place, word.term.Start)),
        ];

    private static (string Term, int Place, int Start)[] Theirs(Analyzer analyzer, string text)
    {
        List<(string, int, int)> terms = [];
        using TokenStream tokens = analyzer.GetTokenStream("body", text);
        ICharTermAttribute term = tokens.GetAttribute<ICharTermAttribute>();
        IOffsetAttribute offset = tokens.GetAttribute<IOffsetAttribute>();
        tokens.Reset();
        int place = -1;
        while (tokens.IncrementToken())
            terms.Add((term.ToString()!, ++place, offset.StartOffset));
        tokens.End();
        return [.. terms];
    }
}
