using System.Text;
using CseMapper.Decisions.Log;
using CseMapper.Decisions.Mapping;
using CseMapper.Reports;
using CseMapper.Reports.Import;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace CseMapper.Tests.Import;

public sealed partial class DecisionImportTests
{
    [Fact]
    public void ARemarkAloneIsTakenOnceStandsInTheNextWorkbookAndCanBeCleared()
    {
        byte[] remarked = Edited(("Evidence!L4", "Ask Bob."), ("Evidence!M4", "Ann"));
        _log.AddRange(Import(remarked).Lines);
        Assert.Equal(DecisionAction.Comment, Assert.Single(_log).Action);

        Assert.Equal((0, 1), (Import(remarked).Lines.Count, Import(remarked).Known));
        Assert.Empty(Import(folder.Workbook(_log)).Lines);
        _log.AddRange(Import(EditedCells.Set(folder.Workbook(_log), ("Evidence!L4", ""), ("Evidence!M4", ""))).Lines);

        Assert.Empty(Entry().Decisions);
    }

    [Fact]
    public void ANameWithACommaIsOnePersonAndTheNamesOfTwoAreNot()
    {
        _log.AddRange(Import(Edited(("Evidence!J4", "Accept"), ("Evidence!M4", "Hill, Ann"))).Lines);
        _log.AddRange(Import(EditedCells.Set(folder.Workbook(_log), ("Evidence!J4", "Reject"))).Lines);
        Assert.Equal(
            ("Hill, Ann", Verdict.Rejected),
            (Assert.Single(Assert.Single(Entry().Decisions).Judgements).Reviewer, Entry().Decisions[0].Verdict)
        );

        _log.AddRange(Import(Edited(("Evidence!J4", "Accept"), ("Evidence!M4", "Bob"))).Lines);
        Assert.Contains(
            "several reviewers",
            Assert.Single(Import(Edited(("Evidence!J5", "Accept"), ("Evidence!M5", "Bob, Bob"))).Faults),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void ARemarkOfSomebodyElseIsNotTakenForThatOfWhoeverDecidesNext()
    {
        _log.AddRange(
            Import(Edited(("Evidence!J4", "Accept"), ("Evidence!L4", "Page 2 only."), ("Evidence!M4", "Ann"))).Lines
        );
        _log.AddRange(
            Import(EditedCells.Set(folder.Workbook(_log), ("Evidence!J4", "Reject"), ("Evidence!M4", "Bob"))).Lines
        );

        Assert.Equal(
            [("Ann", "Page 2 only."), ("Bob", "")],
            Assert.Single(Entry().Decisions).Judgements.Select(judgement => (judgement.Reviewer, judgement.Comment))
        );
    }

    [Fact]
    public void ARepeatedImportIsKnownThoughSomebodyElseHasRemarkedOnTheSamePassage()
    {
        byte[] remarked = Edited(("Evidence!L4", "Ask Bob."), ("Evidence!M4", "Ann"));
        byte[] decided = Edited(("Evidence!J4", "Accept"), ("Evidence!L4", "Page 2 only."), ("Evidence!M4", "Bob"));
        _log.AddRange(Import(remarked).Lines);
        _log.AddRange(Import(decided).Lines);

        ImportPlan again = Import(decided);

        Assert.Equal(["Ann", "Bob"], _log.Select(line => line.Reviewer));
        Assert.Equal((0, 1), (again.Lines.Count, again.Known));
    }

    [Fact]
    public void ADecisionWithoutANameIsThatOfWhoeverImportsThoughSomebodyElseDecidedMeanwhile()
    {
        byte[] unnamed = Edited(("Evidence!J4", "Reject"));
        _log.AddRange(Import(Edited(("Evidence!J4", "Accept"), ("Evidence!M4", "Ann"))).Lines);

        ImportPlan plan = Import(unnamed);
        _log.AddRange(plan.Lines);

        Assert.Equal("system", Assert.Single(plan.Lines).Reviewer);
        Assert.Equal((0, Verdict.Conflict), (Import(unnamed).Lines.Count, Assert.Single(Entry().Decisions).Verdict));
    }
}
