using System.Text;
using CseMapper.Documents.Word.Lists;
using CseMapper.Documents.Word.Stories;
using CseMapper.Documents.Word.Styles;

namespace CseMapper.Documents.Rtf;

/// <summary>Turns the tokens of an RTF file into blocks. Groups are kept on a stack of their own, so that nesting costs
/// no call depth.</summary>
internal sealed class RtfText(DocumentLimits limits)
{
    private const int DeepestGroup = 100_000;

    private readonly RtfBlocks _blocks = new(limits);
    private readonly Stack<RtfState> _groups = new();
    private readonly Dictionary<int, int> _codePageOfFont = [];
    private readonly Dictionary<int, string> _fontNames = [];
    private readonly Dictionary<int, string> _styleNames = [];
    private readonly List<byte> _pending = [];
    private readonly StringBuilder _aside = new();
    private readonly AutoNumbers _numbers = new();
    private RtfState _state = new();
    private int _codePage = 1252;
    private int _fallbackBytes;
    private int _notes;

    public IReadOnlyList<Block> Blocks => _blocks.Blocks;

    public int Comments { get; private set; }

    public int Changes { get; private set; }

    public SortedDictionary<string, string> Properties { get; } = new(StringComparer.Ordinal);

    /// <returns>False where groups are still open at the end: the file was cut.</returns>
    public bool Read(byte[] bytes)
    {
        RtfTokens tokens = new(bytes);
        for (RtfTokenKind kind = tokens.Next(); kind != RtfTokenKind.End && limits.MayGoOn(); kind = tokens.Next())
        {
            if (kind is not (RtfTokenKind.HexByte or RtfTokenKind.TextByte))
                FlushBytes();
            switch (kind)
            {
                case RtfTokenKind.GroupStart when _groups.Count < DeepestGroup:
                    _groups.Push(_state);
                    _state = _state with { IsStart = true };
                    break;
                case RtfTokenKind.GroupEnd:
                    EndGroup();
                    break;
                case RtfTokenKind.Control:
                    Control(tokens);
                    break;
                case RtfTokenKind.HexByte or RtfTokenKind.TextByte:
                    TakeByte(tokens.Byte);
                    break;
                default:
                    break;
            }
        }

        FlushBytes();
        _blocks.EndDocument();
        return _groups.Count == 0;
    }

    private void EndGroup()
    {
        RtfState ended = _state;
        if (!_groups.TryPop(out RtfState? outer))
            return;
        _state = outer;
        if (ended.Target == outer.Target && ended.Target != RtfTarget.StyleSheet)
            return;
        string text = _aside.ToString().Trim(' ', ';');
        _aside.Clear();
        if (ended.Target == RtfTarget.StyleSheet && text.Length > 0)
            _styleNames.TryAdd(ended.Style, text);
        if (ended.Target == RtfTarget.Property && text.Length > 0)
            Properties.TryAdd(ended.PropertyName, text);
        if (ended.Target == RtfTarget.ListText)
            _blocks.Label = SymbolFonts.Bullet(text.Trim(), null);
        // A number that Word makes from a field has no result in the file.
        if (
            ended.Target == RtfTarget.FieldCode
            && _numbers.Next(text, HeadingLevel() is > 0 and int level ? level - 1 : null, null, null) is { } number
        )
        {
            TakeText(number);
        }

        if (ended.Target is RtfTarget.Header or RtfTarget.Footer or RtfTarget.Note)
            _blocks.EndAside();
    }

    private void Control(RtfTokens tokens)
    {
        string word = tokens.Word;
        bool isStart = _state.IsStart;
        if (word == "*")
        {
            _state = _state with { IsOptional = true };
            return;
        }

        _state = _state with { IsStart = false };
        if (isStart && RtfWords.Targets.TryGetValue(word, out RtfTarget target))
            Enter(target, word);
        else if (isStart && _state.IsOptional && !RtfWords.KeptOptional.Contains(word))
            _state = _state with { Target = RtfTarget.Nothing };
        else if (RtfWords.Characters.TryGetValue(word, out string? character))
            TakeText(character);
        else
            Property(word, tokens);
        _state = _state with { IsOptional = false };
    }

    private void Enter(RtfTarget target, string word)
    {
        if (_state.Target == RtfTarget.Nothing)
            return;
        if (target == RtfTarget.Property && _state.Target != RtfTarget.Information)
            return;
        if (word == "annotation")
            Comments++;
        if (target is RtfTarget.Header or RtfTarget.Footer or RtfTarget.Note)
        {
            _blocks.BeginAside(
                target switch
                {
                    RtfTarget.Header => BlockRole.Header,
                    RtfTarget.Footer => BlockRole.Footer,
                    _ => BlockRole.Note,
                }
            );
        }

        _state = _state with { Target = target, PropertyName = word };
    }

