using CseMapper.Matching.Remarks;
using CseMapper.Matching.Suggestions;

namespace CseMapper.Matching.Tests.Remarks;

public sealed class WordingFlagsTests
{
    [Theory]
    [InlineData("We do not yet measure satisfaction with planning.", EvidenceRemark.Negated)]
    [InlineData("There is no written procedure.", EvidenceRemark.Negated)]
    [InlineData("We aim to publish the results.", EvidenceRemark.Future)]
    [InlineData("We will develop a new strategy over the next two years.", EvidenceRemark.Future)]
    [InlineData("Satisfaction rose from 81% to 86%.", EvidenceRemark.ShowsFigures)]
    [InlineData("[Insert name of organisation] takes complaints seriously.", EvidenceRemark.Template)]
    public void ReadsWhatAReviewerShouldKnow(string text, EvidenceRemark expected) =>
        Assert.Contains(expected, WordingFlags.Of(text, new TextSpan(0, text.Length)));

    [Theory]
    [InlineData("We will answer no later than ten days after we hear from you.")]
    [InlineData("If you are not satisfied, you may go to the ombudsman.")]
    [InlineData("Policy 4.3.2 of 2024 was approved at 10:30.")]
    [InlineData("Tick the box [ ] that applies.")]
    public void LeavesOrdinaryWordingAlone(string text) =>
        Assert.Equal([EvidenceRemark.SaysOnly], WordingFlags.Of(text, new TextSpan(0, text.Length)));

    [Theory]
    [InlineData("Satisfaction rose from 81% to 86% in 2025.", EvidenceRemark.ShowsFigures)]
    [InlineData("In March 2025 the opening hours were changed.", EvidenceRemark.ShowsDone)]
    [InlineData("As a result of your comments we have extended the opening hours.", EvidenceRemark.ShowsDone)]
    [InlineData("Staff must acknowledge every complaint and record it.", EvidenceRemark.SaysOnly)]
    public void TellsWhetherItOnlySaysSoOrShowsThatItWasDone(string text, EvidenceRemark expected) =>
        Assert.Equal(
            [expected],
            WordingFlags
                .Of(text, new TextSpan(0, text.Length))
                .Where(flag =>
                    flag is EvidenceRemark.ShowsFigures or EvidenceRemark.ShowsDone or EvidenceRemark.SaysOnly
                )
        );

    [Theory]
    [InlineData("«Organisation» takes complaints seriously.")]
    [InlineData("{{council name}} takes complaints seriously.")]
    [InlineData("Signed: ____________ Date: dd/mm/yyyy")]
    public void KnowsPlacesThatWereNeverFilledIn(string text) =>
        Assert.Contains(EvidenceRemark.Template, WordingFlags.Of(text, new TextSpan(0, text.Length)));
}
