using System.Buffers;
using System.Xml;
using CseMapper.Documents.Word.Lists;
using CseMapper.Documents.Word.Packages;
using CseMapper.Documents.Word.Styles;

namespace CseMapper.Documents.Word.Stories;

/// <summary>Reads the text of a part in one pass, without recursion, however deep the part is nested.</summary>
internal sealed partial class StoryReader
{
    private const int MaxStories = 100;

    private readonly WordContext _context;
    private readonly XmlReader _xml;
    private readonly WordPart _part;
    private readonly ListCounter _lists;
    private readonly Stack<Open> _open = new();
    private readonly ArrayBufferWriter<char> _value = new(256);
    private readonly char[] _chunk = new char[2048];
    private readonly bool _isBody;
    private Story _story;
    private RunState _run;
    private int _stories;
    private int _insertions;
    private int _contentsControls;

    // True inside of a drawing that stands in the line.
    private bool _isInline;

    // Open controls that nobody has filled in yet.
    private int _placeholders;
    private string? _lastSpace;
    private NameFamily _lastFamily;

    private StoryReader(WordContext context, XmlReader xml, WordPart part, bool isBody)
    {
        _context = context;
        _xml = xml;
        _part = part;
        _isBody = isBody;
        _lists = new ListCounter(context.Lists, context.Styles);
        _story = new Story([], parent: null, new FieldStack());
    }

    /// <summary>What has to be done at the end of an element.</summary>
    private enum Ending
    {
        Paragraph,
        Run,
        TextBox,
        Table,
        FlatTable,
        Row,
        Cell,
        Control,
        Insertion,
        SimpleField,
        Ruby,
        RubyText,
        Alternative,
        DrawingParagraph,
        Note,
    }

    /// <summary>Reads the body, a header or a footer into a list, which keeps what was read when the part turns out to
    /// be damaged.</summary>
    /// <param name="context">The document.</param>
    /// <param name="xml">The part's content.</param>
    /// <param name="part">The part.</param>
    /// <param name="content">Takes the paragraphs and tables.</param>
    /// <param name="isBody">True for the body, whose breaks count pages.</param>
    internal static void Read(WordContext context, XmlReader xml, WordPart part, List<Draft> content, bool isBody)
    {
        StoryReader reader = new StoryReader(context, xml, part, isBody);
        reader._story = new Story(content, parent: null, new FieldStack());
        reader.ReadAll();
    }

    /// <summary>Reads footnotes or endnotes into the document's notes.</summary>
    internal static void ReadNotes(WordContext context, XmlReader xml, WordPart part) =>
        new StoryReader(context, xml, part, isBody: false).ReadAll();

    private void ReadAll()
    {
        try
        {
            while (_context.Limits.MayGoOn() && _xml.Read())
            {
                if (_xml.NodeType == XmlNodeType.Element)
                    Start();
                else if (_xml.NodeType == XmlNodeType.EndElement)
                    End();
            }
        }
        finally
        {
            // What was open when the part broke off is kept too.
            while (_open.TryPop(out Open open))
                Close(open);
            FinishStory(_story);
        }
    }

    private void Start()
    {
        if (_xml.Depth > WordXml.MaxDepth)
            throw new XmlException("The part is nested too deep.");
        string name = _xml.LocalName;
        switch (Family())
        {
            case NameFamily.Word:
                if (!StartRunContent(name) && !StartTablePart(name))
                    StartBlock(name);
                break;
            case NameFamily.Compatibility:
                StartAlternative(name);
                break;
            case NameFamily.Math:
                StartMath(name);
                break;
            case NameFamily.Drawing:
                StartDrawing(name);
                break;
            case NameFamily.Picture:
                WordXml.SkipInside(_xml);
                break;
            case NameFamily.Chart when name == "chart":
                AddAsides(EmbeddedParts.ReadChart(_context, _part.TargetById(WordXml.Attribute(_xml, "id"))));
                break;
            case NameFamily.Diagram when name == "relIds":
                AddAsides(EmbeddedParts.ReadDiagram(_context, _part.TargetById(WordXml.Attribute(_xml, "dm"))));
                break;
            case NameFamily.Other when name == "docPr" && _xml.GetAttribute("hidden") is "1" or "true":
                SkipSiblings();
                break;
            case NameFamily.Other when name is "inline" or "anchor":
                _isInline = name == "inline";
                break;
            case NameFamily.Other when name == "extent" && _isInline:
                TakePicture();
                break;
            case NameFamily.Vml when IsHiddenShape():
                WordXml.SkipInside(_xml);
                break;
            case NameFamily.Vml when name == "textpath" && _xml.GetAttribute("string") is { Length: > 0 } letters:
                AddAsides([letters]);
                break;
        }
    }

