using CseMapper.Decisions.Anchors;
using CseMapper.Passages.Splitting;

namespace CseMapper.Decisions.Tests.Anchors;

public sealed class AnchorFinderTests
{
    private const string Promise =
        "4.3 We acknowledge every complaint within three working days and send a full reply within ten working "
        + "days of receiving it.";
    private const string Phones =
        "We answer the telephone within five rings and give our name and service to every caller who rings us.";
    private const string Letters =
        "Letters and emails get an answer within ten working days unless the matter is complicated and needs advice.";

    [Fact]
    public void UntouchedWordsAreUnchanged()
    {
        AnchorMatch match = Find(Document("a.docx", "h1", Phones, Promise, Letters), At("a.docx", "h1"));

        Assert.Equal(AnchorState.Unchanged, match.State);
        Assert.Equal("h1", match.Place!.ContentHash);
    }

    [Fact]
    public void EditElsewhereLeavesTheWordsUnchanged() =>
        Assert.Equal(
            AnchorState.Unchanged,
            Find(
                Document("a.docx", "h2", "A new first paragraph that nobody expected here.", Phones, Promise, Letters),
                At("a.docx", "h1")
            ).State
        );

    [Fact]
    public void NewClauseNumberAndCutAreNoChangeOfWords()
    {
        string renumbered = Promise.Replace("4.3", "5.1", StringComparison.Ordinal);
        AnchorMatch match = Find(
            Document("a.docx", "h2", Phones, renumbered[..60], renumbered[60..], Letters),
            At("a.docx", "h1")
        );

        Assert.True(match.KeepsDecision);
    }

    [Fact]
    public void RenamedDocumentMovesTheDecision()
    {
        AnchorMatch match = Find(Document("policies/b.pdf", "h1", Phones, Promise, Letters), At("a.docx", "h1"));

        Assert.Equal((AnchorState.Moved, "policies/b.pdf"), (match.State, match.Place!.Path));
    }

    [Fact]
    public void RenamedAndEditedDocumentMovesTheDecisionByItsSurroundings() =>
        Assert.Equal(
            AnchorState.Moved,
            Find(Document("b.docx", "h2", Phones, Promise, Letters, "One more paragraph."), At("a.docx", "h1")).State
        );

    [Theory]
    [InlineData("three working days", "five working days", "three", "five")]
    [InlineData("acknowledge", "never acknowledge", "", "never")]
    [InlineData("a full reply", "~~a full~~ reply", "", "~~ ~~")]
    [InlineData("ten working", "-10 working", "ten", "-10")]
    public void ChangedWordWaitsAndIsShown(string old, string now, string removed, string added)
    {
        AnchorMatch match = Find(
            Document("a.docx", "h2", Phones, Promise.Replace(old, now, StringComparison.Ordinal), Letters),
            At("a.docx", "h1")
        );

        Assert.Equal(AnchorState.Reworded, match.State);
        Assert.Equal(
            removed,
            string.Join(
                ' ',
                match.Changes.Where(change => change.Kind == WordChangeKind.Removed).Select(change => change.Text)
            )
        );
        Assert.Equal(
            added,
            string.Join(
                ' ',
                match.Changes.Where(change => change.Kind == WordChangeKind.Added).Select(change => change.Text)
            )
        );
    }

    [Fact]
    public void AFigureAtTheStartOfALineIsNoClauseNumber()
    {
        const string Share = "2.5 per cent of all letters that customers send to the council are answered late.";
        EvidenceAnchor anchor = At("a.docx", "h1") with { Quote = Share };

        Assert.Equal(
            AnchorState.Reworded,
            Find(
                Document("a.docx", "h2", Phones, Share.Replace("2.5", "4.5", StringComparison.Ordinal), Letters),
                anchor
            ).State
        );
    }

    [Theory]
    [InlineData("acknow ledge every", true)]
    [InlineData("acknowledge every-complaint", true)]
    [InlineData("acknowledge everycomplaint", true)]
    [InlineData("acknowledge any complaint", false)]
    public void WordsPartedOrJoinedByALineEndAreTheSame(string printed, bool isKept)
    {
        string converted = Promise.Replace(
            "acknowledge every complaint",
            printed.EndsWith("complaint", StringComparison.Ordinal) ? printed : printed + " complaint",
            StringComparison.Ordinal
        );

        Assert.Equal(
            isKept,
            Find(Document("a.docx", "h2", Phones, converted, Letters), At("a.docx", "h1")).KeepsDecision
        );
    }

    [Fact]
    public void FiguresAreNeverJoined()
    {
        const string Days = "We send a full reply to every letter within 20 10 working days of the day we receive it.";
        EvidenceAnchor anchor = At("a.docx", "h1") with { Quote = Days };

        Assert.False(
            Find(
                Document("a.docx", "h2", Phones, Days.Replace("20 10", "2010", StringComparison.Ordinal), Letters),
                anchor
            ).KeepsDecision
        );
    }

    [Fact]
    public void WordsWhoseCopyHasGoneTooMayBeTheCopyUnderANewName()
    {
        EvidenceAnchor anchor = At("a.docx", "h1") with { Copies = ["other department.docx"] };

        Assert.Equal(AnchorState.Ambiguous, Find(Document("b.docx", "h2", Phones, Promise, Letters), anchor).State);
    }

    [Fact]
    public void DeletedWordsAreGone() =>
        Assert.Equal(AnchorState.Gone, Find(Document("a.docx", "h2", Phones, Letters), At("a.docx", "h1")).State);

    [Fact]
    public void SameWordsInAnotherDocumentThatWasThereBeforeDoNotCatchTheDecision()
    {
        AnchorDocument old = Document("old/a v1.docx", "h0", Phones, Promise, Letters);

        Assert.Equal(AnchorState.Gone, Find(old, At("a.docx", "h1") with { Copies = ["old/a v1.docx"] }).State);
    }

    [Fact]
    public void SameWordsAmongOtherWordsElsewhereWaitForAPerson()
    {
        AnchorDocument other = Document(
            "b.docx",
            "h9",
            "Something about parking permits and how to buy one online.",
            Promise,
            "Something about bins and recycling centres near you."
        );

        Assert.False(Find(other, At("a.docx", "h1")).KeepsDecision);
    }

    [Fact]
    public void TwoLookAlikesAreAmbiguousNotGuessed()
    {
        string one = Promise.Replace("three working", "two working", StringComparison.Ordinal);
        string two = Promise.Replace("three working", "five working", StringComparison.Ordinal);
        EvidenceAnchor anchor = At("a.docx", "h1") with { Before = "", After = "" };

        Assert.Equal(AnchorState.Ambiguous, Find(Document("a.docx", "h2", one, Phones, two), anchor).State);
    }

    private static AnchorMatch Find(AnchorDocument document, EvidenceAnchor anchor) =>
        new AnchorFinder([document]).Find(anchor);

    private static EvidenceAnchor At(string path, string hash) =>
        new(Promise, path, hash)
        {
            Before = Phones[^EvidenceAnchor.ContextLength..],
            After = Letters[..EvidenceAnchor.ContextLength],
            Headings = ["4 Our standards"],
            Clause = "4.3",
        };

    private static AnchorDocument Document(string path, string hash, params string[] passages) =>
        new(path, hash, () => [.. passages.Select((text, at) => new Passage($"k{at}", at, text, ["4 Our standards"]))]);
}
