using System.Buffers;
using CseMapper.Documents;

namespace CseMapper.Passages.Splitting;

/// <summary>Turns the blocks under one heading into units, and remembers what introduces a list or table and which
/// clause it belongs to.</summary>
internal sealed class SectionUnits(PassageOptions options)
{
    private const int LongestCaption = 30;
    private const int LongestLabel = 10;
    private static readonly SearchValues<char> _joints = SearchValues.Create(".()");
    private readonly List<PassageUnit> _units = [];
    private readonly List<ListItemBlock> _openItems = [];
    private string? _clause;
    private string? _leadIn;
    private int _paragraphStart = -1;

    /// <summary>All units since the last call.</summary>
    public IReadOnlyList<PassageUnit> TakeAll()
    {
        PassageUnit[] all = [.. _units];
        _units.Clear();
        _openItems.Clear();
        (_clause, _leadIn, _paragraphStart) = (null, null, -1);
        return all;
    }

    /// <summary>Adds a block that is text.</summary>
    public void Add(Block block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                AddParagraph(heading, heading.Number, heading.Text);
                break;
            case TextBlock text:
                AddParagraph(text, text.Number, text.Text);
                break;
            case ListItemBlock item:
                AddItem(item);
                break;
            case TableBlock table:
                AddTable(table);
                break;
        }
    }

    private void AddParagraph(Block block, string? number, string words)
    {
        string text = Spaces.CollapseInLines(words);
        if (text.Length == 0 && string.IsNullOrWhiteSpace(number))
            return;
        bool isNote = block.Role == BlockRole.Note;
        if (!isNote)
        {
            _openItems.Clear();
            _leadIn = SentenceCutter.LastSentence(text);
            if (number is { Length: > 0 })
                _clause = number.TrimEnd('.', ':');
        }
        UnitJoint joint =
            isNote ? UnitJoint.Clings
            : number is { Length: > 0 } || WordCount.Of(text) >= options.MinWords ? UnitJoint.Begins
            : UnitJoint.Free;
        int start = _units.Count;
        AddPieces(number ?? "", text, PassageKind.Prose, block, joint, lead: null, _clause);
        if (!isNote)
            _paragraphStart = start;
    }

    private void AddItem(ListItemBlock item)
    {
        string text = Spaces.CollapseInLines(item.Text);
        if (text.Length == 0 && string.IsNullOrWhiteSpace(item.Label))
            return;
        if (_openItems.Count == 0)
            MarkLeadIn(isTable: false);
        _openItems.RemoveAll(outer => outer.Depth >= item.Depth);
        string? parent = _openItems.Count == 0 ? null : Spaces.CollapseInLines(_openItems[^1].Text);
        string? lead = parent is null ? _leadIn : SentenceCutter.LastSentence(parent);
        _openItems.Add(item);
        AddPieces(item.Label, text, PassageKind.List, item, UnitJoint.Clings, lead, ClauseOf(item));
    }

    /// <summary>"7(b)(ii)" can be looked up; "2" or "b" alone only together with the clause or heading that the list
    /// stands under.</summary>
    private string? ClauseOf(ListItemBlock item) =>
        item.Number is { Length: > 0 } number && number.AsSpan().Trim("().").ContainsAny(_joints)
            ? number.TrimEnd('.')
            : _clause;

    private void AddTable(TableBlock table)
    {
        MarkLeadIn(isTable: true);
        foreach ((string row, int? page) in TableText.Rows(table))
        {
            foreach (string piece in SentenceCutter.Cut(row, options.MaxWords))
            {
                _units.Add(
                    new PassageUnit("", piece, PassageKind.Table, table)
                    {
                        Page = page ?? table.Location.Page,
                        Clause = _clause,
                        LeadIn = _leadIn,
                        Joint = UnitJoint.Free,
                    }
                );
            }
        }
        _openItems.Clear();
        _leadIn = null;
        _paragraphStart = -1;
    }

    private void AddPieces(
        string label,
        string text,
        PassageKind kind,
        Block block,
        UnitJoint joint,
        string? lead,
        string? inClause
    )
    {
        string printed = Spaces.Collapse(label);
        bool isFirst = true;
        if (WordCount.Of(printed) > LongestLabel)
            (printed, text) = ("", printed + " " + text);
        // The label counts as well, so a piece leaves room for it.
        foreach (
            string piece in text.Length == 0 ? [""] : SentenceCutter.Cut(text, options.MaxWords - WordCount.Of(printed))
        )
        {
            _units.Add(
                new PassageUnit(printed, piece, kind, block)
                {
                    Clause = inClause,
                    LeadIn = lead,
                    Joint = isFirst ? joint : UnitJoint.Free,
                }
            );
            printed = "";
            isFirst = false;
        }
    }

    /// <summary>The paragraph right before a list or table introduces it when it is short or ends in a colon: a passage
    /// then begins with it.</summary>
    private void MarkLeadIn(bool isTable)
    {
        bool isRightBefore = _paragraphStart >= 0 && _paragraphStart < _units.Count;
        bool introduces =
            isRightBefore
            && _leadIn is { Length: > 0 }
            && (_leadIn.EndsWith(':') || WordCount.Of(_leadIn) <= (isTable ? LongestCaption : options.MinWords));
        if (!introduces)
        {
            _leadIn = null;
        }
        else if (_units.Count - _paragraphStart == 1)
        {
            _units[_paragraphStart] = _units[_paragraphStart] with { Joint = UnitJoint.Begins };
        }
        _paragraphStart = -1;
    }
}