    /// <summary>The family of the element at hand; nearly always that of the element before.</summary>
    private NameFamily Family()
    {
        string space = _xml.NamespaceURI;
        if (!ReferenceEquals(space, _lastSpace))
            (_lastSpace, _lastFamily) = (space, WordNames.FamilyOf(space));
        return _lastFamily;
    }

    private void End()
    {
        if (_open.TryPeek(out Open open) && open.Depth == _xml.Depth)
        {
            _open.Pop();
            Close(open);
        }
    }

    /// <summary>Remembers what to do at the end of the element at hand; an element without content ends at
    /// once.</summary>
    private void Push(Ending ending, object? state = null)
    {
        Open open = new Open(_xml.Depth, ending, _run, state);
        if (_xml.IsEmptyElement)
            Close(open);
        else
            _open.Push(open);
    }

    private void Close(Open open)
    {
        switch (open.Ending)
        {
            case Ending.Paragraph:
                FinishParagraph(_story);
                break;
            case Ending.Run:
                _run = open.Run;
                break;
            case Ending.TextBox:
                CloseTextBox((BoxState)open.State!);
                _run = open.Run;
                break;
            case Ending.Table or Ending.FlatTable or Ending.Row or Ending.Cell:
                CloseTablePart(open.Ending);
                break;
            case Ending.Control:
                CloseControl((ControlState)open.State!);
                break;
            case Ending.Insertion:
                _insertions--;
                break;
            case Ending.SimpleField:
                EndField();
                break;
            case Ending.Ruby or Ending.RubyText:
                CloseRuby(open);
                break;
            case Ending.DrawingParagraph:
                if (open.State is { } text)
                    AddAsides([text.ToString()!]);
                _drawing = null;
                break;
            case Ending.Note:
                CloseNote((NoteState)open.State!);
                break;
        }
    }

    /// <summary>Markup for several generations of Word: the first choice that is understood, else the fallback; one of
    /// them only.</summary>
    private void StartAlternative(string name)
    {
        if (name == "AlternateContent")
        {
            Push(Ending.Alternative, new AlternativeState());
            return;
        }

        if (
            name is not ("Choice" or "Fallback")
            || !_open.TryPeek(out Open open)
            || open.State is not AlternativeState state
        )
        {
            return;
        }

        if (state.IsTaken || (name == "Choice" && !IsUnderstood(_xml.GetAttribute("Requires"))))
            WordXml.SkipInside(_xml);
        else
            state.IsTaken = true;
    }

    private bool IsUnderstood(string? prefixes)
    {
        foreach (string prefix in (prefixes ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string space = _xml.LookupNamespace(prefix) ?? "";
            if (
                !space.StartsWith("http://schemas.microsoft.com/office/", StringComparison.Ordinal)
                && !space.StartsWith("http://schemas.openxmlformats.org/", StringComparison.Ordinal)
                && !space.StartsWith("http://purl.oclc.org/ooxml/", StringComparison.Ordinal)
            )
            {
                return false;
            }
        }

        return true;
    }

    private readonly record struct Open(int Depth, Ending Ending, RunState Run, object? State);

    private sealed class AlternativeState
    {
        internal bool IsTaken { get; set; }
    }

    private sealed class ControlState
    {
        internal bool IsContents { get; set; }

        internal bool IsPlaceholder { get; set; }
    }

    private sealed record BoxState(Story Outer, TableState? Table);

    private sealed record NoteState(bool IsEndnote, string? Id, bool IsText, Story Outer, TableState? Table);
}
