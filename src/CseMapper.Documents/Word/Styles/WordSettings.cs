using System.Xml;
using CseMapper.Documents.Word.Packages;

namespace CseMapper.Documents.Word.Styles;

/// <summary>The settings of a document that change what is printed.</summary>
internal sealed class WordSettings
{
    internal bool HasEvenHeaders { get; private set; }

    internal string FootnoteFormat { get; private set; } = "decimal";

    internal string EndnoteFormat { get; private set; } = "lowerRoman";

    internal int FootnoteStart { get; private set; } = 1;

    internal int EndnoteStart { get; private set; } = 1;

    /// <summary>Reads <c>settings.xml</c>.</summary>
    internal void Read(XmlReader reader)
    {
        string notes = "";
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            switch (reader.LocalName)
            {
                case "evenAndOddHeaders":
                    HasEvenHeaders = WordXml.IsOn(reader);
                    break;
                case "footnotePr" or "endnotePr":
                    notes = reader.LocalName;
                    break;
                case "numFmt" when WordXml.Value(reader) is { } format:
                    if (notes == "footnotePr")
                        FootnoteFormat = format;
                    else if (notes == "endnotePr")
                        EndnoteFormat = format;
                    break;
                case "numStart" when WordXml.Number(WordXml.Value(reader)) is { } start:
                    if (notes == "footnotePr")
                        FootnoteStart = start;
                    else if (notes == "endnotePr")
                        EndnoteStart = start;
                    break;
                case "rsids" or "compat" or "shapeDefaults" or "mathPr":
                    WordXml.SkipInside(reader);
                    break;
            }
        }
    }
}
