using CseMapper.App.ReviewPage.Drawing;
using CseMapper.App.ReviewPage.Project;
using CseMapper.Decisions.Log;
using CseMapper.Decisions.Mapping;
using CseMapper.Matching.Suggestions;
using CseMapper.Passages.CrossChecking;
using CseMapper.Passages.Splitting;
using CseMapper.Reports;
using RazorSlices;

namespace CseMapper.App.ReviewPage.Markup;

/// <summary>What stands around a page.</summary>
/// <param name="Request">Who asks.</param>
/// <param name="Title">Its title.</param>
/// <param name="Section">The address of the part of the navigation it belongs to.</param>
/// <param name="Main">Its content.</param>
internal sealed record FrameModel(PageRequest Request, string Title, string Section, RazorSlice Main);

/// <summary>What stands around a page for somebody who is not signed in.</summary>
/// <param name="Assets">Style sheet and scripts.</param>
/// <param name="Title">Its title.</param>
/// <param name="GoTo">Where it leads on by itself; null for nowhere.</param>
/// <param name="Main">Its content.</param>
internal sealed record BareModel(Assets Assets, string Title, string? GoTo, RazorSlice Main);

/// <summary>The head of a page.</summary>
/// <param name="Assets">Style sheet and scripts.</param>
/// <param name="Title">Its title.</param>
/// <param name="GoTo">Where it leads on by itself; null for nowhere.</param>
internal sealed record HeadModel(Assets Assets, string Title, string? GoTo);

/// <summary>The sign-in page.</summary>
/// <param name="HasUsers">True where people sign in by name and password.</param>
/// <param name="Trouble">Why it was refused; null at first.</param>
/// <param name="Name">The name that was typed.</param>
internal sealed record SignInModel(bool HasUsers, string? Trouble, string Name);

/// <summary>An element's page, and what its parts need.</summary>
/// <param name="Request">Who asks.</param>
/// <param name="Entry">The element.</param>
/// <param name="Cards">Its passages by where they are shown.</param>
internal sealed record ElementModel(PageRequest Request, MappingEntry Entry, ElementCards Cards);

/// <summary>A list of passages.</summary>
/// <param name="Element">The element.</param>
/// <param name="Cards">The passages, in their order.</param>
internal sealed record CardListModel(ElementModel Element, IReadOnlyList<Card> Cards);

/// <summary>A passage with all that helps to judge it.</summary>
/// <param name="Request">Who asks.</param>
/// <param name="Entry">The element.</param>
/// <param name="Card">The passage.</param>
internal sealed record CardModel(PageRequest Request, MappingEntry Entry, Card Card);

/// <summary>What somebody said about a passage.</summary>
/// <param name="Request">Who asks.</param>
/// <param name="Judgement">What they said.</param>
/// <param name="Verdict">What stands before it already, or null.</param>
internal sealed record JudgementModel(PageRequest Request, MappingJudgement Judgement, Verdict? Verdict);

/// <summary>One button about several passages.</summary>
/// <param name="Request">Who asks.</param>
/// <param name="Element">The element's number.</param>
/// <param name="Action">What the button does.</param>
/// <param name="Label">What stands on it.</param>
/// <param name="Cards">The passages.</param>
internal sealed record BulkModel(
    PageRequest Request,
    string Element,
    string Action,
    string Label,
    IReadOnlyList<Card> Cards
);

/// <summary>What has just been saved about an element, or why not.</summary>
/// <param name="Request">Who asks.</param>
/// <param name="Element">The element's number.</param>
/// <param name="Refusal">Why nothing was saved; null where something was, or nothing was asked for.</param>
/// <param name="Saved">What was saved; null for nothing.</param>
internal sealed record NoticeModel(PageRequest Request, string Element, string? Refusal, string? Saved);

/// <summary>The lines of the decision log.</summary>
/// <param name="Request">Who asks.</param>
/// <param name="Filter">Which lines are asked for.</param>
/// <param name="Lines">The lines shown, each with the one it speaks of.</param>
/// <param name="Pager">The other lines.</param>
internal sealed record HistoryModel(
    PageRequest Request,
    HistoryFilter Filter,
    IReadOnlyList<(Decision Line, Decision? Target)> Lines,
    PagerModel Pager
);

/// <summary>Which lines of the decision log are asked for; empty or null for all.</summary>
/// <param name="Reviewer">Who decided.</param>
/// <param name="Element">About which element.</param>
/// <param name="Action">What they did.</param>
internal sealed record HistoryFilter(string Reviewer, string Element, DecisionAction? Action);

