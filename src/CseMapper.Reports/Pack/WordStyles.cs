using CseMapper.Reports.Xlsx;

namespace CseMapper.Reports.Pack;

/// <summary>The styles of the pack's Word document.</summary>
internal static class WordStyles
{
    private const string Navy = "12344D";

    private static readonly (
        string Id,
        string Name,
        int Size,
        bool IsBold,
        string Colour,
        int Before,
        int After,
        int? Outline
    )[] _paragraphs =
    [
        ("Normal", "Normal", 20, false, "1A1F24", 0, 120, null),
        ("Title", "Title", 40, true, Navy, 0, 120, null),
        ("Heading1", "heading 1", 30, true, Navy, 360, 120, 0),
        ("Heading2", "heading 2", 24, true, Navy, 240, 100, 1),
        ("TableHeading", "Table Heading", 18, true, "FFFFFF", 40, 40, null),
        ("TableText", "Table Text", 18, false, "1A1F24", 40, 40, null),
        ("Footer", "footer", 16, false, "4A5560", 0, 0, null),
    ];

    public static void Write(WordWriter word)
    {
        word.Start("styles");
        word.Start("docDefaults");
        word.Start("rPrDefault");
        word.Start("rPr");
        word.Empty("rFonts", ("ascii", "Arial"), ("hAnsi", "Arial"), ("cs", "Arial"));
        word.Value("lang", "en-GB");
        word.End();
        word.End();
        word.End();
        foreach (
            (
                string id,
                string name,
                int size,
                bool isBold,
                string colour,
                int before,
                int after,
                int? outline
            ) in _paragraphs
        )
        {
            word.Start("style");
            WriteKind(word, "paragraph", id, name, id == "Normal");
            word.Start("pPr");
            if (outline is not null)
                word.Empty("keepNext");
            word.Empty("spacing", ("before", SheetWriter.Text(before)), ("after", SheetWriter.Text(after)));
            if (outline is { } level)
                word.Value("outlineLvl", SheetWriter.Text(level));
            word.End();
            WriteLetters(word, isBold, colour, size);
            word.End();
        }

        WriteCharacters(word, "Strong", true, Navy);
        WriteCharacters(word, "Faint", false, "6B747D");
        WriteTable(word);
        word.End();
    }

    private static void WriteKind(WordWriter word, string type, string id, string name, bool isDefault)
    {
        word.Attribute("type", type);
        if (isDefault)
            word.Attribute("default", "1");
        word.Attribute("styleId", id);
        word.Value("name", name);
        if (type == "paragraph" && !isDefault)
            word.Value("basedOn", "Normal");
        word.Empty("qFormat");
    }

    private static void WriteLetters(WordWriter word, bool isBold, string colour, int? size)
    {
        word.Start("rPr");
        if (isBold)
            word.Empty("b");
        word.Value("color", colour);
        if (size is { } halfPoints)
            word.Value("sz", SheetWriter.Text(halfPoints));
        word.End();
    }

    private static void WriteCharacters(WordWriter word, string id, bool isBold, string colour)
    {
        word.Start("style");
        WriteKind(word, "character", id, id, isDefault: false);
        WriteLetters(word, isBold, colour, null);
        word.End();
    }

    private static void WriteTable(WordWriter word)
    {
        word.Start("style");
        WriteKind(word, "table", "Evidence", "Evidence", isDefault: false);
        word.Start("tblPr");
        word.Start("tblBorders");
        foreach (string side in (string[])["top", "left", "bottom", "right", "insideH", "insideV"])
            word.Empty(side, ("val", "single"), ("sz", "4"), ("space", "0"), ("color", "B8C1C9"));
        word.End();
        word.Start("tblCellMar");
        word.Empty("left", ("w", "85"), ("type", "dxa"));
        word.Empty("right", ("w", "85"), ("type", "dxa"));
        word.End();
        word.End();
        word.Start("tblStylePr");
        word.Attribute("type", "firstRow");
        word.Start("tcPr");
        word.Empty("shd", ("val", "clear"), ("color", "auto"), ("fill", Navy));
        word.End();
        word.End();
        word.End();
    }
}
