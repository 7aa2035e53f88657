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
        Assert.Contains(expected, WordingFlags.Find(text, new TextSpan(0, text.Length)));

    [Theory]
    [InlineData("We will answer no later than ten days after we hear from you.")]
    [InlineData("If you are not satisfied, you may go to the ombudsman.")]
    [InlineData("Policy 4.3.2 of 2024 was approved at 10:30.")]
    [InlineData("Tick the box [ ] that applies.")]
    public void LeavesOrdinaryWordingAlone(string text) =>
        Assert.Equal([EvidenceRemark.SaysOnly], WordingFlags.Find(text, new TextSpan(0, text.Length)));

    [Theory]
    [InlineData("Satisfaction rose from 81% to 86% in 2025.", EvidenceRemark.ShowsFigures)]
    [InlineData("In March 2025 the opening hours were changed.", EvidenceRemark.ShowsDone)]
    [InlineData("As a result of your comments we have extended the opening hours.", EvidenceRemark.ShowsDone)]
    [InlineData("Staff must acknowledge every complaint and record it.", EvidenceRemark.SaysOnly)]
    public void TellsWhetherItOnlySaysSoOrShowsThatItWasDone(string text, EvidenceRemark expected) =>
        Assert.Equal(
            [expected],
            WordingFlags
                .Find(text, new TextSpan(0, text.Length))
                .Where(flag =>
                    flag is EvidenceRemark.ShowsFigures or EvidenceRemark.ShowsDone or EvidenceRemark.SaysOnly
                )
        );

    [Theory]
    [InlineData("«Organisation» takes complaints seriously.")]
    [InlineData("{{council name}} takes complaints seriously.")]
    [InlineData("Signed: ____________ Date: dd/mm/yyyy")]
    public void KnowsPlacesThatWereNeverFilledIn(string text) =>
        Assert.Contains(EvidenceRemark.Template, WordingFlags.Find(text, new TextSpan(0, text.Length)));

    [Theory]
    [InlineData("We do not yet measure it.")]
    [InlineData("It is not currently offered.")]
    [InlineData("It is not at present offered.")]
    [InlineData("It is not at the moment offered.")]
    [InlineData("It is not so far offered.")]
    [InlineData("We haven't yet asked.")]
    [InlineData("We don’t currently ask.")]
    [InlineData("There is no standard.")]
    [InlineData("There are currently no standards.")]
    [InlineData("There was at present no standard.")]
    [InlineData("There were as yet no standards.")]
    [InlineData("We have no formal process.")]
    [InlineData("It has no agreed form.")]
    [InlineData("They had no written rules.")]
    [InlineData("It has no current owner.")]
    [InlineData("It has no published form.")]
    [InlineData("We have no plans.")]
    [InlineData("We have no policy.")]
    [InlineData("We have no policies.")]
    [InlineData("We have no procedure.")]
    [InlineData("We have no standards.")]
    [InlineData("We have no targets.")]
    [InlineData("It is no longer offered.")]
    public void EveryDenialIsSeen(string text) =>
        Assert.Contains(EvidenceRemark.Negated, WordingFlags.Find(text, new TextSpan(0, text.Length)));

    [Theory]
    [InlineData("We aim to answer.")]
    [InlineData("It intends to answer.")]
    [InlineData("It plans towards it.")]
    [InlineData("It was planned to open.")]
    [InlineData("It hopes to open.")]
    [InlineData("It aspires to open.")]
    [InlineData("It proposes to open.")]
    [InlineData("It seeks to open.")]
    [InlineData("We are working towards it.")]
    [InlineData("We work to it.")]
    [InlineData("We will develop it.")]
    [InlineData("We will also introduce it.")]
    [InlineData("We will soon be establishing it.")]
    [InlineData("We will then create it.")]
    [InlineData("It will be launched.")]
    [InlineData("We will explore it.")]
    [InlineData("We will consider it.")]
    [InlineData("We will design it.")]
    [InlineData("We will pilot it.")]
    [InlineData("We will set up a group.")]
    [InlineData("We will look at it.")]
    [InlineData("We will look into it.")]
    [InlineData("It is to be developed.")]
    [InlineData("It is to be agreed.")]
    [InlineData("It is to be confirmed.")]
    [InlineData("It is to be introduced.")]
    [InlineData("It is to be published.")]
    [InlineData("It is to be decided.")]
    [InlineData("It comes in the future.")]
    [InlineData("It comes in future.")]
    [InlineData("It comes in due course.")]
    [InlineData("It comes over the next year.")]
    [InlineData("It comes over the next six months.")]
    public void EveryHopeIsSeen(string text) =>
        Assert.Contains(EvidenceRemark.Future, WordingFlags.Find(text, new TextSpan(0, text.Length)));

    [Theory]
    [InlineData("It opened in 2024.")]
    [InlineData("It opened since March 2024.")]
    [InlineData("It opened during early 2024.")]
    [InlineData("It opened by late 2019.")]
    [InlineData("It opened from the spring of 2024.")]
    [InlineData("It opened in the winter of 2024.")]
    [InlineData("It opened in autumn 1999.")]
    [InlineData("It opened on 5 June 2024.")]
    [InlineData("It opened 2024/25.")]
    [InlineData("It opened 2024–25.")]
    [InlineData("It opened 2024-25.")]
    [InlineData("It opened last year.")]
    [InlineData("It opened this past quarter.")]
    [InlineData("It opened the past month.")]
    [InlineData("It opened in the last two years.")]
    [InlineData("It opened in the last six months.")]
    [InlineData("It opened as a result.")]
    [InlineData("It opened because of this.")]
    [InlineData("It opened because of these.")]
    [InlineData("It opened because of your letter.")]
    [InlineData("It opened following this feedback.")]
    [InlineData("It opened following these comments.")]
    [InlineData("It opened following your complaint.")]
    [InlineData("It opened following the survey.")]
    [InlineData("It opened following the review.")]
    [InlineData("It opened following the consultation.")]
    [InlineData("It led to shorter queues.")]
    [InlineData("We changed it.")]
    [InlineData("It has also introduced it.")]
    [InlineData("They have now extended it.")]
    [InlineData("We since improved it.")]
    [InlineData("We therefore reduced it.")]
    [InlineData("We simplified it.")]
    [InlineData("We have rewritten it.")]
    [InlineData("We redesigned it.")]
    [InlineData("We opened it.")]
    [InlineData("We replaced it.")]
    [InlineData("We launched it.")]
    [InlineData("We added it.")]
    [InlineData("We won it.")]
    [InlineData("We achieved it.")]
    [InlineData("It rose from 5 on.")]
    [InlineData("It fell by 5 points.")]
    [InlineData("It has risen to 5 points.")]
    [InlineData("It has fallen to 5 points.")]
    [InlineData("It increased to 5 points.")]
    [InlineData("It improved by 5 points.")]
    [InlineData("It is down by 5 points.")]
    [InlineData("It is up to 5 points.")]
    public void EveryDeedIsSeen(string text) =>
        Assert.Contains(EvidenceRemark.ShowsDone, WordingFlags.Find(text, new TextSpan(0, text.Length)));

    [Theory]
    [InlineData("[insert name]")]
    [InlineData("[Enter it]")]
    [InlineData("[add it]")]
    [InlineData("[name]")]
    [InlineData("[date]")]
    [InlineData("[organisation]")]
    [InlineData("[organization]")]
    [InlineData("[company]")]
    [InlineData("[your name]")]
    [InlineData("[address]")]
    [InlineData("[telephone]")]
    [InlineData("[xx]")]
    [InlineData("<insert name>")]
    [InlineData("<enter name>")]
    [InlineData("<name of council>")]
    [InlineData("<organisation>")]
    [InlineData("<your name>")]
    [InlineData("Click here to enter text.")]
    [InlineData("Click or tap here to enter text.")]
    [InlineData("Lorem ipsum dolor.")]
    [InlineData("Call xxxx now.")]
    [InlineData("Date dd/mm/yyyy")]
    [InlineData("«Name»")]
    [InlineData("{{name}}")]
    [InlineData("Signed ______")]
    public void EveryGapOfAFormIsSeen(string text) =>
        Assert.Contains(EvidenceRemark.Template, WordingFlags.Find(text, new TextSpan(0, text.Length)));

    [Theory]
    [InlineData("Answers come within 10% of the time.")]
    [InlineData("Answers: 80 per cent.")]
    [InlineData("Answers: 80 percent.")]
    [InlineData("There were 1,204 letters, 96 calls and 7 visits.")]
    public void FiguresAreSeen(string text) =>
        Assert.Contains(EvidenceRemark.ShowsFigures, WordingFlags.Find(text, new TextSpan(0, text.Length)));

    [Theory]
    [InlineData("1 Answer every letter.\n2 Answer every call.\n3 Greet every visitor.")]
    [InlineData("(1) letters, (2) calls and (3) visits")]
    [InlineData("See page 3, section 12 and appendix 4.")]
    [InlineData("Our target: 90% of letters answered.")]
    [InlineData("At least 80% of calls must be answered.")]
    public void NumbersOfListsAndTargetsAreNoFigures(string text) =>
        Assert.DoesNotContain(EvidenceRemark.ShowsFigures, WordingFlags.Find(text, new TextSpan(0, text.Length)));

    [Theory]
    [InlineData("The target was 90%; we achieved 93%.")]
    [InlineData("61 of 98 improvements name a consultation as their source.")]
    public void ResultsBesideTargetsAreFigures(string text) =>
        Assert.Contains(EvidenceRemark.ShowsFigures, WordingFlags.Find(text, new TextSpan(0, text.Length)));

    [Theory]
    [InlineData("It is cannot yetanother.")]
    [InlineData("We will answer every letter.")]
    [InlineData("A knot yet to tie.")]
    [InlineData("The planning towards it is done by the planner.")]
    [InlineData("It was approved in 12024.")]
    [InlineData("A roast beef rose fromage 5.")]
    [InlineData("Write _____ or xxx, or <b>, or [see 4].")]
    public void WordsThatOnlyLookAlikeAreLeftAlone(string text) =>
        Assert.Equal([EvidenceRemark.SaysOnly], WordingFlags.Find(text, new TextSpan(0, text.Length)));

    [Theory]
    [InlineData("The Equality Act 2010 forbids direct and indirect discrimination.", true)]
    [InlineData("The specific duties oblige us to publish equality information every year.", true)]
    [InlineData("We publish equality information every year, and compare it with our standards.", false)]
    [InlineData("In 2024 we changed the forms, as the Act requires.", false)]
    public void TellsADutyFromADeed(string text, bool isLaw) =>
        Assert.Equal(isLaw, WordingFlags.Find(text, new TextSpan(0, text.Length)).Contains(EvidenceRemark.StatesLaw));

    [Theory]
    [InlineData("Fees and charges 2025-26", true)]
    [InlineData("Approved by Council on 25 February 2025", true)]
    [InlineData("We answer letters within ten days", false)]
    [InlineData("Opening hours: 9 to 5", false)]
    [InlineData("Answer letters within ten days.", false)]
    public void TellsATitleFromAStatement(string text, bool isFragment) =>
        Assert.Equal(isFragment, WordingFlags.IsFragment(text));
}
