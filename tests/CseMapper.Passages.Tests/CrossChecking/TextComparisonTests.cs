using CseMapper.Documents;
using CseMapper.Passages.CrossChecking;

namespace CseMapper.Passages.Tests.CrossChecking;

public sealed class TextComparisonTests
{
    private const string Policy =
        "We answer every complaint within ten working days. Where we need longer, we tell the customer why and when "
        + "they will hear from us. The manager of the service reviews every answer before it is sent out.";

    private const string Lost = "Anyone may also write to the independent ombudsman, whose address stands overleaf.";

    [Theory]
    [InlineData(
        "we ANSWER every com-\nplaint within ten working days.\nWhere we need longer, we tell the cus\u00ADtomer why and "
            + "when they will hear from us. The manager of the service reviews every answer before it is sent out."
    )]
    [InlineData(
        "The manager of the service reviews every answer before it is sent out. Where we need longer, we tell the "
            + "customer why and when they will hear from us. We answer every complaint within ten working days."
    )]
    [InlineData(
        "W e a n s w e r e v e r y complaint within tenworkingdays. Where weneed longer, we tell the customer why and "
            + "when they will hearfromus. The manager of the service reviews every answer before itissentout."
    )]
    [InlineData(
        "We answer every complaint within ten working days. Where we need longer, we tell the customer why and when "
            + "they will hear from us. The manager of the service reviews every answer before it is sent out.\n3\n•\n•"
    )]
    public void OrderCaseHyphensAndTheCuttingOfWordsDoNotCount(string second) =>
        Assert.Empty(Compare(Paragraph(Policy), second).Differences);

    [Fact]
    public void ALineThatTheTextUsedLacksIsNamedWithItsPageAndWords()
    {
        CrossCheck check = Compare(
            [Paragraph("First page."), Paragraph(Policy, 2)],
            "First page.",
            Policy + "\n" + Lost
        );

        PageDifference difference = Assert.Single(check.Differences);
        Assert.Equal((2, true), (difference.Page, difference.IsLack));
        Assert.InRange(difference.Lacking, 9, 12);
        Assert.StartsWith("Anyone may also write", difference.Words, StringComparison.Ordinal);
        Assert.Contains("words that are not in the text used", difference.Message, StringComparison.Ordinal);
        Assert.True(check.FoundMore);
        Assert.Equal(2, check.Pages);
    }

    [Fact]
    public void AWordThatStandsTwiceOnThePageMustStandTwiceInTheText()
    {
        CrossCheck check = Compare(Paragraph(Lost), $"{Lost}\n{Lost}");

        Assert.True(check.FoundMore);
    }

    [Fact]
    public void WhatOnlyTheTextUsedHasIsSaidButIsNoLoss()
    {
        CrossCheck check = Compare(Paragraph($"{Policy} {Lost}"), Lost);

        PageDifference difference = Assert.Single(check.Differences);
        Assert.Equal((0, false), (difference.Lacking, difference.IsLack));
        Assert.InRange(difference.Surplus, 30, 40);
        Assert.StartsWith("the second reader did not find", difference.Message, StringComparison.Ordinal);
        Assert.False(check.FoundMore);
    }

    [Fact]
    public void TextThatGoesOnOverThePageMayStandOnEither()
    {
        TextBlock block = new(new BlockLocation(1), null, $"{Policy} {Lost}")
        {
            PageStarts = [new PageStart(Policy.Length + 1, 2)],
        };

        Assert.Empty(
            Compare(
                [block],
                Policy + "\nAnyone may also write to the inde-",
                "pendent ombudsman, whose address stands overleaf."
            ).Differences
        );
    }

    [Fact]
    public void ColumnHeadingsThatEachPageRepeatsAreNotLost()
    {
        TableBlock table = new(
            new BlockLocation(1),
            [
                new TableRow(["Service promise", "Measured by", "Reported to the committee"], 1),
                new TableRow(["Answer calls", "Telephone records", "Quarterly"], 1),
                new TableRow(["Answer letters", "Post book", "Yearly"], 2),
            ],
            0
        );

        CrossCheck check = Compare(
            [table],
            "Service promise Measured by Reported to the committee Answer calls Telephone records Quarterly",
            "Service promise Measured by Reported to the committee Answer letters Post book Yearly"
        );

        Assert.Empty(check.Differences);
    }

    [Fact]
    public void RunningTextAndRemarksAreNotLostThoughNoPassageHoldsThem()
    {
        CrossCheck check = Compare(
            [
                Paragraph("Ostermere District Council, complaints policy, version two, page one of nine") with
                {
                    Role = BlockRole.Header,
                },
                Paragraph(Policy),
                Paragraph("Please check this figure with the finance team before the meeting") with
                {
                    Role = BlockRole.Annotation,
                },
            ],
            "Ostermere District Council, complaints policy, version two, page one of nine\n" + Policy
        );

        Assert.Empty(check.Differences);
    }

    [Fact]
    public void WordsInTheOtherDirectionOfWritingAreTheSame() =>
        Assert.Empty(
            Compare(
                Paragraph("שלום עולם כולם מתחת אנחנו עונים לכל תלונה בתוך עשרה ימים"),
                "םולש םלוע םלוכ תחתמ ונחנא םינוע לכל הנולת ךותב הרשע םימי"
            ).Differences
        );

    [Fact]
    public void ThePagesThatDifferAreKeptWithTheirMarks()
    {
        string second = $"{Policy}\n{Lost}";
        (_, IReadOnlyList<PageTexts> texts) = TextComparison.Compare(
            new SourceDocument(FileFormat.Pdf, [Paragraph(Policy)], 1, DocumentFacts.None),
            [second],
            CancellationToken.None
        );

        PageTexts page = Assert.Single(texts);
        Assert.Equal((Policy + "\n", second), (page.Used, page.Second));
        Assert.Empty(page.UsedMarks);
        Assert.Contains("ombudsman", page.SecondMarks.Select(mark => second.Substring(mark.Start, mark.Length)));
    }

    [Fact]
    public void APageOfAHundredThousandWordsThatDifferTakesNoMoreThanSeconds()
    {
        string used = string.Join(' ', Enumerable.Range(0, 100_000).Select(i => $"wort{i * 7}"));
        string second = string.Join(' ', Enumerable.Range(0, 100_000).Select(i => $"wordof{i * 11}letters"));
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(30));

        Assert.True(Compare(Paragraph(used), second).FoundMore);
        Assert.False(limit.IsCancellationRequested);
    }

    private static TextBlock Paragraph(string text, int page = 1) => new(new BlockLocation(page), null, text);

    private static CrossCheck Compare(Block used, string second) => Compare([used], second);

    private static CrossCheck Compare(IReadOnlyList<Block> used, params IReadOnlyList<string> second) =>
        TextComparison
            .Compare(
                new SourceDocument(FileFormat.Pdf, used, second.Count, DocumentFacts.None),
                second,
                CancellationToken.None
            )
            .Result;
}
