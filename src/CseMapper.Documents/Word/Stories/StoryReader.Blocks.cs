using System.Xml;
using CseMapper.Documents.Word.Packages;
using CseMapper.Documents.Word.Styles;

namespace CseMapper.Documents.Word.Stories;

/// <content>Paragraphs, content controls, text boxes, notes and sections.</content>
internal sealed partial class StoryReader
{
    private const double PointsOfLine = 17;

    private void StartBlock(string name)
    {
        switch (name)
        {
            case "body":
                _context.HasBody = true;
                break;
            case "p":
                BeginParagraph();
                Push(Ending.Paragraph);
                break;
            case "pPr":
                ReadParagraphProperties();
                break;
            case "sdt":
                Push(Ending.Control, new ControlState());
                break;
            case "sdtPr":
                ReadControlProperties();
                break;
            case "sdtEndPr" or "smartTagPr" or "customXmlPr" or "tblGrid" or "numbering":
                WordXml.SkipInside(_xml);
                break;
            case "sectPr":
                EndSection(SectionProperties.Read(_xml), isLast: true);
                break;
            case "altChunk":
                AddChunk(_part.TargetById(WordXml.Attribute(_xml, "id")));
                break;
            case "subDoc":
                _context.AddLoss(
                    "The document takes in another file by a link, which was not followed; put that file in the "
                        + "folder too."
                );
                break;
            case "footnote" or "endnote":
                StartNote(name == "endnote");
                break;
        }
    }

    private void BeginParagraph()
    {
        FinishParagraph(_story);
        ParagraphBuilder paragraph = _story.Unfinished ?? new ParagraphBuilder();
        _story.Unfinished = null;
        paragraph.Restart();
        if (paragraph.IsEmpty)
            SetPage(paragraph);
        paragraph.HasChanges |= _insertions > 0;
        _story.Paragraph = paragraph;
    }

    /// <summary>The paragraph at hand; text that stands outside any, in files no Word wrote, gets one of its
    /// own.</summary>
    private ParagraphBuilder CurrentParagraph()
    {
        if (_story.Paragraph is null)
            BeginParagraph();
        return _story.Paragraph!;
    }

    private void SetPage(ParagraphBuilder paragraph)
    {
        paragraph.RenderedPage = _context.Pages.Rendered;
        paragraph.Breaks = _context.Pages.Breaks;
    }

    private void ReadParagraphProperties()
    {
        ParagraphProperties properties = ParagraphProperties.Read(_xml);
        if (_story.Paragraph is not { } paragraph)
            return;
        paragraph.Properties = properties;
        ParagraphStyle style = _context.Styles.Paragraph(properties.StyleId);
        if (_isBody && (properties.HasPageBreakBefore ?? style.HasPageBreakBefore))
            TurnPage(isRendered: false);
        if (properties.Mark.IsInserted || properties.Mark.IsDeleted)
        {
            _context.Changes++;
            paragraph.HasChanges = true;
        }

        if (!IsJoined(paragraph, style))
            Count(paragraph, style);
    }

    private void Count(ParagraphBuilder paragraph, ParagraphStyle style)
    {
        if (paragraph.IsLabelled)
            return;
        paragraph.IsLabelled = true;
        paragraph.Label = _lists.Next(paragraph.Properties, style);
    }

    /// <summary>True where the paragraph's mark is not printed, deleted or hidden, or hangs on a large first letter, so
    /// that the next paragraph follows on the same line.</summary>
    private static bool IsJoined(ParagraphBuilder paragraph, ParagraphStyle style)
    {
        RunProperties mark = paragraph.Properties?.Mark ?? RunProperties.None;
        return mark.IsDeleted
            || paragraph.Properties?.IsDropCap == true
            || ((mark.IsHidden ?? style.Letters.IsHidden) && !mark.IsStyleSeparator);
    }

    private void FinishParagraph(Story story)
    {
        if (story.Paragraph is not { } paragraph)
            return;
        story.Paragraph = null;
        ParagraphStyle style = _context.Styles.Paragraph(paragraph.Properties?.StyleId);
        if (IsJoined(paragraph, style))
            story.Unfinished = paragraph;
        else
            Emit(story, paragraph, style);
        if (paragraph.Properties?.Section is { } section)
            EndSection(section, isLast: false);
        if (story.Fields.IsCode)
            story.Fields.AppendLost("\n");
    }

