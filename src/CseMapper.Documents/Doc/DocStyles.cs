using System.Buffers.Binary;

namespace CseMapper.Documents.Doc;

/// <summary>What paragraphs get from their styles (the style sheet, MS-DOC 2.9.271).</summary>
internal sealed class DocStyles
{
    private const int MostAncestors = 16;
    private const int NoStyle = 0xFFF;

    // "toc 1" to "toc 9" among the built-in styles (MS-DOC 2.9.260).
    private const int FirstContents = 19;
    private const int LastContents = 27;
    private readonly List<Style?> _styles = [];
    private readonly Dictionary<int, DocFormat> _formats = [];

    /// <summary>Reads the style sheet; what is damaged gives nothing.</summary>
    public static DocStyles Read(byte[] table, DocInformation information)
    {
        DocStyles styles = new();
        ReadOnlySpan<byte> sheet = DocInformation.Slice(table, information.StyleSheet);
        if (sheet.Length < 6)
            return styles;
        int baseLength = BinaryPrimitives.ReadUInt16LittleEndian(sheet[4..]);
        int at = 2 + BinaryPrimitives.ReadUInt16LittleEndian(sheet);
        while (at + 2 <= sheet.Length && styles._styles.Count < NoStyle)
        {
            int length = BinaryPrimitives.ReadUInt16LittleEndian(sheet[at..]);
            at += 2;
            if (at + length > sheet.Length)
                break;
            styles._styles.Add(ReadStyle(sheet.Slice(at, length), baseLength));
            at += length + (length & 1);
        }

        return styles;
    }

    /// <summary>A paragraph of the style that says nothing more of itself.</summary>
    public DocFormat FormatOf(int style)
    {
        if (_formats.TryGetValue(style, out DocFormat known))
            return known;
        Stack<Style> line = [];
        for (
            int at = style;
            line.Count < MostAncestors && at >= 0 && at < _styles.Count && _styles[at] is { } one;
            at = one.Base
        )
        {
            line.Push(one);
        }

        DocFormat format = new() { ListDepth = 1 };
        foreach (Style one in line)
            format = DocRuns.Apply(format, one.Modifiers);
        return _formats[style] = format with
        {
            Style = style,
            IsContents = line.Any(one => one.Kind is >= FirstContents and <= LastContents),
        };
    }

    private static Style? ReadStyle(ReadOnlySpan<byte> style, int baseLength)
    {
        if (style.Length < 8 || baseLength < 8 || baseLength + 2 > style.Length)
            return null;
        int builtIn = BinaryPrimitives.ReadUInt16LittleEndian(style) & 0xFFF;
        int kindAndBase = BinaryPrimitives.ReadUInt16LittleEndian(style[2..]);
        if ((kindAndBase & 0xF) != 1)
            return null;
        // The name: its length, its letters, a zero.
        int at = baseLength + 4 + (BinaryPrimitives.ReadUInt16LittleEndian(style[baseLength..]) * 2);
        at += at & 1;
        if (at + 4 > style.Length)
            return new Style(builtIn, kindAndBase >> 4, []);
        // The paragraph's part: its length, the style's own number, modifiers.
        int length = BinaryPrimitives.ReadUInt16LittleEndian(style[at..]);
        return new Style(
            builtIn,
            kindAndBase >> 4,
            length < 2 || at + 2 + length > style.Length ? [] : style.Slice(at + 4, length - 2).ToArray()
        );
    }

    private sealed record Style(int Kind, int Base, byte[] Modifiers);
}
