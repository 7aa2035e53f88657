using CseMapper.Documents.Word.Lists;
using CseMapper.Documents.Word.Styles;

namespace CseMapper.Documents.Word.Stories;

/// <summary>Something of a story before it is known what it is to the whole document: headings are only told by
/// comparing.</summary>
internal abstract class Draft
{
    /// <summary>The page Word last put it on, counted by the breaks it left, from 1.</summary>
    internal int RenderedPage { get; set; } = 1;

    /// <summary>How many breaks that the author set stand before it; see <see cref="PageCounter"/>.</summary>
    internal int Breaks { get; set; }
}

/// <summary>A paragraph.</summary>
internal sealed class DraftParagraph : Draft
{
    /// <summary>Its words; halves of characters, which damaged files hold, are replaced.</summary>
    internal required string Text
    {
        get;
        set => field = MendSurrogates(value);
    }

    internal required ParagraphStyle Style { get; init; }

    internal ListLabel? Label { get; init; }

    /// <summary>Its own outline level, or its style's; 9 or null for body text.</summary>
    internal int? OutlineLevel { get; init; }

    /// <summary>True for a line of a table of contents.</summary>
    internal bool IsContents { get; set; }

    internal bool HasChanges { get; init; }

    /// <summary>True where all its letters are bold.</summary>
    internal bool IsBold { get; init; }

    /// <summary>Size of its longest run in half points.</summary>
    internal float Size { get; init; }

    internal bool IsCentred { get; init; }

    /// <summary>Room that pictures in it take, in points.</summary>
    internal double PictureHeight { get; init; }

    /// <summary>How many empty paragraphs stand before it.</summary>
    internal int BlankBefore { get; set; }

    /// <summary>True for text that stands beside the text: text boxes, charts, drawings.</summary>
    internal bool IsAside { get; init; }

    /// <summary>True for a footnote or endnote.</summary>
    internal bool IsNote { get; set; }

    private static string MendSurrogates(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0)
            return text;
        char[] mended = text.ToCharArray();
        for (int i = 0; i < mended.Length; i++)
        {
            if (char.IsHighSurrogate(mended[i]) && i + 1 < mended.Length && char.IsLowSurrogate(mended[i + 1]))
                i++;
            else if (char.IsSurrogate(mended[i]))
                mended[i] = '\uFFFD';
        }

        return new string(mended);
    }
}

/// <summary>A table.</summary>
internal sealed class DraftTable : Draft
{
    internal List<DraftRow> Rows { get; } = [];

    /// <summary>True where the table's style sets its first row apart.</summary>
    internal bool HasStyledFirstRow { get; set; }
}

/// <summary>A row of a table.</summary>
internal sealed class DraftRow
{
    internal required int RenderedPage { get; set; }

    internal required int Breaks { get; init; }

    internal List<DraftCell> Cells { get; } = [];

    /// <summary>True where Word repeats it on every page.</summary>
    internal bool IsHeader { get; set; }

    /// <summary>True where a tracked change takes it out.</summary>
    internal bool IsDeleted { get; set; }

    internal bool HasChanges { get; set; }

    /// <summary>Empty columns before its first cell.</summary>
    internal int ColumnsBefore { get; set; }
}

/// <summary>A cell.</summary>
internal sealed class DraftCell
{
    /// <summary>How many columns it takes.</summary>
    internal int Span { get; set; } = 1;

    /// <summary>True where it is the lower part of a cell above, so that nothing of it is printed.</summary>
    internal bool IsMergedAbove { get; set; }

    /// <summary>True where a tracked change takes it out.</summary>
    internal bool IsDeleted { get; set; }

    internal bool IsShaded { get; set; }

    internal List<Draft> Content { get; } = [];
}
