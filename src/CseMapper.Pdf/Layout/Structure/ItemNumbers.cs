using CseMapper.Documents;

namespace CseMapper.Pdf.Layout.Structure;

/// <summary>Puts together the full number of a list item, "7(b)(ii)", from the clause above it and the labels around
/// it.</summary>
internal sealed class ItemNumbers
{
    private readonly List<string?> _outer = [];
    private string? _clause;

    /// <param name="depth">1 for an item of the outermost list.</param>
    /// <param name="label">Its bullet or number as printed.</param>
    /// <returns>Null for bullets and for items of a bulleted list.</returns>
    public string? NumberOf(int depth, string label)
    {
        string core = label.Trim('(', ')', '[', ']', '.', ':', ' ');
        if (core.Length == 0 || !char.IsAsciiLetterOrDigit(core[0]) || core == "o")
            return null;
        if (depth == 1)
            return char.IsAsciiDigit(core[0]) || _clause is null ? core : $"{_clause}({core})";
        string? parent = depth - 2 < _outer.Count ? _outer[depth - 2] : null;
        return parent is null ? core : $"{parent}({core})";
    }

    /// <summary>Takes note of a block that stands before those that follow.</summary>
    public void Pass(Block block)
    {
        if (block.Role != BlockRole.Body)
            return;
        switch (block)
        {
            case ListItemBlock item:
                if (_outer.Count >= item.Depth)
                    _outer.RemoveRange(item.Depth - 1, _outer.Count - item.Depth + 1);
                while (_outer.Count < item.Depth - 1)
                    _outer.Add(null);
                _outer.Add(item.Number);
                break;
            case HeadingBlock heading:
                _clause = heading.Number;
                _outer.Clear();
                break;
            case TextBlock { Number: { } clause }:
                _clause = clause;
                _outer.Clear();
                break;
            default:
                break;
        }
    }
}
