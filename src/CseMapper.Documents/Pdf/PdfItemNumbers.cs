using CseMapper.Pdf;

namespace CseMapper.Documents.Pdf;

/// <summary>Puts together the full number of a list item, "7(b)(ii)", from the clause above it and the labels around
/// it.</summary>
internal sealed class PdfItemNumbers
{
    private readonly List<string?> _outer = [];
    private string? _clause;

    /// <returns>Null for bullets and for items of a bulleted list.</returns>
    public string? Of(PdfListItem item)
    {
        string core = item.Label.Trim('(', ')', '[', ']', '.', ':', ' ');
        if (core.Length == 0 || !char.IsAsciiLetterOrDigit(core[0]) || core == "o")
            return null;
        if (item.Depth == 1)
            return char.IsAsciiDigit(core[0]) || _clause is null ? core : $"{_clause}({core})";
        string? parent = item.Depth - 2 < _outer.Count ? _outer[item.Depth - 2] : null;
        return parent is null ? core : $"{parent}({core})";
    }

    /// <summary>Takes note of a block that stands before those that follow.</summary>
    public void Pass(PdfBlock block)
    {
        if (block.Role != PdfBlockRole.Body)
            return;
        switch (block)
        {
            case PdfListItem item:
                string? number = Of(item);
                if (_outer.Count >= item.Depth)
                    _outer.RemoveRange(item.Depth - 1, _outer.Count - item.Depth + 1);
                while (_outer.Count < item.Depth - 1)
                    _outer.Add(null);
                _outer.Add(number);
                break;
            case PdfHeading heading:
                _clause = heading.Number;
                _outer.Clear();
                break;
            case PdfParagraph { Number: { } clause }:
                _clause = clause;
                _outer.Clear();
                break;
            default:
                break;
        }
    }
}
