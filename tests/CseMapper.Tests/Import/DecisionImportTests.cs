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

public sealed partial class DecisionImportTests(MappedFolder folder) : IClassFixture<MappedFolder>
{
    private readonly List<Decision> _log = [];

    [Fact]
    public void DecisionsStrengthCommentReviewerAndCommentaryAreTaken()
    {
        ImportPlan plan = Import(
            Edited(
                ("Evidence!J4", "Accept"),
                ("Evidence!K4", "Partial"),
                ("Evidence!L4", "Page 2 only."),
                ("Evidence!M4", "Ann"),
                ("Commentary!D4", "We know them."),
                ("Commentary!E4", "Bob")
            )
        );

        Assert.Equal((2, 0, 0), (plan.Lines.Count, plan.Conflicts.Count, plan.Faults.Count));
        Decision accept = plan.Lines[0];
        Assert.Equal(
            (DecisionAction.Accept, EvidenceExtent.Partial, "Page 2 only.", "Ann"),
            (accept.Action, accept.Extent, accept.Comment, accept.Reviewer)
        );
        Assert.Equal(Row(0).Quote, accept.Anchor!.Quote);
        Assert.Equal(
            (DecisionAction.Commentary, "We know them.", "Bob", "1.1.1"),
            (plan.Lines[1].Action, plan.Lines[1].Comment, plan.Lines[1].Reviewer, plan.Lines[1].Element)
        );
    }

    [Fact]
    public void ImportingTwiceChangesNothing()
    {
        byte[] edited = Edited(
            ("Evidence!J4", "Accept"),
            ("Evidence!M4", "Ann"),
            ("Evidence!J5", "Reject"),
            ("Commentary!D4", "We know them.")
        );
        _log.AddRange(Import(edited).Lines);

        ImportPlan again = Import(edited);

        Assert.Equal(3, _log.Count);
        Assert.Equal((0, 0, 3), (again.Lines.Count, again.Conflicts.Count, again.Known));
    }

    [Fact]
    public void AWorkbookNobodyTouchedImportsNothing()
    {
        _log.AddRange(
            Import(
                Edited(
                    ("Evidence!J4", "Accept"),
                    ("Evidence!L4", "Two\r\nlines"),
                    ("Evidence!M4", "Ann"),
                    ("Commentary!D4", "We know them.")
                )
            ).Lines
        );
        byte[] fresh = folder.Workbook(_log);
        _log.AddRange(
            Import(EditedCells.Set(folder.Workbook([]), ("Evidence!J4", "Reject"), ("Evidence!M4", "Bob"))).Lines
        );

        ImportPlan plan = Import(fresh);

        Assert.Equal((0, 0, 0, 0), (plan.Lines.Count, plan.Conflicts.Count, plan.Faults.Count, plan.Known));
    }

    [Fact]
    public void DifferentAnswersOfTwoPeopleAreBothKeptAndListed()
    {
        byte[] ann = Edited(("Evidence!J4", "Accept"), ("Evidence!M4", "Ann"));
        byte[] bob = Edited(("Evidence!J4", "Reject"), ("Evidence!M4", "Bob"));
        _log.AddRange(Import(ann).Lines);

        ImportPlan plan = Import(bob);

        Assert.Equal("Bob", Assert.Single(plan.Lines).Reviewer);
        Assert.Contains("both answers are kept", Assert.Single(plan.Conflicts).Outcome, StringComparison.Ordinal);
        _log.AddRange(plan.Lines);
        Assert.Equal(Verdict.Conflict, Assert.Single(Entry().Decisions).Verdict);
    }

    [Fact]
    public void WhatTheSamePersonDecidedMeanwhileStands()
    {
        byte[] old = Edited(("Evidence!J4", "Accept"), ("Evidence!M4", "Ann"));
        _log.AddRange(Import(Edited(("Evidence!J4", "Reject"), ("Evidence!M4", "Ann"))).Lines);

        ImportPlan plan = Import(old);

        Assert.Empty(plan.Lines);
        ImportConflict conflict = Assert.Single(plan.Conflicts);
        Assert.Equal("Evidence!J4", conflict.Cell);
        Assert.Contains("the log's decision stands", conflict.Outcome, StringComparison.Ordinal);
    }

