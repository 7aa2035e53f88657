using System.Buffers.Binary;

namespace CseMapper.Documents.Doc;

/// <summary>What is said of a stretch of bytes: as a paragraph or as characters.</summary>
/// <param name="Style">The paragraph's style: 1 to 9 are the headings.</param>
/// <param name="OutlineLevel">1 to 9 for a heading by outline level, or 0.</param>
/// <param name="IsInTable">The paragraph stands in a table.</param>
/// <param name="IsRowEnd">It is the mark at a row's end.</param>
/// <param name="IsHeaderRow">It is the mark at the end of a row that repeats on every page.</param>
/// <param name="IsContents">It is a line of a table of contents.</param>
/// <param name="List">The list it belongs to, counted from 1, or 0.</param>
/// <param name="ListDepth">1 for the outermost list.</param>
/// <param name="IsDeleted">A tracked deletion.</param>
/// <param name="IsInserted">A tracked insertion.</param>
/// <param name="Hidden">Whether it is not printed.</param>
/// <param name="Struck">Whether a line goes through it.</param>
/// <param name="StruckTwice">Whether two lines go through it.</param>
/// <param name="LetterStyle">The style of its letters, or 0.</param>
/// <param name="Font">The font, counted from 1, or 0 where nothing is said.</param>
/// <param name="Symbol">The sign of the font that stands in the place of the letter, or 0.</param>
internal readonly record struct DocFormat(
    int Style,
    int OutlineLevel,
    bool IsInTable,
    bool IsRowEnd,
    bool IsHeaderRow,
    bool IsContents,
    int List,
    int ListDepth,
    bool IsDeleted,
    bool IsInserted,
    DocToggle Hidden,
    DocToggle Struck,
    DocToggle StruckTwice,
    int LetterStyle,
    int Font,
    char Symbol
);

/// <summary>What is said of a property that styles may switch on too.</summary>
internal enum DocToggle : byte
{
    Unsaid,
    Off,
    On,
    AsStyle,
    Opposite,
}

/// <summary>Formats by place in the file, from the formatted disk pages (MS-DOC 2.9.33 and 2.9.175).</summary>
internal sealed class DocRuns
{
    private const int PageLength = 512;
    private readonly List<(int Start, int End, DocFormat Format)> _runs = [];
    private int _last;
    private bool _overlaps;

    public static DocRuns Paragraphs(byte[] document, byte[] table, DocInformation information, DocStyles styles) =>
        Read(document, table, information.ParagraphTable, styles);

    public static DocRuns Characters(byte[] document, byte[] table, DocInformation information) =>
        Read(document, table, information.CharacterTable, styles: null);

    /// <summary>What is said of the byte; the default where nothing is.</summary>
    public DocFormat At(int place)
    {
        // Places are mostly asked for one after the other.
        if (!_overlaps && _last < _runs.Count && place >= _runs[_last].Start && place < _runs[_last].End)
            return _runs[_last].Format;
        int low = 0;
        int high = _runs.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (place < _runs[middle].Start)
                high = middle - 1;
            else if (place >= _runs[middle].End)
                low = middle + 1;
            else
                return _runs[_last = middle].Format;
        }

