using System.Xml;
using CseMapper.Documents.Containers;
using CseMapper.Documents.Sheets;
using CseMapper.Documents.Word.Packages;
using CseMapper.Documents.Word.Stories;

namespace CseMapper.Documents.OpenDocument;

/// <summary>Reads OpenDocument spreadsheets (.ods): sheet by sheet, row by row, the text that each cell shows, then the
/// text boxes. What is hidden is left out.</summary>
/// <remarks>Source: OASIS OpenDocument 1.3, part 3, 9.</remarks>
public sealed class OdsReader : IDocumentReader
{
    /// <inheritdoc/>
    public IReadOnlyList<FileFormat> Formats { get; } = [FileFormat.OpenDocumentSpreadsheet];

    /// <inheritdoc/>
    public IngestResult Read(Stream stream, ReadOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        PackageXml package = new(stream, options, cancellation);
        OdtLooks looks = OdtLooks.Read(package);
        OdsSheets sheets = new(package.Limits, looks);
        package.Read("content.xml", "the cells", sheets.Read);
        if (SheetTable.HiddenSheets(sheets.Hidden) is { } hidden)
            package.AddRemark(hidden);
        return package.Conclude(
            new SourceDocument(FileFormat.OpenDocumentSpreadsheet, sheets.Blocks, PageCount: null, DocumentFacts.None)
            {
                CommentCount = sheets.Comments,
            }
        );
    }
}

/// <summary>Turns the tables of a spreadsheet into blocks.</summary>
internal sealed class OdsSheets(DocumentLimits limits, OdtLooks looks)
{
    private const int MostColumns = 512;

    /// <summary>Rows and columns that stand for many alike are written once, up to the sheet's end.</summary>
    private const int MostRepeats = 64;

    private readonly List<TableRow> _rows = [];
    private readonly List<string> _cells = [];
    private readonly List<string> _lines = [];
    private readonly List<Block> _boxes = [];
    private readonly HashSet<int> _hiddenColumns = [];
    private readonly LimitedText _text = new(limits);
    private readonly Stack<OdtLook> _looks = new([default]);
    private string _sheet = "";
    private int _column;
    private int _shapes;
    private int _repeats;
    private bool _isHiddenRow;

    public List<Block> Blocks { get; } = [];

    /// <summary>Sheets that are not shown.</summary>
    public List<string> Hidden { get; } = [];

    public int Comments { get; private set; }

    public void Read(XmlReader reader)
    {
        while (limits.MayGoOn() && reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
                Begin(reader);
            else if (reader.NodeType == XmlNodeType.EndElement)
                End(reader.LocalName);
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
                _text.Append(reader.Value, _looks.Peek().IsStruck);
        }
    }

    private void Begin(XmlReader reader)
    {
        bool isEmpty = reader.IsEmptyElement;
        string name = reader.LocalName;
        switch (name)
        {
            case "table" when reader.Prefix == "table":
                _sheet = WordXml.Attribute(reader, "name") ?? "Sheet";
                if (looks.IsHidden("table", WordXml.Attribute(reader, "style-name")))
                {
                    Hidden.Add(_sheet);
                    WordXml.SkipInside(reader);
                    return;
                }

                (_column, _shapes) = (0, 0);
                _hiddenColumns.Clear();
                break;
            case "table-column":
                TakeColumns(reader);
                break;
            case "table-row":
                _column = 0;
                _isHiddenRow = WordXml.Attribute(reader, "visibility") is "collapse" or "filter";
                break;
            case "table-cell" or "covered-table-cell":
                _repeats = Repeats(reader, "number-columns-repeated");
                _looks.Push(looks.With(default, "table-cell", WordXml.Attribute(reader, "style-name")));
                break;
            case "annotation":
                Comments++;
                WordXml.SkipInside(reader);
                return;
            case "shapes" or "text-box" or "custom-shape" or "frame":
                if (!isEmpty)
                    _shapes++;
                return;
            case "tracked-changes" or "content-validations" or "named-expressions" or "database-ranges" or "forms":
                WordXml.SkipInside(reader);
                return;
            case "p":
                _text.Take();
                break;
            case "span":
                _looks.Push(looks.With(_looks.Peek(), "text", WordXml.Attribute(reader, "style-name")));
                break;
            case "s":
                _text.Append(' ');
                break;
            case "line-break":
                _text.Append('\n');
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
            case "p":
                EndParagraph();
                break;
            case "span" when _looks.Count > 1:
                _looks.Pop();
                break;
            case "shapes" or "text-box" or "custom-shape" or "frame":
                _shapes = Math.Max(0, _shapes - 1);
                break;
            case "table-cell" or "covered-table-cell":
                EndCell();
                break;
            case "table-row":
                if (!_isHiddenRow && _cells.Exists(cell => cell.Length > 0))
                    _rows.Add(new TableRow([.. _cells]));
                _cells.Clear();
                break;
            case "table":
                EndSheet();
                break;
            default:
                break;
        }
    }

    private void EndParagraph()
    {
        string text = _text.Take();
        if (text.Length == 0)
            return;
        if (_shapes > 0)
            _boxes.Add(new TextBlock(new BlockLocation(null), null, text) { Role = BlockRole.Aside });
        else
            _lines.Add(text);
    }

    private void EndCell()
    {
        if (_looks.Count > 1)
            _looks.Pop();
        limits.TakePiece();
        string text = string.Join('\n', _lines);
        _lines.Clear();
        for (int i = 0; i < (text.Length == 0 ? _repeats : Math.Min(_repeats, MostRepeats)); i++, _column++)
        {
            if (_column >= MostColumns)
                return;
            if (!_hiddenColumns.Contains(_column))
                _cells.Add(text);
        }

        while (text.Length == 0 && _cells.Count > MostColumns)
            _cells.RemoveAt(_cells.Count - 1);
    }

    private void EndSheet()
    {
        if (_rows.Count > 0 || _boxes.Count > 0)
            Blocks.Add(new HeadingBlock(new BlockLocation(null), 1, null, _sheet));
        if (_rows.Count > 0)
            Blocks.Add(SheetTable.Of([.. _rows.Select(Trimmed)]));
        Blocks.AddRange(_boxes);
        _rows.Clear();
        _boxes.Clear();
    }

    /// <summary>Empty cells at a row's end are the rest of the sheet.</summary>
    private static TableRow Trimmed(TableRow row)
    {
        int last = row.Cells.Count;
        while (last > 0 && row.Cells[last - 1].Length == 0)
            last--;
        return row with { Cells = [.. row.Cells.Take(last)] };
    }

    private void TakeColumns(XmlReader reader)
    {
        int count = Repeats(reader, "number-columns-repeated");
        bool isHidden = WordXml.Attribute(reader, "visibility") is "collapse" or "filter";
        for (int i = 0; i < count && _column < MostColumns; i++, _column++)
        {
            if (isHidden)
                _hiddenColumns.Add(_column);
        }
    }

    private static int Repeats(XmlReader reader, string name) =>
        Math.Clamp(WordXml.Number(WordXml.Attribute(reader, name)) ?? 1, 1, MostColumns);
}
