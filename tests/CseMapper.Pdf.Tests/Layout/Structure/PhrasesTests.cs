using CseMapper.Pdf.Layout.Structure;

namespace CseMapper.Pdf.Tests.Layout.Structure;

public sealed class PhrasesTests
{
    [Theory]
    [InlineData("Attack Vectors Assessed During the", true)]
    [InlineData("Prioritization Criteria and", true)]
    [InlineData("staff, contractors,", true)]
    [InlineData("Complaints Policy", false)]
    [InlineData("the", false)]
    [InlineData("", false)]
    public void TextsThatBreakOffAreTold(string text, bool expected) => Assert.Equal(expected, Phrases.BreaksOff(text));

    [Theory]
    [InlineData("The plan must include:", true)]
    [InlineData("This policy should be read in conjunction with the:", true)]
    [InlineData("This policy applies to all individuals involved in recruitment at the school, including :", true)]
    [InlineData("Key Contacts:", false)]
    [InlineData("Tips for Success:", false)]
    [InlineData("How it is carried out:", false)]
    [InlineData("The plan", false)]
    public void SentencesThatIntroduceAListAreTold(string text, bool expected) =>
        Assert.Equal(expected, Phrases.IsLeadIn(text));

    [Theory]
    [InlineData("Scope ........ 4", true)]
    [InlineData("Date updated: ______", true)]
    [InlineData("(https://example.org/a)", true)]
    [InlineData("Scope and purpose", false)]
    public void FillersAreTold(string text, bool expected) => Assert.Equal(expected, Phrases.IsFiller(text));
}
