using System.Globalization;
using System.Text;
using System.Xml;
using CseMapper.Documents.Word.Packages;

namespace CseMapper.Documents.Word.Stories;

/// <content>What stands beside a paragraph or above its letters: text boxes, ruby, formulas, drawings.</content>
internal sealed partial class StoryReader
{
    private StringBuilder? _drawing;
    private string _rubyText = "";

    /// <summary>Text that stands beside its paragraph or above its letters.</summary>
    private bool StartBeside(string name)
    {
        switch (name)
        {
            case "txbxContent":
                StartTextBox();
                return true;
            case "ruby":
                _rubyText = "";
                Push(Ending.Ruby);
                return true;
            case "rt":
                Push(Ending.RubyText, CurrentParagraph().Length);
                return true;
            case "rubyPr":
                WordXml.SkipInside(_xml);
                return true;
            default:
                return false;
        }
    }

    private void CloseRuby(Open open)
    {
        if (open.Ending == Ending.RubyText)
            _rubyText = CurrentParagraph().CutFrom(Math.Min((int)open.State!, CurrentParagraph().Length));
        else if (_rubyText.Length > 0)
            CurrentParagraph().Append($"({_rubyText})", default);
        if (open.Ending == Ending.Ruby)
            _rubyText = "";
    }

    private void StartMath(string name)
    {
        if (name != "oMath")
            return;
        string formula = MathText.Read(_xml, _context.Limits);
        if (formula.Length > 0 && IsPrinted)
            CurrentParagraph().Append(formula, default);
    }

    /// <summary>Drawings that keep their text in the drawing language itself.</summary>
    private void StartDrawing(string name)
    {
        switch (name)
        {
            case "p":
                _drawing = new StringBuilder();
                Push(Ending.DrawingParagraph, _drawing);
                break;
            case "t" when _drawing is not null:
                _drawing.Append(ReadText(keepsSpace: true));
                break;
            case "br" when _drawing is not null:
                _drawing.Append('\n');
                break;
        }
    }

    /// <summary>True for a shape of the older drawing language that is neither shown nor printed.</summary>
    private bool IsHiddenShape() =>
        _xml.GetAttribute("style") is { } style
        && style.Replace(" ", "", StringComparison.Ordinal).Contains("visibility:hidden", StringComparison.Ordinal);

    /// <summary>Remembers the room of a picture that stands in the line; 12,700 units are a point.</summary>
    private void TakePicture()
    {
        _isInline = false;
        if (
            _story.Paragraph is { } paragraph
            && long.TryParse(_xml.GetAttribute("cy"), NumberStyles.None, CultureInfo.InvariantCulture, out long height)
        )
        {
            paragraph.PictureHeight = Math.Max(paragraph.PictureHeight, Math.Min(height / 12_700d, 800));
        }
    }

    /// <summary>Leaves out what stands behind the element at hand in the same element: the words of a drawing whose
    /// properties say that it is hidden.</summary>
    private void SkipSiblings()
    {
        int depth = _xml.Depth;
        while (_context.Limits.MayGoOn() && WordXml.ReadInside(_xml, depth - 1))
        {
            // Nothing in it is wanted.
        }

        if (_xml.NodeType == XmlNodeType.EndElement)
            End();
    }

    private void AddAsides(IEnumerable<string> texts)
    {
        if (!IsPrinted)
            return;
        foreach (string text in texts)
        {
            if (text.AsSpan().IsWhiteSpace())
                continue;
            _context.Limits.TakePiece();
            CurrentParagraph()
                .After.Add(
                    new DraftParagraph
                    {
                        Text = text.Trim(),
                        Style = _context.Styles.Paragraph(null),
                        IsAside = true,
                        RenderedPage = _context.Pages.Rendered,
                        Breaks = _context.Pages.Breaks,
                    }
                );
        }
    }

    private void StartTextBox()
    {
        if (!IsPrinted)
        {
            WordXml.SkipInside(_xml);
            return;
        }

        if (_stories >= MaxStories || _xml.IsEmptyElement)
            return;
        _stories++;
        Push(Ending.TextBox, new BoxState(_story, _table));
        // A row that stands in the box without a table must not be taken for one of the table around it.
        _table = null;
        _story = new Story([], _story, new FieldStack()) { IsAside = true };
    }

    private void CloseTextBox(BoxState state)
    {
        _stories--;
        Story box = _story;
        FinishStory(box);
        (_story, _table) = (state.Outer, state.Table);
        if (box.Content.Count > 0)
            CurrentParagraph().After.AddRange(box.Content);
    }
}
