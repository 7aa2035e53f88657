using CseMapper.Matching.Criteria;
using CseMapper.Matching.Queries;
using CseMapper.Passages.Terms;
using CseMapper.Testing;

namespace CseMapper.Matching.Tests.Queries;

public sealed class KnownWordsTests
{
    [Fact]
    public void ReadsTheWordsThatTheAnalyserFinds()
    {
        StandardQuery query = StandardQuery.Build(
            CriteriaFile.Load(RepositoryFiles.Path("criteria", "cse.json")),
            RelatedWords.Load()
        );
        KnownWords reader = new(query, new Lexicon(query.Features));
        string[] texts =
        [
            "",
            "'",
            "Staff don't answer; STAFF answered, staff's answers.",
            "Über 1,234.5 naïve café-goers e-mailed us twice, and the customers' organisation organised it.",
            string.Join(' ', query.Elements.Select(element => element.Wording)),
            new string('x', 200) + " " + new string('x', 200) + "y",
        ];
        foreach (string text in texts.Concat(texts))
        {
            Assert.Equal(
                TextAnalyzer.Analyze(text).Select(word => (word.Start, word.Length, word.Term, word.IsStopWord)),
                reader.Read(text).Select(word => (word.Start, word.Length, word.Term, word.Word.IsStopWord))
            );
        }
    }
}
