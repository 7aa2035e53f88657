using System.Globalization;
using System.Text;
using CseMapper.Pdf.Objects;

namespace CseMapper.Pdf.Text;

/// <summary>What was filled into a form field (ISO 32000-2, 12.7.4 and 12.7.5), in the words that the form
/// shows.</summary>
internal static class FieldValues
{
    private const int DeepestField = 32;

    /// <summary>Push buttons (table 229) show their own caption, which nobody filled in.</summary>
    private const int PushButton = 1 << 16;

    /// <summary>One of several buttons of which one is pressed.</summary>
    private const int RadioButton = 1 << 15;

    private const int Password = 1 << 13;
    private const int Multiline = 1 << 12;

    private const float UsualSize = 10;

    /// <summary>Options of a list, and values chosen of it.</summary>
    private const int MostOptions = 5_000;

    /// <returns>The field's text; empty where nothing is filled in.</returns>
    public static string ValueOf(PdfDictionary field)
    {
        PdfValue value = Inherited(field, "V");
        switch (Inherited(field, "FT").AsName())
        {
            case "Btn":
                return Button(field, value);
            case "Ch":
                PdfArray? options = Inherited(field, "Opt").AsArray();
                return value.AsArray() is { } chosen
                    ? Join(chosen, item => Option(options, item))
                    : Option(options, value);
            default:
                return value.AsArray() is { } values ? Join(values, Text) : Text(value);
        }
    }

    /// <summary>True for buttons and ticks, whose value is no text on the page.</summary>
    public static bool IsButton(PdfDictionary field) => Inherited(field, "FT").AsName() == "Btn";

    /// <summary>True for electronic signatures.</summary>
    public static bool IsSignature(PdfDictionary field) => Inherited(field, "FT").AsName() == "Sig";

    /// <summary>True for fields whose text no viewer shows (table 231).</summary>
    public static bool IsPassword(PdfDictionary field) =>
        Inherited(field, "FT").AsName() == "Tx" && (Inherited(field, "Ff").AsInt() & Password) != 0;

    /// <summary>True for text of several lines.</summary>
    public static bool IsMultiline(PdfDictionary field) =>
        Inherited(field, "FT").AsName() == "Tx" && (Inherited(field, "Ff").AsInt() & Multiline) != 0;

    /// <summary>The type size that a field's or remark's default appearance (12.7.4.3) names, or the usual one.</summary>
    public static float SizeOf(PdfDictionary field)
    {
        string[] words = (TextString.Decode(Inherited(field, "DA")) ?? "").Split(
            ' ',
            StringSplitOptions.RemoveEmptyEntries
        );
        int at = Array.IndexOf(words, "Tf");
        bool isNumber =
            at > 0
            & float.TryParse(
                words.ElementAtOrDefault(at - 1),
                NumberStyles.Float,
                CultureInfo.InvariantCulture,
                out float size
            );
        return isNumber && size is >= 2 and <= 100 ? size : UsualSize;
    }

    /// <summary>
    /// True when a value says more than what is drawn of it: nothing, a part that fits into the box, letters each in a
    /// comb of its own, or all choices of a list. Otherwise what is drawn is what a reader sees, and often better
    /// written: dates and amounts.
    /// </summary>
    public static bool SaysMore(PdfDictionary field, string value, string drawn)
    {
        string written = Letters(value),
            seen = Letters(drawn);
        if (written.Length == 0)
            return false;
        if (seen.Length == 0 || written.Length > seen.Length * 1.2)
            return true;
        if (written != seen)
            return Inherited(field, "FT").AsName() == "Ch";
        return value.Count(char.IsWhiteSpace) < drawn.Count(char.IsWhiteSpace) / 2;
    }

    private static string Letters(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    /// <summary>A ticked box says what it is called; one of several buttons also which of them it is.</summary>
    private static string Button(PdfDictionary field, PdfValue value)
    {
        int flags = Inherited(field, "Ff").AsInt();
        string state = field["AS"].AsName() ?? value.AsName() ?? "Off";
        if ((flags & PushButton) != 0 || state == "Off")
            return "";
        string name = TextString.Decode(Inherited(field, "TU")) ?? TextString.Decode(Inherited(field, "T")) ?? state;
        if ((flags & RadioButton) == 0)
            return $"☑ {name}";
        bool isPlace = int.TryParse(state, NumberStyles.None, CultureInfo.InvariantCulture, out int place);
        string choice = isPlace
            ? Text(Inherited(field, "Opt").AsArray()?[place] ?? PdfValue.Null)
            : TextString.Decode(Encoding.Latin1.GetBytes(state));
        return choice.Length == 0 || choice == name ? $"☑ {name}" : $"☑ {name}: {choice}";
    }

    /// <summary>The words of a list for a value (12.7.5.4): an option is its text, or its value and its text.</summary>
    private static string Option(PdfArray? options, PdfValue value)
    {
        string chosen = Text(value);
        for (int i = 0; i < Math.Min(options?.Count ?? 0, MostOptions); i++)
        {
            if (options![i].AsArray() is { } pair && TextString.Decode(pair[0]) == chosen)
                return TextString.Decode(pair[1]) ?? chosen;
        }

        return chosen;
    }

    private static string Join(PdfArray values, Func<PdfValue, string> text) =>
        string.Join(", ", Enumerable.Range(0, Math.Min(values.Count, MostOptions)).Select(i => text(values[i])));

    private static string Text(PdfValue value) => TextString.Decode(value) ?? value.AsName() ?? "";

    private static PdfValue Inherited(PdfDictionary field, string key)
    {
        PdfDictionary? at = field;
        for (int depth = 0; at is not null && depth < DeepestField; depth++)
        {
            if (at.Contains(key))
                return at[key];
            at = at["Parent"].AsDictionary();
        }

        return PdfValue.Null;
    }
}
