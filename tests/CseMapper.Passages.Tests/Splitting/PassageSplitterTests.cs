using CseMapper.Documents;
using CseMapper.Passages.Splitting;

namespace CseMapper.Passages.Tests.Splitting;

public sealed class PassageSplitterTests
{
    private static readonly BlockLocation _place = new(Page: null);

    [Fact]
    public void ALongParagraphIsAPassageByItself()
    {
        IReadOnlyList<Passage> passages = Split(Text(60, "a"), Text(70, "b"), Text(45, "c"));

        Assert.Equal([60, 70, 45], passages.Select(Length));
        Assert.Equal([0, 1, 2], passages.Select(passage => passage.Ordinal));
    }

    [Fact]
    public void ShortParagraphsAreJoinedAndPartedByLines()
    {
        Passage passage = Assert.Single(Split(Text(15, "a"), Text(15, "b"), Text(20, "c")));

        Assert.Equal(50, Length(passage));
        Assert.Equal(3, passage.Text.Split('\n').Length);
    }

    [Fact]
    public void AShortRemainderJoinsThePassageBeforeIt()
    {
        Assert.Equal([60, 75], Split(Text(60, "a"), Text(60, "b"), Text(15, "c")).Select(Length));
    }

    [Fact]
    public void WhereJoiningWouldBeTooLongTwoNeighboursShareOut()
    {
        IReadOnlyList<Passage> passages = Split(Text(175, "a", sentence: 25), Text(20, "b"));

        Assert.Equal([100, 95], passages.Select(Length));
        Assert.EndsWith(".", passages[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void AVeryLongParagraphIsCutAtSentenceEndsIntoAboutEqualPieces()
    {
        IReadOnlyList<Passage> passages = Split(Text(400, "a", sentence: 20));

        Assert.Equal([140, 120, 140], passages.Select(Length));
        Assert.All(passages, passage => Assert.EndsWith(".", passage.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void WhatLiesUnderADrawnBoxIsAPassageByItselfAndNoHeading()
    {
        IReadOnlyList<Passage> passages = Split(
            Text(15, "a"),
            Text(15, "b") with
            {
                IsCovered = true,
            },
            new HeadingBlock(_place, 1, null, "Jo Example") { IsCovered = true },
            Text(20, "c")
        );

        Assert.Equal([false, true, false], passages.Select(passage => passage.IsCovered));
        Assert.EndsWith("Jo Example", passages[1].Text, StringComparison.Ordinal);
        Assert.All(passages, passage => Assert.Empty(passage.Headings));
    }

    [Fact]
    public void AHeadingAloneMakesNoPassageAndStandsAboveWhatFollows()
    {
        IReadOnlyList<Passage> passages = Split(
            new HeadingBlock(_place, 1, null, "Customer Care"),
            new HeadingBlock(_place, 2, "4", "Complaints"),
            new HeadingBlock(_place, 3, "4.3", "Stages"),
            Text(50, "a"),
            new HeadingBlock(_place, 2, "5", "Review"),
            Text(10, "b"),
            new HeadingBlock(_place, 2, "6", "Appendices")
        );

        Assert.Equal(2, passages.Count);
        Assert.Equal(["Customer Care", "4 Complaints", "4.3 Stages"], passages[0].Headings);
        Assert.Equal(["Customer Care", "5 Review"], passages[1].Headings);
        Assert.Equal(["4.3", "5"], passages.Select(passage => passage.Clause));
        Assert.Equal(10, Length(passages[1]));
    }

    [Fact]
    public void AClauseInTheStyleOfAHeadingIsText()
    {
        const string Words = "We acknowledge every complaint within three working days of receiving it.";

        Passage passage = Assert.Single(
            Split(new HeadingBlock(_place, 1, "4", "Complaints"), new HeadingBlock(_place, 2, "4.1", Words))
        );

        Assert.Equal("4.1 " + Words, passage.Text);
        Assert.Equal(["4 Complaints"], passage.Headings);
        Assert.Equal("4.1", passage.Clause);
    }

    [Fact]
    public void TheClauseIsThatOfTheFirstBlockOrOfTheClauseItGoesOnWith()
    {
        IReadOnlyList<Passage> passages = Split(
            new HeadingBlock(_place, 1, "7", "Contact"),
            Text(50, "a"),
            Text(50, "b") with
            {
                Number = "7.1",
            },
            Text(50, "c"),
            Text(50, "d") with
            {
                Number = "7.2",
            }
        );

        Assert.Equal(["7", "7.1", "7.1", "7.2"], passages.Select(passage => passage.Clause));
        Assert.StartsWith("7.1 b1", passages[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ANumberThatCannotBeLookedUpAloneIsNoClause()
    {
        IReadOnlyList<Passage> passages = Split(
            new HeadingBlock(_place, 1, "8.", "Process"),
            Item(50, "a") with
            {
                Label = "2.",
                Number = "2",
            },
            Item(150, "b") with
            {
                Label = "(b)",
                Number = "7(b)",
            }
        );

        Assert.Equal(["8", "7(b)"], passages.Select(passage => passage.Clause));
    }

    [Fact]
    public void ASentenceThatOnlyLooksLikeAHeadingIsText()
    {
        IReadOnlyList<Passage> passages = Split(
            new HeadingBlock(_place, 1, null, "Scope"),
            new HeadingBlock(_place, 2, null, "This procedure applies to:"),
            Item(50, "a"),
            new HeadingBlock(_place, 2, null, "Protection Policy.") { IsGuessed = true },
            new HeadingBlock(_place, 2, null, "Process:"),
            Item(50, "b")
        );

        Assert.StartsWith("This procedure applies to:\n• a1", passages[0].Text, StringComparison.Ordinal);
        Assert.EndsWith("\nProtection Policy.", passages[0].Text, StringComparison.Ordinal);
        Assert.Equal(["Scope", "Process:"], passages[1].Headings);
    }

    [Fact]
    public void AListStaysWithItsLeadIn()
    {
        IReadOnlyList<Passage> passages = Split(
            Text(50, "a"),
            new TextBlock(_place, null, "You can contact us:"),
            Item(20, "b"),
            Item(20, "c"),
            Item(20, "d")
        );

        Assert.Equal(2, passages.Count);
        Assert.StartsWith("You can contact us:\n• b1", passages[1].Text, StringComparison.Ordinal);
        Assert.Equal(PassageKind.List, passages[1].Kind);
        Assert.Null(passages[1].LeadIn);
    }

    [Fact]
    public void APassageThatBeginsInsideAListCarriesItsLeadIn()
    {
        IReadOnlyList<Passage> passages = Split([
            new TextBlock(_place, "3.1", "We do much. We promise:"),
            .. Enumerable.Range(0, 12).Select(i => Item(24, $"i{i}w")),
        ]);

        Assert.Equal(2, passages.Count);
        Assert.Null(passages[0].LeadIn);
        Assert.Equal("We promise:", passages[1].LeadIn);
        Assert.Equal("3.1", passages[1].Clause);
    }

    [Fact]
    public void AnInnerListIsIntroducedByItsItem()
    {
        IReadOnlyList<Passage> passages = Split([
            new TextBlock(_place, null, "We promise:"),
            new ListItemBlock(_place, 1, "(a)", "to answer:"),
            .. Enumerable.Range(0, 12).Select(i => new ListItemBlock(_place, 2, "(i)", Words(22, $"i{i}w"))),
        ]);

        Assert.Equal("to answer:", passages[1].LeadIn);
    }

    [Fact]
    public void TableRowsRepeatTheirColumnHeadings()
    {
        TableBlock table = new(
            _place,
            [
                Row("Service", "Our standard", "Last year"),
                Row("Telephone", "within 20 seconds.", "97 %"),
                Row("Letters", "", "10\ndays"),
            ],
            HeaderRows: 1
        );

        Passage passage = Assert.Single(Split(table));

        Assert.Equal(
            "Service: Telephone; Our standard: within 20 seconds. Last year: 97 %\nService: Letters; Last year: "
                + "10 days",
            passage.Text
        );
        Assert.Equal(PassageKind.Table, passage.Kind);
    }

    [Fact]
    public void SeveralRowsOfHeadingsAreJoinedOverTheirColumns()
    {
        TableBlock table = new(
            _place,
            [Row("", "Target", "", "Result"), Row("Service", "2024", "2025", ""), Row("Calls", "90", "95", "96")],
            HeaderRows: 2
        );

        Assert.Equal("Service: Calls; Target 2024: 90; Target 2025: 95; Result: 96", Assert.Single(Split(table)).Text);
    }

    [Fact]
    public void HeadingsOfEmptyColumnsAndTablesOfHeadingsOnlyAreNotLost()
    {
        TableBlock empty = new(_place, [Row("Service", "Signature"), Row("Calls", "")], HeaderRows: 1);
        TableBlock headingsOnly = new(_place, [Row("Mission", "Vision")], HeaderRows: 1);

        Assert.Equal("Signature\nService: Calls\nMission; Vision", Assert.Single(Split(empty, headingsOnly)).Text);
    }

    [Fact]
    public void ContentsHeadersFootersAndRemarksMakeNoPassages()
    {
        BlockRole[] without = [BlockRole.Contents, BlockRole.Header, BlockRole.Footer, BlockRole.Annotation];

        Assert.Empty(
            Split([
                .. without.Select(role => Text(50, "x") with { Role = role }),
                .. without.Select(role => new HeadingBlock(_place, 1, null, "x") { Role = role }),
            ])
        );
    }

    [Fact]
    public void NotesFormFieldsAndTextBoxesAreKept()
    {
        BlockRole[] with = [BlockRole.Note, BlockRole.FormField, BlockRole.Aside];

        Assert.Equal(150, Split([.. with.Select(role => Text(50, "x") with { Role = role })]).Sum(Length));
    }

    [Fact]
    public void APassageKnowsThePageItBeginsOn()
    {
        IReadOnlyList<Passage> passages = Split(
            Text(50, "a") with
            {
                Location = new BlockLocation(3),
            },
            Text(50, "b") with
            {
                Location = new BlockLocation(4, IsPageApproximate: true),
            },
            new TableBlock(
                new BlockLocation(5),
                [new TableRow([Words(60, "c")], 5), new TableRow([Words(60, "d")], 6)],
                0
            )
        );

        Assert.Equal([3, 4, 5, 6], passages.Select(passage => passage.Page!.Value));
        Assert.Equal([false, true, false, false], passages.Select(passage => passage.IsPageApproximate));
    }

    [Fact]
    public void TheMarksOfAnyBlockAreThePassages()
    {
        Passage passage = Assert.Single(
            Split(
                Text(20, "a"),
                Text(20, "b") with
                {
                    HasUnacceptedChanges = true,
                },
                Text(20, "c") with
                {
                    IsRecognised = true,
                }
            )
        );

        Assert.True(passage.HasUnacceptedChanges);
        Assert.True(passage.IsRecognised);
    }

    [Fact]
    public void AKeyDependsOnTheWordsAlone()
    {
        Passage alone = Assert.Single(Split(Text(50, "a")));
        IReadOnlyList<Passage> among = Split(
            Text(90, "z"),
            new HeadingBlock(_place, 1, "9", "Other"),
            Text(50, "a") with
            {
                Number = "9.1",
                Location = new BlockLocation(7),
            },
            Text(50, "a") with
            {
                Number = "9.2",
            }
        );

        Assert.Equal(16, alone.Key.Length);
        Assert.Equal(alone.Key, among[1].Key);
        Assert.Equal(alone.Key + "-2", among[2].Key);
        Assert.NotEqual(alone.Key, among[0].Key);
    }

    [Fact]
    public void AWordWithoutEndIsCutAndStaysWhole()
    {
        string endless = string.Concat(Enumerable.Repeat("\U0001F4C4文", 20_000));

        IReadOnlyList<Passage> passages = Split(new TextBlock(_place, null, endless));

        Assert.Equal(endless, string.Concat(passages.Select(passage => passage.Text)));
        Assert.All(
            passages,
            passage => Assert.True(passage.Text.Length <= 5400 && !char.IsLowSurrogate(passage.Text[0]))
        );
    }

    private static IReadOnlyList<Passage> Split(params Block[] blocks) =>
        new PassageSplitter(PassageOptions.Default).Split(
            new SourceDocument(FileFormat.PlainText, blocks, null, DocumentFacts.None),
            CancellationToken.None
        );

    private static TextBlock Text(int words, string prefix, int sentence = 0) =>
        new(_place, null, Words(words, prefix, sentence));

    private static ListItemBlock Item(int words, string prefix) => new(_place, 1, "•", Words(words - 1, prefix));

    private static TableRow Row(params string[] cells) => new(cells);

    private static string Words(int count, string prefix, int sentence = 0) =>
        string.Join(
            ' ',
            Enumerable
                .Range(1, count)
                .Select(i =>
                    sentence > 0 && i % sentence == 1 ? $"{prefix.ToUpperInvariant()}{i}"
                    : sentence > 0 && i % sentence == 0 ? $"{prefix}{i}."
                    : $"{prefix}{i}"
                )
        );

    private static int Length(Passage passage) =>
        passage.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
