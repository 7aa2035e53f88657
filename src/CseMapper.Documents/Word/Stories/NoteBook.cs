using CseMapper.Documents.Word.Lists;
using CseMapper.Documents.Word.Styles;

namespace CseMapper.Documents.Word.Stories;

/// <summary>Footnotes and endnotes: read first, then handed out where the text cites them.</summary>
internal sealed class NoteBook
{
    private readonly Dictionary<(bool IsEndnote, string Id), List<Draft>> _notes = [];
    private int _footnotes;
    private int _endnotes;

    /// <summary>Keeps a note until it is cited.</summary>
    internal void Add(bool isEndnote, string id, List<Draft> content) => _notes.TryAdd((isEndnote, id), content);

    /// <summary>Cites a note: its printed mark, and its text with that mark, once.</summary>
    /// <param name="isEndnote">True for an endnote.</param>
    /// <param name="id">The note's id.</param>
    /// <param name="hasOwnMark">True where the author typed a mark, which does not count and stands in the text
    /// already.</param>
    /// <param name="settings">How marks are counted.</param>
    /// <returns>The mark in brackets, or "", and the note's paragraphs.</returns>
    internal (string Mark, IReadOnlyList<Draft> Content) Cite(
        bool isEndnote,
        string id,
        bool hasOwnMark,
        WordSettings settings
    )
    {
        string mark = hasOwnMark ? "" : $"[{NextMark(isEndnote, settings)}]";
        if (!_notes.Remove((isEndnote, id), out List<Draft>? content))
            return (mark, []);
        foreach (DraftParagraph paragraph in content.OfType<DraftParagraph>())
            paragraph.IsNote = true;
        if (mark.Length > 0 && content.OfType<DraftParagraph>().FirstOrDefault() is { } first)
            first.Text = $"{mark} {first.Text}";
        return (mark, content);
    }

    private string NextMark(bool isEndnote, WordSettings settings) =>
        isEndnote
            ? ListFormat.Write(settings.EndnoteStart + _endnotes++, settings.EndnoteFormat)
            : ListFormat.Write(settings.FootnoteStart + _footnotes++, settings.FootnoteFormat);
}