    private void Emit(Story story, ParagraphBuilder paragraph, ParagraphStyle style)
    {
        Count(paragraph, style);
        if (paragraph.Build(style, story.IsAside, isNote: false) is { } draft)
        {
            _context.Limits.TakePiece();
            (draft.BlankBefore, story.Blanks) = (story.Blanks, 0);
            story.Content.Add(draft);
            if (story.Fields.IsContents)
                story.ContentsByField.Add(draft);
        }
        else
        {
            // A picture that stands by itself takes its room, as empty lines do.
            story.Blanks += 1 + (int)(paragraph.PictureHeight / PointsOfLine);
        }

        story.Content.AddRange(paragraph.After);
    }

    /// <summary>Ends a story: emits what waits, and gives back the text that fields without an end have
    /// swallowed.</summary>
    private void FinishStory(Story story)
    {
        FinishParagraph(story);
        if (story.Unfinished is { } unfinished)
        {
            story.Unfinished = null;
            Emit(story, unfinished, _context.Styles.Paragraph(unfinished.Properties?.StyleId));
        }

        if (story.Parent?.Fields == story.Fields)
            return;
        if (story.Fields.IsContents)
        {
            foreach (DraftParagraph paragraph in story.ContentsByField)
                paragraph.IsContents = paragraph.Style.IsContents;
        }

        foreach ((int place, string text) in story.Fields.TakeLost())
            Restore(story, Math.Min(place, story.Content.Count), text);
    }

    private void Restore(Story story, int place, string text)
    {
        foreach (
            string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        )
        {
            story.Content.Insert(
                place++,
                new DraftParagraph
                {
                    Text = line,
                    Style = _context.Styles.Paragraph(null),
                    IsAside = story.IsAside,
                }
            );
        }
    }

    private void ReadControlProperties()
    {
        if (_xml.IsEmptyElement)
            return;
        bool isContents = false,
            isBox = false,
            isPlaceholder = false,
            isChecked = false;
        int depth = _xml.Depth;
        while (WordXml.ReadInside(_xml, depth))
        {
            if (_xml.NodeType != XmlNodeType.Element)
                continue;
            isContents |= _xml.LocalName == "docPartGallery" && WordXml.Value(_xml) == "Table of Contents";
            isPlaceholder |= _xml.LocalName == "showingPlcHdr" && WordXml.IsOn(_xml);
            isBox |= _xml.LocalName == "checkbox";
            isChecked |= isBox && _xml.LocalName == "checked" && WordXml.IsOn(_xml);
        }

        if (isBox)
            _boxSign = isChecked ? "☒" : "☐";
        if (!_open.TryPeek(out Open open) || open.State is not ControlState control)
            return;
        if (isContents && !control.IsContents)
        {
            control.IsContents = true;
            _contentsControls++;
        }

        if (isPlaceholder && !isBox && !control.IsPlaceholder)
        {
            control.IsPlaceholder = true;
            _placeholders++;
        }
    }

    private void CloseControl(ControlState control)
    {
        if (control.IsContents)
            _contentsControls--;
        if (control.IsPlaceholder)
            _placeholders--;
        if (_boxSign is { Length: > 0 } && IsPrinted)
            AppendText("");
        _boxSign = null;
    }

    private void StartNote(bool isEndnote)
    {
        // Separators and their continuation notices have a type; notes of the text have none, or "normal".
        bool isText = WordXml.Attribute(_xml, "type") is null or "normal";
        NoteState state = new NoteState(isEndnote, WordXml.Attribute(_xml, "id"), isText, _story, _table);
        if (!_xml.IsEmptyElement)
            (_story, _table) = (new Story([], _story, new FieldStack()), null);
        Push(Ending.Note, state);
    }

    private void CloseNote(NoteState state)
    {
        if (_story != state.Outer)
        {
            FinishStory(_story);
            if (state.IsText && state.Id is { } id)
                _context.Notes.Add(state.IsEndnote, id, _story.Content);
        }

        (_story, _table) = (state.Outer, state.Table);
    }

    private void EndSection(SectionProperties section, bool isLast)
    {
        if (!_isBody)
            return;
        _context.Pages.EndSection(section.StartsPage, isLast);
        _context.Sections.Add(section);
    }

    private void AddChunk(string? target)
    {
        FinishParagraph(_story);
        _story.Content.AddRange(EmbeddedParts.ReadChunk(_context, target));
    }
}