        return default;
    }

    private static DocRuns Read(byte[] document, byte[] table, (int Start, int Length) place, DocStyles? styles)
    {
        DocRuns runs = new();
        if (place.Start < 0 || place.Length < 12 || (long)place.Start + place.Length > table.Length)
            return runs;
        int count = (place.Length - 4) / 8;
        ReadOnlySpan<byte> pages = table.AsSpan(place.Start + ((count + 1) * 4), count * 4);
        for (int i = 0; i < count; i++)
        {
            long start = (long)BinaryPrimitives.ReadUInt32LittleEndian(pages[(i * 4)..]) * PageLength;
            if (start + PageLength <= document.Length)
                runs.TakePage(document.AsSpan((int)start, PageLength), styles);
        }

        runs._runs.Sort((a, b) => a.Start.CompareTo(b.Start));
        // In a damaged file the answer must not depend on what was asked before.
        for (int i = 1; i < runs._runs.Count && !runs._overlaps; i++)
            runs._overlaps = runs._runs[i].Start < runs._runs[i - 1].End;
        return runs;
    }

    private void TakePage(ReadOnlySpan<byte> page, DocStyles? styles)
    {
        int count = page[PageLength - 1];
        int entry = styles is not null ? 13 : 1;
        if (((count + 1) * 4) + (count * entry) > PageLength)
            return;
        for (int i = 0; i < count; i++)
        {
            int start = BinaryPrimitives.ReadInt32LittleEndian(page[(i * 4)..]);
            int end = BinaryPrimitives.ReadInt32LittleEndian(page[((i + 1) * 4)..]);
            int at = page[((count + 1) * 4) + (i * entry)] * 2;
            if (end > start)
            {
                _runs.Add(
                    (
                        start,
                        end,
                        styles is not null ? Paragraph(at == 0 ? [] : page[at..], styles)
                        : at == 0 ? default
                        : Characters(page[at..])
                    )
                );
            }
        }
    }

    private static DocFormat Paragraph(ReadOnlySpan<byte> properties, DocStyles styles)
    {
        if (properties.IsEmpty)
            return styles.FormatOf(0);
        // One length byte counts words less a half; a zero is followed by a byte that counts words.
        int length =
            properties[0] == 0
                ? properties.Length > 1
                    ? properties[1] * 2
                    : 0
                : (properties[0] * 2) - 1;
        ReadOnlySpan<byte> content = properties[(properties[0] == 0 ? Math.Min(2, properties.Length) : 1)..];
        content = content[..Math.Min(length, content.Length)];
        return content.Length < 2
            ? default
            : Apply(styles.FormatOf(BinaryPrimitives.ReadUInt16LittleEndian(content)), content[2..]);
    }

    private static DocFormat Characters(ReadOnlySpan<byte> properties) =>
        Apply(default, properties.Slice(1, Math.Min(properties[0], properties.Length - 1)));

    /// <summary>Follows the single property modifiers (MS-DOC 2.6); the operand's length is in the upper bits of
    /// each.</summary>
    public static DocFormat Apply(DocFormat format, ReadOnlySpan<byte> modifiers)
    {
        while (modifiers.Length >= 3)
        {
            int code = BinaryPrimitives.ReadUInt16LittleEndian(modifiers);
            ReadOnlySpan<byte> operand = modifiers[2..];
            format = code switch
            {
                0x2416 => format with { IsInTable = operand[0] != 0 },
                0x2417 => format with { IsRowEnd = operand[0] != 0 },
                0x2640 => format with { OutlineLevel = operand[0] < 9 ? operand[0] + 1 : 0 },
                0x260A => format with { ListDepth = Math.Min(operand[0] + 1, 9) },
                0x460B => format with
                {
                    List = operand.Length > 1 ? Math.Max((short)0, BinaryPrimitives.ReadInt16LittleEndian(operand)) : 0,
                },
                0x3404 => format with { IsHeaderRow = operand[0] != 0 },
                0x0800 => format with { IsDeleted = operand[0] == 1 },
                0x0801 => format with { IsInserted = operand[0] == 1 },
                0x083C => format with { Hidden = Toggle(operand[0]) },
                0x0837 => format with { Struck = Toggle(operand[0]) },
                0x2A53 => format with { StruckTwice = Toggle(operand[0]) },
                0x4A30 when operand.Length > 1 => format with
                {
                    LetterStyle = BinaryPrimitives.ReadUInt16LittleEndian(operand),
                },
                0x4A4F when operand.Length > 1 => format with
                {
                    Font = BinaryPrimitives.ReadUInt16LittleEndian(operand) + 1,
                },
                0x6A09 when operand.Length > 3 => format with
                {
                    Font = BinaryPrimitives.ReadUInt16LittleEndian(operand) + 1,
                    Symbol = (char)BinaryPrimitives.ReadUInt16LittleEndian(operand[2..]),
                },
                _ => format,
            };
            int length = 2 + OperandLength(code, operand);
            if (length > modifiers.Length)
                break;
            modifiers = modifiers[length..];
        }

        return format;
    }

    /// <summary>A property that a style may switch on, and that is then given as "as the style" or "the other way
    /// round" (MS-DOC 2.9.327).</summary>
    private static DocToggle Toggle(byte operand) =>
        operand switch
        {
            0 => DocToggle.Off,
            1 => DocToggle.On,
            0x80 => DocToggle.AsStyle,
            0x81 => DocToggle.Opposite,
            _ => DocToggle.Unsaid,
        };

    private static int OperandLength(int code, ReadOnlySpan<byte> operand) =>
        (code >> 13) switch
        {
            0 or 1 => 1,
            2 or 4 or 5 => 2,
            3 => 4,
            7 => 3,
            // A table's definition has a length of two bytes, all others one.
            _ => code == 0xD608
                ? operand.Length > 1
                    ? BinaryPrimitives.ReadUInt16LittleEndian(operand) + 1
                    : 2
                : operand[0] + 1,
        };
}
