using System.Buffers.Binary;

namespace CseMapper.Documents.Doc;

/// <summary>What paragraphs get from their styles (the style sheet, MS-DOC 2.9.271).</summary>
internal sealed class DocStyles
{
    private const int MostAncestors = 16;
    private const int NoStyle = 0xFFF;
    private const int OfParagraphs = 1;
    private const int OfLetters = 2;

    // "toc 1" to "toc 9" among the built-in styles (MS-DOC 2.9.260).
    private const int FirstContents = 19;
    private const int LastContents = 27;
    private readonly List<Style?> _styles = [];
    private readonly Dictionary<int, DocFormat> _formats = [];
    private readonly Dictionary<int, DocLook> _looks = [];

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
        List<Style> line = LineOf(style);
        DocFormat format = new() { ListDepth = 1 };
        foreach (Style one in line)
            format = DocRuns.Apply(format, one.Modifiers);
        return _formats[style] = format with
        {
            Style = style,
            IsContents = line.Any(one => one.Kind is >= FirstContents and <= LastContents),
        };
    }

    /// <summary>How letters look by the styles of their paragraph and their own, and what is said of them.</summary>
    /// <param name="paragraphStyle">The paragraph's style.</param>
    /// <param name="letters">What is said of the letters.</param>
    public DocLook LookOf(int paragraphStyle, DocFormat letters)
    {
        DocLook look = LookOf(paragraphStyle);
        if (letters.LetterStyle > 0)
        {
            DocLook own = LookOf(letters.LetterStyle);
            look = new DocLook(look.IsHidden ^ own.IsHidden, look.IsStruck ^ own.IsStruck);
        }

        return look.With(letters);
    }

    private DocLook LookOf(int style)
    {
        if (_looks.TryGetValue(style, out DocLook known))
            return known;
        DocLook look = default;
        foreach (Style one in LineOf(style))
            look = look.With(DocRuns.Apply(default, one.Letters));
        return _looks[style] = look;
    }

    /// <summary>A style and what it is made from, the outermost first.</summary>
    private List<Style> LineOf(int style)
    {
        List<Style> line = [];
        for (
            int at = style;
            line.Count < MostAncestors && at >= 0 && at < _styles.Count && _styles[at] is { } one;
            at = one.Base
        )
        {
            line.Add(one);
        }

        line.Reverse();
        return line;
    }

    private static Style? ReadStyle(ReadOnlySpan<byte> style, int baseLength)
    {
        if (style.Length < 8 || baseLength < 8 || baseLength + 2 > style.Length)
            return null;
        int builtIn = BinaryPrimitives.ReadUInt16LittleEndian(style) & 0xFFF;
        int kindAndBase = BinaryPrimitives.ReadUInt16LittleEndian(style[2..]);
        if ((kindAndBase & 0xF) is not (OfParagraphs or OfLetters))
            return null;
        // The name: its length, its letters, a zero.
        int at = baseLength + 4 + (BinaryPrimitives.ReadUInt16LittleEndian(style[baseLength..]) * 2);
        ReadOnlySpan<byte> first = Part(style, ref at);
        if ((kindAndBase & 0xF) == OfLetters)
            return new Style(builtIn, kindAndBase >> 4, [], first.ToArray());
        // The paragraph's part begins with the style's own number; that of the letters follows.
        ReadOnlySpan<byte> letters = Part(style, ref at);
        return new Style(builtIn, kindAndBase >> 4, first.Length < 2 ? [] : first[2..].ToArray(), letters.ToArray());
    }

    /// <summary>A part of a style: its length, then its modifiers, at an even place.</summary>
    private static ReadOnlySpan<byte> Part(ReadOnlySpan<byte> style, ref int at)
    {
        at += at & 1;
        if (at + 2 > style.Length)
            return [];
        int length = BinaryPrimitives.ReadUInt16LittleEndian(style[at..]);
        int start = at + 2;
        if (start + length > style.Length)
            return [];
        at = start + length;
        return style.Slice(start, length);
    }

    private sealed record Style(int Kind, int Base, byte[] Modifiers, byte[] Letters);
}

/// <summary>How letters look.</summary>
/// <param name="IsHidden">Not printed.</param>
/// <param name="IsStruck">A line goes through them, or two.</param>
internal readonly record struct DocLook(bool IsHidden, bool IsStruck)
{
    /// <summary>The look after what is said of the letters.</summary>
    public DocLook With(DocFormat letters)
    {
        bool isStruck = Turn(IsStruck, letters.Struck);
        return new DocLook(Turn(IsHidden, letters.Hidden), isStruck || letters.StruckTwice is DocToggle.On);
    }

    private static bool Turn(bool style, DocToggle toggle) =>
        toggle switch
        {
            DocToggle.Off => false,
            DocToggle.On => true,
            DocToggle.Opposite => !style,
            _ => style,
        };
}