/// <summary>The list of documents.</summary>
/// <param name="Words">What a name or title must hold.</param>
/// <param name="Show">Which kind of documents is asked for.</param>
/// <param name="Today">The day that review dates are compared with.</param>
/// <param name="Documents">Those shown.</param>
/// <param name="Pager">The others.</param>
internal sealed record DocumentsModel(
    string Words,
    string Show,
    DateOnly Today,
    IEnumerable<MappingDocument> Documents,
    PagerModel Pager
);

/// <summary>A document and a stretch of its text.</summary>
/// <param name="Request">Who asks.</param>
/// <param name="Document">The document.</param>
/// <param name="Passages">The passages shown.</param>
/// <param name="Pager">The others.</param>
internal sealed record DocumentModel(
    PageRequest Request,
    MappingDocument Document,
    IEnumerable<Passage> Passages,
    PagerModel Pager
);

/// <summary>A document as it looks; neither view where it cannot be opened.</summary>
/// <param name="Request">Who asks.</param>
/// <param name="Document">The document.</param>
/// <param name="Quote">The words to mark; empty for none.</param>
internal sealed record DrawingModel(PageRequest Request, MappingDocument Document, string Quote)
{
    /// <summary>A page of a PDF, or null.</summary>
    public PageView? Page { get; init; }

    /// <summary>Another document, or null.</summary>
    public BlocksView? Blocks { get; init; }

    /// <summary>True where the file is no longer the one that was read.</summary>
    public bool HasChanged => Page?.HasChanged ?? Blocks?.HasChanged ?? false;
}

/// <summary>A page on which two readers differ.</summary>
/// <param name="Document">The document.</param>
/// <param name="Difference">How much.</param>
/// <param name="Texts">The page as both have it; null where it is no longer kept.</param>
internal sealed record CrossCheckModel(MappingDocument Document, PageDifference Difference, PageTexts? Texts)
{
    /// <summary>The text that is used, with the words marked that the second reader did not find.</summary>
    public IReadOnlyList<TextRun> Used => Texts is null ? [] : Runs(Texts.Used, Texts.UsedMarks);

    /// <summary>The second reader's text, with the words marked that the text used lacks.</summary>
    public IReadOnlyList<TextRun> Second => Texts is null ? [] : Runs(Texts.Second, Texts.SecondMarks);

    private static List<TextRun> Runs(string text, IReadOnlyList<WordPlace> marks) =>
        MarkedText.Runs(
            text,
            [.. marks.Select(mark => new MatchedWord(new TextSpan(mark.Start, mark.Length), MatchKind.Word, ""))]
        );
}

/// <summary>What a search found.</summary>
/// <param name="Request">Who asks.</param>
/// <param name="Query">The words.</param>
/// <param name="Entry">The element that evidence is looked for; null for none.</param>
/// <param name="Remarks">How the query was taken, and whether there may be more.</param>
/// <param name="Status">How much was found; null where nothing was asked.</param>
/// <param name="Found">The passages shown.</param>
/// <param name="Pager">The others.</param>
internal sealed record SearchModel(
    PageRequest Request,
    string Query,
    MappingEntry? Entry,
    IReadOnlyList<string> Remarks,
    string? Status,
    IReadOnlyList<FoundCard> Found,
    PagerModel Pager
);

/// <summary>A passage that was found.</summary>
/// <param name="Document">Where.</param>
/// <param name="Passage">The passage.</param>
/// <param name="Runs">Its text, with the words looked for marked.</param>
internal sealed record FoundCard(MappingDocument Document, Passage Passage, IReadOnlyList<TextRun> Runs);

/// <summary>A passage that somebody found and wants to use.</summary>
/// <param name="Request">Who asks.</param>
/// <param name="Document">Where it stands.</param>
/// <param name="Passage">The passage.</param>
internal sealed record UseModel(PageRequest Request, MappingDocument Document, Passage Passage);

/// <summary>Links to the other pages of a long list.</summary>
/// <param name="Address">The address of the list with its filters, without the page.</param>
/// <param name="Page">The page that is shown, from 1.</param>
/// <param name="Count">How many items the list has.</param>
/// <param name="Size">How many a page shows.</param>
internal sealed record PagerModel(string Address, int Page, int Count, int Size);
