using CseMapper.Passages.Searching;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Workspaces;

namespace CseMapper.Passages.Tests.Searching;

public sealed class PassageSearcherTests(SearchedPassages passages) : IClassFixture<SearchedPassages>
{
    [Theory]
    [InlineData("\"populate\"", "Leave 0")]
    [InlineData("\"population\"", "Leave 0, Leave 1")]
    [InlineData("populate", "Leave 0, Leave 1")]
    [InlineData("\"working days\"", "Complaints 0")]
    [InlineData("\"working day\"", "")]
    [InlineData("\"days working\"~9", "Complaints 0, Complaints 3")]
    [InlineData("\"days working\"", "")]
    [InlineData("“Universe”", "Leave 2")]
    [InlineData("\"without\"", "Survey 2")]
    [InlineData("\"could not settle\"", "Complaints 2")]
    [InlineData("\"and a man\"", "Survey 1")]
    public void WhatStandsInQuotationMarksIsFoundAsItIsWritten(string text, string expected) =>
        Assert.Equal(expected, passages.Sorted(text));

    [Theory]
    [InlineData("complain*", "Complaints 0, Complaints 1, Complaints 2, Complaints 3")]
    [InlineData("complaine*", "Complaints 1")]
    [InlineData("complainan*", "Complaints 1")]
    [InlineData(
        "policy*",
        "Complaints 0, Complaints 1, Complaints 2, Complaints 3, Leave 0, Leave 1, Leave 2, Leave 3"
    )]
    [InlineData("policie*", "Leave 3")]
    [InlineData("universe*", "Leave 2")]
    [InlineData("wom?n", "Survey 1")]
    [InlineData("*tisfied", "Survey 0")]
    [InlineData("POPUL*TE", "Leave 0")]
    [InlineData("co-ord*", "Survey 1")]
    [InlineData("zzz*", "")]
    public void PatternsAreHeldAgainstWordsAsTheyAreWritten(string text, string expected) =>
        Assert.Equal(expected, passages.Sorted(text));

    [Theory]
    [InlineData("satisf~", "Survey 0")]
    [InlineData("ombudsmen~", "Complaints 2")]
    [InlineData("omudsman~1", "Complaints 2")]
    [InlineData("recieve~1 AND visitors", "Survey 2")]
    [InlineData("ombudsman~0.9", "Complaints 2")]
    public void ATildeFindsWordsThatDifferByALetterOrTwo(string text, string expected) =>
        Assert.Equal(expected, passages.Sorted(text));

    [Theory]
    [InlineData("complain* AND appeal", "Complaints 1, Complaints 2")]
    [InlineData("ombudsman OR universe", "Complaints 2, Leave 2")]
    [InlineData("population NOT populated", "")]
    [InlineData("population -\"populate\"", "Leave 1")]
    [InlineData("+population -form", "Leave 1")]
    [InlineData("(ombudsman OR waits) AND heading:appeals", "Complaints 1, Complaints 2")]
    [InlineData("heading:timescales", "Complaints 0")]
    [InlineData("Heading:\"appeal\"", "")]
    [InlineData("title:survey", "Survey 0, Survey 1, Survey 2")]
    [InlineData("title:\"leave policy\" AND page:[2 TO 7]", "Leave 1, Leave 2")]
    [InlineData("page:{1 TO 4} AND title:policy", "Complaints 1, Complaints 2")]
    [InlineData("page:8", "Leave 3")]
    [InlineData("page:[7 TO *]", "Leave 2, Leave 3")]
    [InlineData("clause:4.2", "Complaints 1")]
    [InlineData("clause:4.*", "Complaints 0, Complaints 1, Complaints 2")]
    [InlineData("clause:\"4.2(a)\"", "Complaints 2")]
    [InlineData("document:survey", "Survey 0, Survey 1, Survey 2")]
    [InlineData("document:hr/* AND population", "Leave 0, Leave 1")]
    [InlineData("document:*.pdf women", "Survey 0, Survey 1, Survey 2")]
    [InlineData("document:\"Complaints Policy.docx\" AND \"working days\"", "Complaints 0")]
    [InlineData("document:nothing", "")]
    [InlineData("element:4.3.2", "Complaints 2")]
    [InlineData("element:4.3.2 -ombudsman", "")]
    [InlineData("NOT document:hr", "Complaints 0, Complaints 1, Complaints 2, Complaints 3")]
    [InlineData("staff AND (NOT universe)", "Leave 0")]
    [InlineData("evidence:\"working day\"", "Complaints 0")]
    [InlineData("the AND ombudsman", "Complaints 2")]
    public void OperatorsAndFieldsChoose(string text, string expected) => Assert.Equal(expected, passages.Sorted(text));