    [Fact]
    public void ACommentaryChangedOnBothSidesIsAConflict()
    {
        byte[] old = Edited(("Commentary!D4", "From the workbook."));
        _log.AddRange(Import(Edited(("Commentary!D4", "From the page."))).Lines);

        ImportPlan plan = Import(old);

        Assert.Empty(plan.Lines);
        Assert.Equal(("From the workbook.", "1.1.1"), (plan.Conflicts[0].Workbook, plan.Conflicts[0].Element));
    }

    [Fact]
    public void AClearedCellTakesTheDecisionBackAndItCanBeTakenAgain()
    {
        byte[] accept = Edited(("Evidence!J4", "Accept"), ("Evidence!M4", "Ann"));
        _log.AddRange(Import(accept).Lines);
        _log.AddRange(Import(EditedCells.Set(folder.Workbook(_log), ("Evidence!J4", ""), ("Evidence!M4", ""))).Lines);
        Assert.Empty(Entry().Decisions);

        _log.AddRange(Import(Edited(("Evidence!J4", "Accept"), ("Evidence!M4", "Ann"))).Lines);

        Assert.Equal(Verdict.Accepted, Assert.Single(Entry().Decisions).Verdict);
        Assert.Distinct(_log.Select(line => line.Id));
    }

    [Fact]
    public void SortedAndDeletedRowsDoNoHarm()
    {
        byte[] edited = Edited(("Evidence!J5", "Accept"), ("Evidence!M5", "Ann"));
        byte[] sorted = EditedCells.Rearrange(
            edited,
            "Evidence",
            3,
            rows => rows.Reverse().Where((_, at) => at % 3 != 0 || at == rows.Length - 2)
        );

        Assert.Equal(
            Import(edited).Lines.Select(line => (line.Id, line.Anchor!.Quote)),
            Import(sorted).Lines.Select(line => (line.Id, line.Anchor!.Quote))
        );
        Assert.Single(Import(sorted).Lines);
    }

    [Theory]
    [InlineData("yes", DecisionAction.Accept)]
    [InlineData("Accepted ", DecisionAction.Accept)]
    [InlineData(" ACCEPT.", DecisionAction.Accept)]
    [InlineData("✓", DecisionAction.Accept)]
    [InlineData("rej", DecisionAction.Reject)]
    [InlineData("No", DecisionAction.Reject)]
    [InlineData("not sure", DecisionAction.Unsure)]
    [InlineData("?", DecisionAction.Unsure)]
    public void TypedVariantsAreUnderstood(string typed, DecisionAction action) =>
        Assert.Equal(action, Assert.Single(Import(Edited(("Evidence!J4", typed))).Lines).Action);

    [Theory]
    [InlineData("Evidence!J4", "n/a", "Evidence!J4: \"n/a\" is neither Accept, Reject nor Unsure.")]
    [InlineData("Evidence!J4", "x", "Evidence!J4: \"x\" is neither")]
    [InlineData("Evidence!K4", "80 %", "Evidence!K4: \"80 %\" is neither Full nor Partial.")]
    public void WhatIsNotUnderstoodIsRefusedWithItsCellAndNothingIsImported(string cell, string typed, string fault)
    {
        ImportPlan plan = Import(Edited((cell, typed), ("Evidence!J5", "Accept")));

        Assert.StartsWith(fault, Assert.Single(plan.Faults), StringComparison.Ordinal);
        Assert.Empty(plan.Lines);
    }

