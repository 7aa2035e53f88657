using System.Globalization;
using System.Xml;

namespace CseMapper.Documents.Word.Packages;

/// <summary>Reading Word's XML: safe settings, and the few kinds of attributes it has.</summary>
public static class WordXml
{
    /// <summary>Deepest nesting that is followed; real documents stay below 100.</summary>
    internal const int MaxDepth = 500_000;

    private const long MaxCharacters = 160L << 20;
    private const int MaxNames = 500_000;

    /// <summary>Opens a part. No entity is followed and nothing outside is fetched.</summary>
    /// <param name="stream">The part's content; closed with the reader.</param>
    internal static XmlReader Open(Stream stream) =>
        XmlReader.Create(
            stream,
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Ignore,
                XmlResolver = null,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                CheckCharacters = false,
                CloseInput = true,
                MaxCharactersInDocument = MaxCharacters,
                NameTable = new BoundedNames(),
            }
        );

    /// <summary>The attribute <c>val</c> of an element, or null.</summary>
    internal static string? Value(XmlReader reader) => Attribute(reader, "val");

    /// <summary>An attribute by its local name: strict, transitional and careless writers put the same ones into
    /// different namespaces.</summary>
    internal static string? Attribute(XmlReader reader, string name)
    {
        // Asking the reader by namespace would hash the namespace's sixty letters each time.
        string? value = null;
        while (value is null && reader.MoveToNextAttribute())
        {
            if (reader.LocalName == name && reader.Prefix != "xmlns")
                value = reader.Value;
        }

        reader.MoveToElement();
        return value;
    }

    /// <summary>Whether a property without a value, or with one, is switched on (ECMA-376 part 1 §22.9.2.7).</summary>
    internal static bool IsOn(XmlReader reader) => Value(reader) is not ("0" or "false" or "off");

    /// <summary>An attribute's whole number, or null where it is none.</summary>
    /// <param name="text">The attribute's value, or null where it has none.</param>
    public static int? Number(string? text) =>
        int.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture,
            out int number
        )
            ? number
            : null;

    /// <summary>Moves to the next node inside the element that stood at <paramref name="depth"/>; false at its
    /// end.</summary>
    internal static bool ReadInside(XmlReader reader, int depth) => reader.Read() && reader.Depth > depth;

    /// <summary>Leaves out what is inside the element at hand; the reader ends on its last tag.</summary>
    /// <param name="reader">Stands at the element's first tag.</param>
    public static void SkipInside(XmlReader reader)
    {
        if (reader.IsEmptyElement)
            return;
        int depth = reader.Depth;
        while (ReadInside(reader, depth))
        {
            // Nothing in it is wanted.
        }
    }

    /// <summary>Names stay in memory as long as the reader, so that a part made of ever new names must end.</summary>
    private sealed class BoundedNames : NameTable
    {
        private int _count;

        public override string Add(char[] key, int start, int len)
        {
            if (Get(key, start, len) is { } known)
                return known;
            if (++_count > MaxNames)
                throw new XmlException("The part has too many different names.");
            return base.Add(key, start, len);
        }
    }
}
