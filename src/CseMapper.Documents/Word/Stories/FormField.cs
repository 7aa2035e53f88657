using System.Globalization;
using System.Xml;
using CseMapper.Documents.Word.Packages;
using CseMapper.Documents.Word.Styles;

namespace CseMapper.Documents.Word.Stories;

/// <summary>Fields that print something although the file holds no result for them.</summary>
internal static class FormField
{
    /// <summary>Reads what stands inside a field mark: the state of a check box, the chosen entry of a list.</summary>
    /// <returns>What is printed, or null.</returns>
    internal static string? Read(XmlReader reader)
    {
        if (reader.IsEmptyElement)
            return null;
        bool isBox = false,
            isList = false;
        bool? isChecked = null,
            isCheckedFirst = null;
        int chosen = 0;
        List<string> entries = new List<string>();
        int depth = reader.Depth;
        while (WordXml.ReadInside(reader, depth))
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            switch (reader.LocalName)
            {
                case "checkBox":
                    isBox = true;
                    break;
                case "checked":
                    isChecked = WordXml.IsOn(reader);
                    break;
                case "default" when isBox:
                    isCheckedFirst = WordXml.IsOn(reader);
                    break;
                case "ddList":
                    isList = true;
                    break;
                case "result" or "default" when isList:
                    chosen = WordXml.Number(WordXml.Value(reader)) ?? chosen;
                    break;
                case "listEntry" when entries.Count < 1000:
                    entries.Add(WordXml.Value(reader) ?? "");
                    break;
            }
        }

        if (isBox)
            return isChecked ?? isCheckedFirst ?? false ? "☒" : "☐";
        return isList && chosen >= 0 && chosen < entries.Count ? entries[chosen] : null;
    }

    /// <summary>What a field prints from its code alone, or null.</summary>
    /// <param name="code">The field's code.</param>
    /// <param name="hasResult">True where the file holds a result, though an empty one.</param>
    internal static string? ShownBy(string code, bool hasResult)
    {
        if (hasResult)
            return null;
        string[] words = code.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length < 2)
            return null;
        return words[0].ToUpperInvariant() switch
        {
            // The code's text after the macro's name, or the place to go to, is what one clicks on.
            "MACROBUTTON" or "GOTOBUTTON" => string.Join(' ', words[2..]),
            "SYMBOL" => Symbol(words),
            "QUOTE" => string.Join(' ', words[1..]).Trim('"'),
            _ => null,
        };
    }

    private static string? Symbol(string[] words)
    {
        int at = Array.IndexOf(words, @"\f");
        string? font = at > 0 && at + 1 < words.Length ? words[at + 1].Trim('"') : null;
        string number = words[1];
        bool isHex = number.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        return
            int.TryParse(
                isHex ? number[2..] : number,
                isHex ? NumberStyles.HexNumber : NumberStyles.None,
                CultureInfo.InvariantCulture,
                out int code
            ) && code is >= ' ' and < 0xFFFF
            ? SymbolFonts.Decode((char)code, font).ToString()
            : null;
    }
}