    [Theory]
    [InlineData("ten working days", true, "Complaints 0")]
    [InlineData("\"ten\" working days", true, "Complaints 0")]
    [InlineData("ombudsman universe", true, "")]
    [InlineData("ombudsman OR universe", true, "Complaints 2, Leave 2")]
    public void AllWordsThatHaveNoOperatorCanBeAskedFor(string text, bool needsAll, string expected) =>
        Assert.Equal(expected, passages.Sorted(text, needsAll));

    [Fact]
    public void ABoostBringsAWordToTheFront()
    {
        Assert.Equal("Complaints 2", passages.Find("ombudsman^9 universe").First());
        Assert.Equal("Leave 2", passages.Find("ombudsman universe^9").First());
    }

    [Theory]
    [InlineData("\"working days", "The quotation mark at character 1 has no second one.")]
    [InlineData("(complaint* AND appeal", "The bracket at character 1 is not closed.")]
    [InlineData("complaint* AND appeal)", "The bracket at character 22 closes none.")]
    [InlineData("complaint AND", "AND at character 11 has nothing after it.")]
    [InlineData("OR complaint", "OR at character 1 has nothing before it.")]
    [InlineData("complaint AND OR days", "OR at character 15 has nothing before it.")]
    [InlineData("complaint AND ()", "There is nothing between the brackets at character 15.")]
    [InlineData("page:three", "three is no page: write page:3 or page:[3 TO 7].")]
    [InlineData("page:[3 TO", "Only pages have ranges, written page:[3 TO 7] or page:[3 TO *]; see character 6.")]
    [InlineData("heading:[a TO b]", "Only pages have ranges, written page:[3 TO 7] or page:[3 TO *]; see character 9.")]
    [InlineData("element:9.9.9", "The standard has no element 9.9.9.")]
    [InlineData("complaint^99999999", "The number at character 11 is too large.")]
    [InlineData("NOT NOT complaint", "NOT and NOT stand side by side at character 5.")]
    public void ASlipIsToldInWordsAndTheWordsAreSearchedFor(string text, string slip)
    {
        SearchAnswer answer = passages.Searcher.Search(text, 10);

        Assert.StartsWith(slip, answer.Remarks[0], StringComparison.Ordinal);
        if (text.Contains("complaint", StringComparison.Ordinal))
            Assert.NotEmpty(answer.Found);
    }

    [Theory]
    [InlineData("and/or at 9:30?")]
    [InlineData("Is it a policy??")]
    [InlineData("5 * 3 (or more) - not less!")]
    [InlineData("policy) (a")]
    [InlineData("C:\\policies\\leave & police [draft] {1}")]
    [InlineData("**police**")]
    [InlineData("note: a man")]
    public void SentencesAreNoSyntax(string text)
    {
        SearchAnswer answer = passages.Searcher.Search(text, 10);

        Assert.Empty(answer.Remarks);
        Assert.Equal(AsWords(text), answer.Found);
        Assert.NotEmpty(answer.Found);
    }

    [Fact]
    public void PlainWordsAreNeverMisread()
    {
        string[] pieces =
        [
            "complaint",
            "Days",
            "working",
            "population",
            "the",
            "and",
            "or",
            "not",
            "9:30",
            "and/or",
            "it?",
            "co-ordinate",
            "e-mail",
            "C++",
            "R&D",
            "don't",
            "(a)",
            "4.2(a)",
            "[b]",
            "{c}",
            "50%",
            "£3",
            "#1",
            "what!",
            "x;",
            "y,",
            "z.",
            "...",
            "-",
            "–",
            "&",
            "/",
            "http://a.b/c?d=e",
            "a:b",
            "title",
            "page",
            "ﬁnance",
            "顧客",
            "*",
            "?",
            "~",
            "^",
            "|",
            "\\",
        ];
        Random random = new(5);
        for (int i = 0; i < 2000; i++)
        {
            string text = string.Join(' ', random.GetItems(pieces, random.Next(1, 7)));
            SearchAnswer answer = passages.Searcher.Search(text, 10);
            Assert.True(answer.Found.SequenceEqual(AsWords(text)) && answer.Remarks.Count == 0, text);
        }
    }

