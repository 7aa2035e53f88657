namespace CseMapper.Pdf.Layout.Tags;

/// <summary>The standard structure types (ISO 32000-2, 14.8.4) as far as they decide what text is.</summary>
internal enum TagKind : byte
{
    /// <summary>Grouping and inline elements.</summary>
    Other,
    Heading,
    Paragraph,
    List,
    ListItem,
    Label,
    ListBody,
    Table,
    TableRow,
    TableHeader,
    TableCell,
    Contents,
    ContentsItem,
    Note,
    Caption,
    Figure,
}

/// <summary>An element of the structure tree.</summary>
/// <param name="Kind">Its type, mapped to a standard one.</param>
/// <param name="Level">Level of a heading, 0 where its type names none.</param>
/// <param name="Parent">Index of the element around it, -1 for the outermost.</param>
/// <param name="ColumnSpan">Columns of a cell.</param>
internal readonly record struct TagElement(TagKind Kind, byte Level, int Parent, byte ColumnSpan);

/// <summary>Names of structure types.</summary>
internal static class TagKinds
{
    /// <summary>The type of a standard name.</summary>
    public static (TagKind Kind, byte Level) Of(string? name) =>
        name switch
        {
            "H" => (TagKind.Heading, 0),
            "Title" => (TagKind.Heading, 1),
            ['H', >= '1' and <= '9' and char digit] => (TagKind.Heading, (byte)(digit - '0')),
            "P" => (TagKind.Paragraph, 0),
            "L" => (TagKind.List, 0),
            "LI" => (TagKind.ListItem, 0),
            "Lbl" => (TagKind.Label, 0),
            "LBody" => (TagKind.ListBody, 0),
            "Table" => (TagKind.Table, 0),
            "TR" => (TagKind.TableRow, 0),
            "TH" => (TagKind.TableHeader, 0),
            "TD" => (TagKind.TableCell, 0),
            "TOC" => (TagKind.Contents, 0),
            "TOCI" => (TagKind.ContentsItem, 0),
            "Note" or "FENote" => (TagKind.Note, 0),
            "Caption" => (TagKind.Caption, 0),
            "Figure" or "Formula" => (TagKind.Figure, 0),
            _ => (TagKind.Other, 0),
        };
}
