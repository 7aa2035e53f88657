using System.Text;
using CseMapper.Documents.Markdown;
using CseMapper.Testing;

namespace CseMapper.Documents.Tests.Markdown;

public sealed class MarkdownReaderTests
{
    [Fact]
    public void BothKindsOfHeadingAreRead()
    {
        Assert.Equal(
            ["1 [] Customer Care", "2 [2.1] Our standards", "2 [] Underlined", "3 [] Closed"],
            Blocks("# Customer Care\n## 2.1 Our standards\n\nUnderlined\n---\n### Closed ###")
        );
    }

    [Fact]
    public void ParagraphsLoseTheirMarksAndKeepTheirWords()
    {
        Assert.Equal(
            ["text: We answer within 10 days, always (see our charter), call *9* or snake_case_name at a@b.org & on."],
            Blocks(
                "We answer **within 10 days**, _always_ (see\nour [charter](http://x.org/a_b \"t\")), call "
                    + "\\*9\\* or `snake_case_name` at <a@b.org> &amp; on."
            )
        );
    }

    [Theory]
    [InlineData("within ~~20~~ 10 days")]
    [InlineData("within <del>20</del> 10 days")]
    [InlineData("within <S>20</S> 10 days<span hidden>, no</span>")]
    [InlineData("within <span style=\"text-decoration: line-through\">**20**</span> 10 days<!-- no -->")]
    [InlineData("within <strike>20</strike> 10 <span style='display:none'>no <b>more</b> </span>days")]
    public void StruckWordsAreMarkedAndHiddenOnesLeftOut(string text) =>
        Assert.Equal(["text: within ~~20~~ 10 days"], Blocks(text));

    [Fact]
    public void ListsNestAndItemsGoOnOverLines()
    {
        Assert.Equal(
            [
                "text: Contact us:",
                "1 • by telephone\nuntil eight",
                "2 • free of charge",
                "1 • in person",
                "1 1. [1] first",
                "text: Afterwards.",
            ],
            Blocks(
                "Contact us:\n- by telephone\n\n  until eight\n  - free\n    of charge\n- in person\n\n1. first\n"
                    + "\nAfterwards."
            )
        );
    }

    [Fact]
    public void TablesHaveTheirHead()
    {
        Assert.Equal(
            ["table with 1 heads: Service | Target / Calls | 20 seconds / a|b | 95 %", "text: After."],
            Blocks("| Service | Target |\n|:--|--:|\n| **Calls** | 20 seconds |\n| a\\|b | 95 %\n\nAfter.")
        );
    }

    [Fact]
    public void WhatIsNotPrintedIsLeftOut()
    {
        Assert.Equal(
            ["text: Seen.", "text: Also seen."],
            Blocks("Seen.<!-- not\nseen -->\n\n***\n\n[ref]: http://x.org\n\nAlso<span class=\"x\"> seen</span>.")
        );
    }

    [Fact]
    public void QuotesCodeAndNotesAreText()
    {
        Assert.Equal(
            ["text: Quoted words.", "text: # no heading\n  - no item", "{Note} text: The note."],
            Blocks("> Quoted\n> words.\n\n```\n# no heading\n  - no item\n```\n\n[^1]: The note.")
        );
    }

    [Fact]
    public void FrontMatterGivesTheFacts()
    {
        SourceDocument document = Read(
            "---\ntitle: \"Complaints Policy\"\nversion: 2.1\nowner: Head of Service\nreview-date: 2027-03-31\n"
                + "---\n# Complaints\n\nText."
        ).Document!;

        Assert.Equal(new DocumentFact("Complaints Policy", "front matter"), document.Facts.Title);
        Assert.Equal(new DocumentFact("2.1", "front matter"), document.Facts.Version);
        Assert.Equal(new DocumentFact("Head of Service", "front matter"), document.Facts.Owner);
        Assert.Equal(new DateOnly(2027, 3, 31), document.Facts.Review!.Date);
        Assert.Equal(2, document.Blocks.Count);
    }

    [Fact]
    public void StruckOutWordsAreMarked() =>
        Assert.Equal(["text: We reply within ~~20~~ 10 days."], Blocks("We reply within ~~20~~ 10 days."));

    [Fact]
    public void NotesFollowTheTextWhetherOrNotTheyAreCited() =>
        Assert.Equal(
            ["text: Cited here.", "{Note} text: First.", "{Note} text: Never cited."],
            Blocks("Cited here.[^1]\n\n[^1]: First.\n[^x]: Never cited.")
        );

    [Fact]
    public void TasksAreListItemsWithABox() =>
        Assert.Equal(["1 • ☒ done", "1 • ☐ to do"], Blocks("- [x] done\n- [ ] to do"));

    [Fact]
    public void ATableWrittenAsHtmlIsATable() =>
        Assert.Equal(
            ["text: Before.", "table with 1 heads: Service | Target / Calls | 20 seconds"],
            Blocks(
                "Before.\n\n<table><tr><th>Service</th><th>Target</th></tr>"
                    + "<tr><td>Calls</td><td>20 seconds</td></tr></table>"
            )
        );

    [Fact]
    public void AnOrderedListKeepsItsNumbersAroundAnInnerList() =>
        Assert.Equal(["1 3. [3] third", "2 • inner", "1 4. [4] fourth"], Blocks("3. third\n   - inner\n4. fourth"));

    [Fact]
    public void TextNestedBeyondMeasureKeepsItsWords()
    {
        IngestResult result = Read(string.Concat(Enumerable.Repeat("> ", 2_000)) + "deep words");

        Assert.Equal(ReadStatus.PartlyRead, result.Status);
        Assert.Contains("deep words", ((TextBlock)result.Document!.Blocks[0]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ARuleAtTheStartIsNoFrontMatter()
    {
        Assert.Equal(["text: Text: with colon"], Blocks("---\n\nText: with colon"));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("*")]
    [InlineData("`")]
    [InlineData("_a")]
    [InlineData("<a")]
    [InlineData("![x](")]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("|")]
    [InlineData("<!--")]
    public void MarksWithoutEndAreReadInReasonableTime(string mark)
    {
        IngestResult result = Read("Words before. " + string.Concat(Enumerable.Repeat(mark, 20_000)));

        Assert.Contains(result.Status, new[] { ReadStatus.Read, ReadStatus.PartlyRead });
        Assert.StartsWith("Words before.", ((TextBlock)result.Document!.Blocks[0]).Text, StringComparison.Ordinal);
    }

    private static IngestResult Read(string text)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(text));
        return new MarkdownReader().Read(stream, ReadOptions.Default, CancellationToken.None);
    }

    private static string[] Blocks(string text) => ShownBlocks.Of(Read(text));
}
