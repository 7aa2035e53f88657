namespace CseMapper.Documents.Word.Stories;

/// <summary>A place that paragraphs and tables go to while they are read: the body, a cell, a text box, a
/// note.</summary>
internal sealed class Story(List<Draft> content, Story? parent, FieldStack fields)
{
    internal List<Draft> Content { get; } = content;

    internal Story? Parent { get; } = parent;

    internal FieldStack Fields { get; } = fields;

    /// <summary>The paragraph that is being read.</summary>
    internal ParagraphBuilder? Paragraph { get; set; }

    /// <summary>A paragraph whose mark is not printed, waiting for the next to join on.</summary>
    internal ParagraphBuilder? Unfinished { get; set; }

    /// <summary>Lines of a table of contents that are only known by the field around them.</summary>
    internal List<DraftParagraph> ContentsByField { get; } = [];

    /// <summary>Empty paragraphs since the last that printed anything.</summary>
    internal int Blanks { get; set; }

    internal bool IsAside { get; init; }
}
