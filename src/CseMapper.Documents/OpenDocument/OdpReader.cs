using System.Xml;
using CseMapper.Documents.Containers;
using CseMapper.Documents.Slides;
using CseMapper.Documents.Word.Packages;
using CseMapper.Documents.Word.Stories;

namespace CseMapper.Documents.OpenDocument;

/// <summary>Reads OpenDocument presentations (.odp): slide by slide, titles as headings; a slide is a page. Speaker notes
/// are marked, hidden slides and shapes left out.</summary>
/// <remarks>Source: OASIS OpenDocument 1.3, part 3, 10.</remarks>
public sealed class OdpReader : IDocumentReader
{
    /// <inheritdoc/>
    public IReadOnlyList<FileFormat> Formats { get; } = [FileFormat.OpenDocumentPresentation];

    /// <inheritdoc/>
    public IngestResult Read(Stream stream, ReadOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        PackageXml package = new(stream, options, cancellation);
        OdtLooks looks = OdtLooks.Read(package);
        OdpSlides slides = new(package.Limits, looks);
        package.Read("content.xml", "the slides", slides.Read);
        if (slides.Hidden.Count > 0)
            package.AddRemark(PptxReader.HiddenSlides(slides.Hidden));
        return package.Conclude(
            new SourceDocument(FileFormat.OpenDocumentPresentation, slides.Blocks, slides.Count, DocumentFacts.None)
        );
    }
}

/// <summary>Turns the pages of a presentation into blocks.</summary>
internal sealed class OdpSlides(DocumentLimits limits, OdtLooks looks)
{
    private readonly LimitedText _text = new(limits);
    private readonly Stack<OdtLook> _looks = new([default]);
    private readonly List<Block> _slide = [];
    private readonly List<TableRow> _rows = [];
    private readonly List<string> _cells = [];
    private readonly List<string> _lines = [];
    private string _class = "";
    private int _lists;
    private int _tables;
    private int _notes;
    private bool _isSpoken;

    public List<Block> Blocks { get; } = [];

    /// <summary>Slides that are not shown, counted from 1.</summary>
    public List<int> Hidden { get; } = [];

    public int Count { get; private set; }

    public void Read(XmlReader reader)
    {
        while (limits.MayGoOn() && reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
                Begin(reader);
            else if (reader.NodeType == XmlNodeType.EndElement)
                End(reader.LocalName);
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
                Append(reader.Value);
        }
    }

    private void Append(string text)
    {
        if (!_looks.Peek().IsHidden)
            _text.Append(text, _looks.Peek().IsStruck);
    }

    private void Begin(XmlReader reader)
    {
        bool isEmpty = reader.IsEmptyElement;
        string name = reader.LocalName;
        switch (name)
        {
            case "page" when reader.Prefix == "draw":
                Count++;
                (_class, _isSpoken) = ("", false);
                if (looks.IsHidden("drawing-page", WordXml.Attribute(reader, "style-name")))
                {
                    Hidden.Add(Count);
                    WordXml.SkipInside(reader);
                    return;
                }

                break;
            case { Length: > 0 } when reader.Prefix == "draw" && WordXml.Attribute(reader, "display") == "none":
                WordXml.SkipInside(reader);
                return;
            case "frame" or "custom-shape":
                _class = WordXml.Attribute(reader, "class") ?? "";
                break;
            case "notes" when !isEmpty:
                _notes++;
                break;
            case "annotation" or "forms" or "footer-decl" or "header-decl" or "date-time-decl":
                WordXml.SkipInside(reader);
                return;
            case "desc" or "title" when reader.Prefix == "svg":
                WordXml.SkipInside(reader);
                return;
            case "list" when !isEmpty:
                _lists++;
                break;
            case "table" when !isEmpty && reader.Prefix == "table":
                _tables++;
                break;
            case "p" or "h":
                _text.Take();
                _looks.Push(looks.With(default, "paragraph", WordXml.Attribute(reader, "style-name")));
                break;
            case "span" or "a":
                _looks.Push(looks.With(_looks.Peek(), "text", WordXml.Attribute(reader, "style-name")));
                break;
            case "s":
                Append(" ");
                break;
            case "line-break":
                Append("\n");
                break;
            default:
                looks.Take(reader);
                return;
        }

        if (isEmpty)
            End(name);
    }

    private void End(string name)
    {
        switch (name)
        {
            case "p" or "h":
                EndParagraph();
                EndLook();
                break;
            case "span" or "a":
                EndLook();
                break;
            case "list":
                _lists = Math.Max(0, _lists - 1);
                break;
            case "notes":
                _notes = Math.Max(0, _notes - 1);
                break;
            case "table-cell":
                _cells.Add(string.Join('\n', _lines));
                _lines.Clear();
                break;
            case "table-row":
                if (_cells.Exists(cell => cell.Length > 0))
                    _rows.Add(new TableRow([.. _cells], Count));
                _cells.Clear();
                break;
            case "table" when _tables > 0 && --_tables == 0:
                if (_rows.Count > 0)
                    _slide.Add(new TableBlock(new BlockLocation(Count), [.. _rows], 0));
                _rows.Clear();
                break;
            case "page":
                Blocks.AddRange(_slide.OrderBy(block => block is HeadingBlock ? 0 : 1));
                _slide.Clear();
                break;
            default:
                break;
        }
    }

    private void EndLook()
    {
        if (_looks.Count > 1)
            _looks.Pop();
    }

    private void EndParagraph()
    {
        string text = _text.Take();
        if (text.Length == 0 || _class is "page-number" or "date-time" or "header")
            return;
        limits.TakePiece();
        BlockLocation place = new(Count);
        if (_tables > 0)
        {
            _lines.Add(text);
        }
        else if (_notes > 0)
        {
            _slide.Add(
                new TextBlock(place, null, _isSpoken ? text : PptxReader.NotesMark + text) { Role = BlockRole.Note }
            );
            _isSpoken = true;
        }
        else
        {
            _slide.Add(
                _class == "title" ? new HeadingBlock(place, 1, null, text)
                : _class == "footer" ? new TextBlock(place, null, text) { Role = BlockRole.Footer }
                : _lists > 0 ? new ListItemBlock(place, _lists, "•", text)
                : new TextBlock(place, null, text)
            );
        }
    }
}
