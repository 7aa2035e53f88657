using System.Globalization;
using System.Xml;

namespace CseMapper.Reports.Pack;

/// <summary>Writes the body of a Word document from top to bottom (ISO/IEC 29500-1, 17): paragraphs and tables in the
/// styles of <see cref="WordStyles"/>.</summary>
internal sealed class WordWriter(XmlWriter xml)
{
    public const string Namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private int _controls;

    /// <summary>Writes a paragraph; lines of the text are lines of the paragraph.</summary>
    /// <param name="style">Its style's id.</param>
    /// <param name="runs">Its texts with their character styles, null for none.</param>
    public void Paragraph(string style, params ReadOnlySpan<(string Text, string? Style)> runs)
    {
        Start("p");
        Start("pPr");
        Value("pStyle", style);
        End();
        foreach ((string text, string? look) in runs)
            Run(text, look);
        End();
    }

    /// <summary>Writes a table with a heading row that is repeated on every page.</summary>
    /// <param name="widths">Of its columns, in twentieths of a point.</param>
    /// <param name="headings">Of its columns.</param>
    /// <param name="rows">Writes the rows by <see cref="Row"/>.</param>
    public void Table(IReadOnlyList<int> widths, IReadOnlyList<string> headings, Action rows)
    {
        Start("tbl");
        Start("tblPr");
        Value("tblStyle", "Evidence");
        Empty("tblW", ("w", Text(widths.Sum())), ("type", "dxa"));
        Empty("tblLayout", ("type", "fixed"));
        Empty(
            "tblLook",
            ("val", "0420"),
            ("firstRow", "1"),
            ("lastRow", "0"),
            ("firstColumn", "0"),
            ("lastColumn", "0"),
            ("noHBand", "0"),
            ("noVBand", "1")
        );
        End();
        Start("tblGrid");
        foreach (int width in widths)
            Empty("gridCol", ("w", Text(width)));
        End();
        Row(
            widths,
            [.. headings.Select(heading => (Action)(() => Paragraph("TableHeading", (heading, null))))],
            isHeading: true
        );
        rows();
        End();
        // Two tables without a paragraph between would grow together.
        Paragraph("TableText");
    }

    /// <summary>Writes a row.</summary>
    /// <param name="widths">Of the columns.</param>
    /// <param name="cells">Each writes the paragraphs of its cell, at least one.</param>
    /// <param name="isHeading">True for the headings.</param>
    /// <param name="maySplit">True for a row so high that it may be broken at the end of a page.</param>
    public void Row(
        IReadOnlyList<int> widths,
        IReadOnlyList<Action> cells,
        bool isHeading = false,
        bool maySplit = false
    )
    {
        Start("tr");
        Start("trPr");
        if (isHeading || !maySplit)
            Empty("cantSplit");
        if (isHeading)
            Empty("tblHeader");
        End();

        for (int i = 0; i < cells.Count; i++)
        {
            Start("tc");
            Start("tcPr");
            Empty("tcW", ("w", Text(widths[i])), ("type", "dxa"));
            End();
            cells[i]();
            End();
        }

        End();
    }

    /// <summary>Writes a paragraph that offers a list of words.</summary>
    /// <param name="title">What the list is.</param>
    /// <param name="words">What it offers.</param>
    /// <param name="chosen">The word that is chosen, or empty.</param>
    public void Choice(string title, IReadOnlyList<string> words, string chosen)
    {
        Start("sdt");
        Start("sdtPr");
        Value("alias", title);
        Value("id", Text(1000 + ++_controls));
        if (chosen.Length == 0)
            Empty("showingPlcHdr");
        Start("dropDownList");
        foreach (string word in words)
            Empty("listItem", ("displayText", word), ("value", word));
        End();
        End();
        Start("sdtContent");
        Paragraph("TableText", (chosen.Length == 0 ? "Choose" : chosen, chosen.Length == 0 ? "Faint" : "Strong"));
        End();
        End();
    }

    /// <summary>Writes the page set-up, last of all.</summary>
    /// <param name="footer">The relationship of the footer.</param>
    public void Section(string footer)
    {
        Start("sectPr");
        Start("footerReference");
        xml.WriteAttributeString("w", "type", Namespace, "default");
        xml.WriteAttributeString(
            "r",
            "id",
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            footer
        );
        End();
        Empty("pgSz", ("w", "16838"), ("h", "11906"), ("orient", "landscape"));
        Empty(
            "pgMar",
            ("top", "850"),
            ("right", "850"),
            ("bottom", "850"),
            ("left", "850"),
            ("header", "400"),
            ("footer", "400"),
            ("gutter", "0")
        );
        End();
    }

    /// <summary>Writes a field, such as the page's number.</summary>
    public void Field(string code)
    {
        Start("fldSimple");
        xml.WriteAttributeString("w", "instr", Namespace, code);
        Run("1", null);
        End();
    }

    public void Start(string name) => xml.WriteStartElement("w", name, Namespace);

    public void End() => xml.WriteEndElement();

    /// <summary>Writes an attribute of the element that was started last.</summary>
    public void Attribute(string name, string value) => xml.WriteAttributeString("w", name, Namespace, value);

    /// <summary>Writes an empty element with a value.</summary>
    public void Value(string name, string value) => Empty(name, ("val", value));

    /// <summary>Writes an empty element.</summary>
    public void Empty(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(name);
        foreach ((string attribute, string value) in attributes)
            xml.WriteAttributeString("w", attribute, Namespace, value);
        End();
    }

    public void Run(string text, string? style)
    {
        Start("r");
        if (style is not null)
        {
            Start("rPr");
            Value("rStyle", style);
            End();
        }

        string[] lines = DisplayText.Clean(text).Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (i > 0)
                Empty("br");
            Start("t");
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(lines[i].Replace('\t', ' '));
            End();
        }

        End();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
