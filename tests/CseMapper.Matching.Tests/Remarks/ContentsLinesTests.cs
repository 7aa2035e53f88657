using CseMapper.Matching.Remarks;

namespace CseMapper.Matching.Tests.Remarks;

public sealed class ContentsLinesTests
{
    [Theory]
    [InlineData("Contents\n1 Introduction ........ 2\n2 How to complain ..... 3\n3 Ombudsman ... 7\nAppendix A 12")]
    [InlineData("Introduction 1\nComplaints 2\nStage one 2\nStage two 4")]
    public void KnowsListsOfHeadingsAndPages(string text) => Assert.True(ContentsLines.AreIn(text));

    [Theory]
    [InlineData("Complaints received: 12\nComplaints upheld: 4\nCompliments: 30\nComments: 45")]
    [InlineData("Phone calls 45\nLetters 12\nVisits 90\nEmails 3")]
    [InlineData("1 Introduction 2\n2 How to complain 3")]
    [InlineData(
        "We answer every complaint within\nten days and send a letter by day 20\nin all cases.\nNothing else is "
            + "promised."
    )]
    public void LeavesTextAndTablesAlone(string text) => Assert.False(ContentsLines.AreIn(text));
}