    private void Property(string word, RtfTokens tokens)
    {
        bool isOn = tokens.Number is not 0;
        int number = tokens.Number ?? 0;
        switch (word)
        {
            case "ansicpg":
                _codePage = number;
                break;
            case "f":
                _state = _state with { Font = number };
                break;
            case "fcharset" when _state.Target == RtfTarget.FontTable:
                _codePageOfFont[_state.Font] = RtfWords.CodePage(number, _codePage);
                break;
            case "s":
                _state = _state with { Style = number };
                break;
            case "chftn" when _state.Target == RtfTarget.Body:
                _notes++;
                TakeText(NoteMark);
                break;
            case "chftn" when _state.Target == RtfTarget.Note:
                TakeText(NoteMark + " ");
                break;
            case "uc":
                _state = _state with { FallbackBytes = Math.Clamp(number, 0, 16) };
                break;
            case "u":
                TakeText(((char)(ushort)number).ToString());
                _fallbackBytes = _state.FallbackBytes;
                break;
            case "bin":
                tokens.Skip(number);
                break;
            case "v":
                _state = _state with { IsHidden = isOn };
                break;
            case "deleted":
                _state = _state with { IsDeleted = isOn };
                Changes += isOn ? 1 : 0;
                break;
            case "revised":
                _state = _state with { IsInserted = isOn };
                Changes += isOn ? 1 : 0;
                break;
            case "strike" or "striked":
                _state = _state with { IsStruck = isOn };
                break;
            case "plain":
                _state = _state with { IsHidden = false, IsDeleted = false, IsInserted = false, IsStruck = false };
                break;
            default:
                if (_state.Target is RtfTarget.Body or RtfTarget.Header or RtfTarget.Footer or RtfTarget.Note)
                    Paragraph(word, number);
                break;
        }
    }

    private void Paragraph(string word, int number)
    {
        switch (word)
        {
            case "pard":
                _blocks.ResetParagraph();
                _state = _state with { Style = 0 };
                break;
            case "outlinelevel":
                _blocks.Level = number + 1;
                break;
            case "ilvl":
                _blocks.Depth = number + 1;
                break;
            case "intbl":
                _blocks.IsInTable = true;
                break;
            case "trhdr":
                _blocks.IsHeaderRow = true;
                break;
            case "trowd":
                _blocks.IsHeaderRow = false;
                break;
            case "par" or "sect" or "page":
                EndParagraph();
                break;
            case "cell" or "nestcell":
                _blocks.EndCell();
                break;
            case "row":
                _blocks.EndRow();
                break;
            default:
                break;
        }
    }

    /// <summary>The level of the heading that the paragraph's style makes it, or 0.</summary>
    private int HeadingLevel()
    {
        string style = _styleNames.GetValueOrDefault(_state.Style) ?? "";
        return
            style.StartsWith("heading ", StringComparison.OrdinalIgnoreCase)
            && style.Length > 8
            && char.IsAsciiDigit(style[8])
            ? style[8] - '0'
            : 0;
    }

    private void EndParagraph()
    {
        string style = _styleNames.GetValueOrDefault(_state.Style) ?? "";
        if (HeadingLevel() is > 0 and int level)
            _blocks.Level = level;
        _blocks.IsContents = style.StartsWith("toc ", StringComparison.OrdinalIgnoreCase);
        _blocks.EndParagraph();
    }

    private void TakeByte(byte b)
    {
        _state = _state with { IsStart = false };
        if (_fallbackBytes > 0)
            _fallbackBytes--;
        else
            _pending.Add(b);
    }

    private void FlushBytes()
    {
        if (_pending.Count == 0)
            return;
        int codePage = _codePageOfFont.GetValueOrDefault(_state.Font, _codePage);
        Encoding encoding =
            codePage == 65001
                ? Encoding.UTF8
                : CodePagesEncodingProvider.Instance.GetEncoding(codePage)
                    ?? CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        string text = encoding.GetString(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_pending));
        _pending.Clear();
        TakeText(text);
    }

    private string NoteMark => FormattableString.Invariant($"[{_notes}]");

    private void TakeText(string text)
    {
        switch (_state.Target)
        {
            case RtfTarget.FontTable when text.Length < 256:
                _fontNames[_state.Font] = (_fontNames.GetValueOrDefault(_state.Font) + text).TrimEnd(';', ' ');
                break;
            case RtfTarget.Body or RtfTarget.Header or RtfTarget.Footer or RtfTarget.Note:
                if (!_state.IsHidden && !_state.IsDeleted)
                    _blocks.Append(Printed(text), _state.IsInserted, _state.IsStruck);
                break;
            case RtfTarget.ListText or RtfTarget.StyleSheet or RtfTarget.Property or RtfTarget.FieldCode:
                if (_aside.Length < 4096)
                    _aside.Append(Printed(text));
                break;
            default:
                break;
        }
    }

    private string Printed(string text) => SymbolFonts.Decode(text, _fontNames.GetValueOrDefault(_state.Font));
}

/// <summary>Where the text of a group goes.</summary>
internal enum RtfTarget
{
    Body,
    Header,
    Footer,
    Note,
    ListText,
    StyleSheet,
    FontTable,
    Information,
    Property,
    FieldCode,
    Nothing,
}

/// <summary>What a group inherits from the one around it.</summary>
internal sealed record RtfState
{
    public RtfTarget Target { get; init; }

    public string PropertyName { get; init; } = "";

    public int Font { get; init; } = -1;

    public int Style { get; init; }

    public int FallbackBytes { get; init; } = 1;

    public bool IsStart { get; init; }

    public bool IsOptional { get; init; }

    public bool IsHidden { get; init; }

    public bool IsDeleted { get; init; }

    public bool IsInserted { get; init; }

    /// <summary>A line goes through it, once or twice.</summary>
    public bool IsStruck { get; init; }
}
