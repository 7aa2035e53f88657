using CseMapper.Matching.Queries;
using CseMapper.Passages.Terms;

namespace CseMapper.Matching.Tests.Queries;

public sealed class RelatedWordsTests
{
    [Theory]
    [InlineData("suppli", "supplier", true)]
    [InlineData("complain", "complaint", true)]
    [InlineData("complaint", "complain", true)]
    [InlineData("commun", "communic", true)]
    [InlineData("commit", "committe", true)]
    [InlineData("train", "transport", false)]
    [InlineData("servic", "servic", false)]
    [InlineData("12345", "123456", false)]
    public void TellsDerivationsOfOneRoot(string one, string other, bool expected) =>
        Assert.Equal(expected, WordRoots.AreDerived(one, other));

    [Fact]
    public void KnowsWordsThatPublicBodiesUseForOneAnother()
    {
        string[] synonyms = [.. RelatedWords.Load().SynonymsOf("custom").Select(synonym => synonym.Term)];
        Assert.Contains("tenant", synonyms);
        Assert.Contains("patient", synonyms);
        Assert.DoesNotContain("custom", synonyms);
    }
}