    [Fact]
    public void WhateverIsTypedIsAnswered()
    {
        string[] pieces =
        [
            "complaint",
            "days",
            "\"",
            "“",
            "(",
            ")",
            " ",
            " AND ",
            " OR ",
            " NOT ",
            "+",
            "-",
            "!",
            "&&",
            "||",
            "*",
            "?",
            "~",
            "~2",
            "~0.5",
            "^",
            "^3",
            "^0.1",
            ":",
            "heading:",
            "title:",
            "document:",
            "page:",
            "page:[",
            "clause:",
            "element:",
            "evidence:",
            "4.3.2",
            "[",
            "]",
            "{",
            "}",
            " TO ",
            "3",
            "99999999999999999999",
            "/",
            "\\",
            "\\u",
            "\\\"",
            "\0",
            "\uD800",
            "é",
            "\n",
            "<",
            ">",
            "=",
            "'",
            "a*b?c",
            "* *",
            "((((",
            "))))",
            "NOT(",
            "AND",
            "OR",
            "NOT",
            "TO",
            ".",
        ];
        Random random = new(6);
        for (int i = 0; i < 6000; i++)
        {
            string text = string.Concat(random.GetItems(pieces, random.Next(1, 14)));
            SearchAnswer answer = passages.Searcher.Search(text, 10, needsAll: i % 2 == 0);
            foreach (FoundPassage found in answer.Found)
            {
                Passage passage = SearchedPassages.PassageAt(found.Hash, found.Ordinal);
                Assert.All(
                    answer.MatchesIn(passage.Text),
                    match => Assert.InRange(match.Start + match.Length, 1, passage.Text.Length)
                );
                passages.Searcher.Explain(answer, found, passage);
            }
        }
    }

    [Theory]
    [InlineData('(', 100_000)]
    [InlineData('"', 99_999)]
    [InlineData('*', 50_000)]
    [InlineData('?', 50_000)]
    [InlineData('a', 100_000)]
    [InlineData('-', 100_000)]
    public void ManyOfOneSignDoNoHarm(char sign, int count) =>
        Assert.NotNull(passages.Searcher.Search("complain* " + new string(sign, count) + " days", 10));

    [Fact]
    public void ThousandsOfBracketsOfWordsAndPatternsDoNoHarm()
    {
        foreach (string piece in (string[])["(a* OR ", "NOT (b ", "a?* AND ", "\"a b\"~3 ", "c~ ", "page:[1 TO 2] "])
        {
            string text = string.Concat(Enumerable.Repeat(piece, 3000));
            Assert.NotNull(passages.Searcher.Search(text, 10));
            Assert.NotNull(passages.Searcher.Search(text, 10, needsAll: true));
        }
    }

    [Fact]
    public void ASearchThatTakesTooLongIsCutAndSaysSo()
    {
        SearchAnswer answer = new PassageSearcher(passages.Index, SearchedPassages.Catalogue, new Racing()).Search(
            "complain*",
            10
        );

        Assert.True(answer.IsCut);
        Assert.StartsWith("The search was cut after a second", Assert.Single(answer.Remarks), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("complaint days", "complaint days")]
    [InlineData("\"working days\"", "working days")]
    [InlineData("\"days\" answered", "answer days")]
    [InlineData("compl* -ombudsman", "complaint")]
    [InlineData("heading:timescales AND ten", "ten")]
    [InlineData("heading:timescales", "")]
    [InlineData("evidence:\"complaint day\"~5", "complaint days")]
    public void MatchedWordsAreMarkedWhereTheyMatched(string text, string expected)
    {
        SearchAnswer answer = passages.Searcher.Search(text, 100);
        FoundPassage first = answer.Found.Single(found =>
            found.Ordinal == 0 && found.Hash.Contains("Complaints", StringComparison.Ordinal)
        );
        string passage = SearchedPassages.PassageAt(first.Hash, first.Ordinal).Text;

        Assert.Equal(
            expected,
            string.Join(' ', answer.MatchesIn(passage).Select(match => passage.Substring(match.Start, match.Length)))
        );
    }

    [Fact]
    public void EqualPassagesComeByDocumentAndPlace() =>
        Assert.Equal(["Complaints 0", "Complaints 1", "Complaints 2"], passages.Find("NOT zzz").Take(3));

    [Theory]
    [InlineData("\"working days\" complaint", "working days", "complaint")]
    [InlineData("complain* OR x", "complain* OR x")]
    [InlineData("a \"b c\"", "a", "b c")]
    public void ArgumentsWithBlanksCameFromQuotationMarks(string expected, params string[] arguments) =>
        Assert.Equal(expected, PassageSearcher.LineOf(arguments));

    private FoundPassage[] AsWords(string text) =>
        WordQueries.Build(new PassageSearch(TypedQuery.WordsOf(text))) is { } query
            ? passages.Index.Searcher.Best(query, 10)
            : [];

    /// <summary>A clock on which a second passes between two looks.</summary>
    private sealed class Racing : TimeProvider
    {
        private long _seconds;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => _seconds++;
    }
}
