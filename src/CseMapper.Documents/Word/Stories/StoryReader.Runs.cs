using System.Buffers;
using System.Globalization;
using System.Xml;
using CseMapper.Documents.Word.Packages;
using CseMapper.Documents.Word.Styles;

namespace CseMapper.Documents.Word.Stories;

/// <content>What stands inside a paragraph: runs, breaks, signs, tracked changes, marks of notes.</content>
internal sealed partial class StoryReader
{
    // What a check box shows, whatever sign the author chose for it; "" once it is printed, null outside of one.
    private string? _boxSign;

    private bool IsPrinted => !_run.IsHidden && !_story.Fields.IsCode;

    private bool StartRunContent(string name)
    {
        switch (name)
        {
            case "r":
                StartRun();
                return true;
            case "rPr":
                RunProperties own = RunProperties.Read(_xml);
                _run = _run.With(own, _context.Styles.Character(own.StyleId));
                return true;
            case "t":
                AppendText(ReadText());
                return true;
            case "tab" or "ptab":
                AppendSign('\t');
                return true;
            case "cr":
                AppendSign('\n');
                return true;
            case "br":
                AppendBreak(WordXml.Attribute(_xml, "type"));
                return true;
            case "noBreakHyphen":
                AppendSign('-');
                return true;
            case "sym":
                AppendSymbol();
                return true;
            case "lastRenderedPageBreak":
                if (_isBody)
                    TurnPage(isRendered: true);
                return true;
            case "footnoteReference" or "endnoteReference":
                Cite(name == "endnoteReference");
                return true;
            case "delText" or "delInstrText":
                WordXml.SkipInside(_xml);
                return true;
            default:
                return StartField(name) || StartChange(name) || StartBeside(name);
        }
    }

    private bool StartChange(string name)
    {
        switch (name)
        {
            case "ins" or "moveTo":
                _context.Changes++;
                _insertions++;
                if (_story.Paragraph is { } inserted)
                    inserted.HasChanges = true;
                Push(Ending.Insertion);
                return true;
            case "del" or "moveFrom":
                if (name == "del")
                    _context.Changes++;
                if (_story.Paragraph is { } deleted)
                    deleted.HasChanges = true;
                WordXml.SkipInside(_xml);
                return true;
            case "rPrChange"
            or "pPrChange"
            or "sectPrChange"
            or "tblPrChange"
            or "tblGridChange"
            or "trPrChange"
            or "tcPrChange"
            or "tblPrExChange":
                WordXml.SkipInside(_xml);
                return true;
            default:
                return false;
        }
    }

    private void StartRun()
    {
        Push(Ending.Run);
        _run = RunState.From(_context.Styles.Paragraph(_story.Paragraph?.Properties?.StyleId).Letters);
    }

    /// <summary>The text inside the element at hand; white space at its ends only counts where the file says
    /// so.</summary>
    private ReadOnlySpan<char> ReadText(bool keepsSpace = false)
    {
        _value.ResetWrittenCount();
        if (_xml.IsEmptyElement)
            return [];
        bool isPreserved = keepsSpace || _xml.XmlSpace == XmlSpace.Preserve;
        int depth = _xml.Depth;
        while (_context.Limits.MayGoOn() && WordXml.ReadInside(_xml, depth))
        {
            if (
                _xml.NodeType
                is not (
                    XmlNodeType.Text
                    or XmlNodeType.CDATA
                    or XmlNodeType.Whitespace
                    or XmlNodeType.SignificantWhitespace
                )
            )
            {
                continue;
            }

            int read;
            while ((read = _xml.ReadValueChunk(_chunk, 0, _chunk.Length)) > 0)
            {
                int kept = _context.Limits.TakeText(read);
                _value.Write(_chunk.AsSpan(0, kept));
                if (kept < read)
                    break;
            }
        }

        return isPreserved ? _value.WrittenSpan : _value.WrittenSpan.Trim(" \t\r\n");
    }

    private void AppendText(ReadOnlySpan<char> text)
    {
        if (_boxSign is not null)
        {
            text = _boxSign;
            _boxSign = "";
        }

        if (text.IsEmpty)
            return;
        if (_run.IsHidden || (_placeholders > 0 && IsPrompt(text)))
            return;

        if (_story.Fields.IsCode)
        {
            _story.Fields.AppendLost(text);
            return;
        }

        ParagraphBuilder paragraph = CurrentParagraph();
        paragraph.IsContents |= _story.Fields.IsContents || _contentsControls > 0;
        paragraph.Append(
            SymbolFonts.IsCoded(text, _run.Font) ? SymbolFonts.Decode(text.ToString(), _run.Font) : text,
            _run
        );
    }

    /// <summary>What Word itself puts into a control that waits for words. An author's own prompt ("Name of the service")
    /// is kept: it says what the form asks.</summary>
    private static bool IsPrompt(ReadOnlySpan<char> text) =>
        text.StartsWith("Choose an item", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("Choose a building block", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("Click here to enter", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("Click or tap", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("Enter any content that you want to repeat", StringComparison.OrdinalIgnoreCase);

    private void AppendSign(char c)
    {
        if (!IsPrinted)
            return;
        CurrentParagraph().Append(c);
    }

    private void AppendBreak(string? type)
    {
        AppendSign('\n');
        if (type == "page" && _isBody && IsPrinted)
            TurnPage(isRendered: false);
    }

    private void TurnPage(bool isRendered)
    {
        if (isRendered)
            _context.Pages.AddRendered();
        else
            _context.Pages.AddSet();
        if (_story.Paragraph is { IsEmpty: true } paragraph)
            SetPage(paragraph);
    }

    private void AppendSymbol()
    {
        bool isCode = int.TryParse(
            WordXml.Attribute(_xml, "char"),
            NumberStyles.HexNumber,
            CultureInfo.InvariantCulture,
            out int code
        );
        if (!IsPrinted || !isCode || code is < ' ' or > 0xFFFF)
            return;
        AppendText([SymbolFonts.Decode((char)code, WordXml.Attribute(_xml, "font"))]);
    }

    private void Cite(bool isEndnote)
    {
        if (!IsPrinted || WordXml.Attribute(_xml, "id") is not { } id)
            return;
        bool hasOwnMark = WordXml.Attribute(_xml, "customMarkFollows") is "1" or "true" or "on";
        (string mark, IReadOnlyList<Draft> content) = _context.Notes.Cite(isEndnote, id, hasOwnMark, _context.Settings);
        ParagraphBuilder paragraph = CurrentParagraph();
        paragraph.Append(mark, default);
        foreach (Draft draft in content)
        {
            draft.RenderedPage = _context.Pages.Rendered;
            draft.Breaks = _context.Pages.Breaks;
            paragraph.After.Add(draft);
        }
    }
}
