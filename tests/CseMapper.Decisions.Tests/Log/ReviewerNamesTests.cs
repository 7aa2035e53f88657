using CseMapper.Decisions.Log;

namespace CseMapper.Decisions.Tests.Log;

public sealed class ReviewerNamesTests
{
    [Theory]
    [InlineData("Ann Hill", "ann hill")]
    [InlineData("Ann Hill", " Ann  Hill ")]
    [InlineData("Ann Hill", "Ann\u00A0Hill")]
    [InlineData("Ann Hill", "Ann\u200B Hill")]
    [InlineData("ZOË", "zoë")]
    public void OneSpellingIsAsGoodAsAnother(string one, string other)
    {
        Assert.Equal(one, other, ReviewerNames.Folded);
        Assert.Equal(ReviewerNames.Folded.GetHashCode(one), ReviewerNames.Folded.GetHashCode(other));
    }

    [Theory]
    [InlineData("Ann Hill", "AnnHill")]
    [InlineData("Ann Hill", "Ann Hall")]
    public void OtherNamesAreOtherPeople(string one, string other) => Assert.NotEqual(one, other, ReviewerNames.Folded);
}