    [Fact]
    public void ARowWithoutItsIdAndAWorkbookWithoutIdsAreRefused()
    {
        Assert.Contains(
            "Evidence!J4: the row has lost its row id",
            Import(Edited(("Evidence!J4", "Accept"), ("Evidence!N4", ""))).Faults[0],
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Keep one of them",
            Import(
                Edited(
                    ("Evidence!J4", "Accept"),
                    ("Evidence!J5", "Reject"),
                    ("Evidence!N5", Row(0).Id),
                    ("Evidence!P5", "b")
                )
            ).Faults[0],
            StringComparison.Ordinal
        );
        Assert.Contains(
            "There is no sheet",
            Import(Encoding.UTF8.GetBytes("a,b\n1,2\n"), "other.csv").Faults[0],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void APassageThatIsNotInTheMappingAnyMoreIsListed()
    {
        ImportPlan plan = Import(Edited(("Evidence!J4", "Accept"), ("Evidence!N4", "0123456789abcdef")));

        Assert.Empty(plan.Lines);
        Assert.Contains("not in the mapping any more", Assert.Single(plan.Conflicts).Outcome, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(',', "\r\n")]
    [InlineData(';', "\n")]
    public void TheSameComesFromCsv(char separator, string lineEnd)
    {
        string[] lines = folder.Csv([]).TrimEnd().Split("\r\n");
        // Empty cells in a row: decision, full or partial, comment and reviewer stand before the row id.
        lines[1] = lines[1].Replace(",,,,,id:", ",Accept,full,\"=good, really\",Ann,id:", StringComparison.Ordinal);
        string text = string.Join(lineEnd, separator == ',' ? lines : lines.Select(line => Separated(line, separator)));

        ImportPlan plan = Import(Encoding.UTF8.GetBytes(text), "mapping.csv");

        Assert.Empty(plan.Faults);
        Decision line = Assert.Single(plan.Lines);
        Assert.Equal(
            (DecisionAction.Accept, EvidenceExtent.Full, "=good, really", "Ann"),
            (line.Action, line.Extent, line.Comment, line.Reviewer)
        );
    }

    [Fact]
    public void CommentariesComeBackFromCsvAndUntouchedOnesDoNot()
    {
        _log.AddRange(
            Import(Edited(("Commentary!D4", "-We, \"the council\",\nknow them."), ("Evidence!J4", "Accept"))).Lines
        );

        ImportPlan plan = Import(Encoding.UTF8.GetBytes(folder.Csv(_log)), "mapping.csv");

        Assert.Equal((0, 0, 0), (plan.Lines.Count, plan.Conflicts.Count, plan.Faults.Count));
    }

    [Fact]
    public void AFormulaThatFailedIsNamedAndTakesNothingBack()
    {
        _log.AddRange(Import(Edited(("Evidence!J4", "Accept"), ("Evidence!M4", "Ann"))).Lines);

        ImportPlan plan = Import(EditedCells.Fail(folder.Workbook(_log), "Evidence!J4"));

        Assert.Equal("Evidence!J4: \"#N/A\" is neither Accept, Reject nor Unsure.", Assert.Single(plan.Faults));
        Assert.Empty(plan.Lines);
    }

    [Fact]
    public void TotalsBelowTheTableAreNoDecisions()
    {
        ImportPlan plan = Import(
            EditedCells.AddRow(
                Edited(("Evidence!J4", "Accept")),
                "Evidence",
                ("A", "Total"),
                ("J", "12 of 40"),
                ("K", "2 full")
            )
        );

        Assert.Empty(plan.Faults);
        Assert.Single(plan.Lines);
    }

    [Fact]
    public void ARenamedSheetIsNotCarriedIntoTheNextWorkbookBesideTheNewOne()
    {
        byte[] renamed = EditedCells.Rename(
            Edited(("Evidence!J4", "Accept"), ("Evidence!Q3", "Who to ask"), ("Evidence!Q4", "Mrs Hill")),
            "Evidence",
            "Evidence 2026"
        );
        folder.Write("renamed/mapping.xlsx", renamed);

        WorkbookExtras kept = WorkbookExtras.Collect(folder.At("renamed/mapping.xlsx"));

        Assert.Single(Import(renamed).Lines);
        Assert.Empty(kept.Sheets);
        Assert.Equal("Mrs Hill", Assert.Single(kept.Columns).ByRow[Row(0).Id]);
    }

    [Fact]
    public void AddedColumnsAndSheetsGoIntoTheNextWorkbook()
    {
        byte[] edited = EditedCells.AddSheet(
            Edited(("Evidence!Q3", "Who to ask"), ("Evidence!Q4", "Mrs Hill")),
            "My notes",
            "Line one",
            "=1+1",
            "42"
        );
        folder.Write("extras/mapping.xlsx", edited);

        byte[] next = folder.Workbook([], WorkbookExtras.Collect(folder.At("extras/mapping.xlsx")));
        folder.Write("extras/mapping.xlsx", next);
        WorkbookExtras kept = WorkbookExtras.Collect(folder.At("extras/mapping.xlsx"));

        Assert.Equal(
            ("Who to ask", "Mrs Hill"),
            (Assert.Single(kept.Columns).Heading, kept.Columns[0].ByRow[Row(0).Id])
        );
        ExtraSheet sheet = Assert.Single(kept.Sheets);
        Assert.Equal(
            ("My notes", "Line one", "=1+1", "42"),
            (sheet.Name, sheet.Rows[0][0], sheet.Rows[1][0], sheet.Rows[2][0])
        );
        Assert.Equal(next, folder.Workbook([], kept));
    }

    [Fact]
    public void ExcelFindsNothingWrongWithDecisionsConflictsAndAddedSheets()
    {
        _log.AddRange(
            Import(
                Edited(
                    ("Evidence!J4", "Accept"),
                    ("Evidence!L4", "Fine <&>"),
                    ("Evidence!M4", "Ann"),
                    ("Commentary!D4", "We do.")
                )
            ).Lines
        );
        _log.AddRange(Import(Edited(("Evidence!J4", "Reject"), ("Evidence!M4", "Bob"))).Lines);
        Decision gone = Import(Edited(("Evidence!J5", "Accept"))).Lines[0];
        _log.Add(gone with { Anchor = gone.Anchor! with { Path = "gone.txt", ContentHash = "x" } });
        WorkbookExtras extras = new(
            [new ExtraColumn("Who <to> ask", 20, new Dictionary<string, string> { [Row(0).Id] = "=1+1" })],
            [
                new ExtraSheet(
                    "My notes",
                    [
                        ["a", "1.5"],
                        [],
                        ["", "-2"],
                    ]
                ),
            ]
        );

        using SpreadsheetDocument document = SpreadsheetDocument.Open(
            new MemoryStream(folder.Workbook(_log, extras, [new ImportConflict("a", "1.1.1", "b", "c", "d", "e")])),
            isEditable: false
        );

        Assert.Equal(
            ["Summary", "Evidence", "Commentary", "Gaps", "Documents", "Decided", "Conflicts", "About", "My notes"],
            document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Select(sheet => sheet.Name!.Value!)
        );
        Assert.Empty(
            new OpenXmlValidator(FileFormatVersions.Office2019)
                .Validate(document, TestContext.Current.CancellationToken)
                .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")
        );
    }

    private static string Separated(string line, char separator)
    {
        WorkbookRow row = CsvRowOf(line);
        return string.Join(
            separator,
            row.Cells.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")
        );
    }

    private static WorkbookRow CsvRowOf(string line)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(line));
        return CsvFile.Read("line.csv", stream).Rows[0];
    }

    private MappingEntry Entry() => folder.With(_log).Mapping.Elements[0];

    private MappingSuggestion Row(int at) =>
        folder.Mapping.Elements.SelectMany(entry => entry.Suggestions).ElementAt(at);

    private byte[] Edited(params (string Cell, string Text)[] cells) => EditedCells.Set(folder.Workbook([]), cells);

    private ImportPlan Import(byte[] file, string name = "mapping.xlsx")
    {
        ReviewedMapping reviewed = folder.With(_log);
        return new DecisionImport(reviewed, folder.Maker(reviewed), "system").Plan(
            folder.Write("import/" + name, file),
            TestContext.Current.CancellationToken
        );
    }
}
