using CseMapper.Matching;

namespace CseMapper.Tests.Matching;

public sealed class WordingFlagsTests
{
    [Theory]
    [InlineData("We do not yet measure satisfaction with planning.", EvidenceRemark.Negated)]
    [InlineData("There is no written procedure.", EvidenceRemark.Negated)]
    [InlineData("We aim to publish the results.", EvidenceRemark.Future)]
    [InlineData("We will develop a new strategy over the next two years.", EvidenceRemark.Future)]
    [InlineData("Satisfaction rose from 81% to 86%.", EvidenceRemark.ShowsFigures)]
    [InlineData("[Insert name of organisation] takes complaints seriously.", EvidenceRemark.Template)]
    public void ReadsWhatAReviewerShouldKnow(string text, EvidenceRemark expected) => Assert.Contains(expected, WordingFlags.Of(text, new TextSpan(0, text.Length)));

    [Theory]
    [InlineData("We will answer no later than ten days after we hear from you.")]
    [InlineData("If you are not satisfied, you may go to the ombudsman.")]
    [InlineData("Policy 4.3.2 of 2024 was approved at 10:30.")]
    [InlineData("Tick the box [ ] that applies.")]
    public void LeavesOrdinaryWordingAlone(string text) => Assert.Empty(WordingFlags.Of(text, new TextSpan(0, text.Length)));
}
