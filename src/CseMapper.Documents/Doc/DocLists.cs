using System.Buffers.Binary;
using System.Text;
using CseMapper.Documents.Word.Lists;

namespace CseMapper.Documents.Doc;

/// <summary>The lists of a .doc file (MS-DOC 2.9.147 LSTF, 2.9.150 LVLF, 2.9.131 LFO), in the terms of .docx.</summary>
internal sealed class DocLists
{
    private const int ListLength = 28;
    private const int LevelLength = 28;
    private const int OverrideLength = 16;
    private const int LongestText = 255;

    private readonly DocFonts _fonts;
    private readonly Dictionary<int, AbstractList> _lists = [];
    private readonly List<ListInstance> _instances = [];

    private DocLists(DocFonts fonts) => _fonts = fonts;

    /// <summary>Reads the lists; what is damaged gives none.</summary>
    public static DocLists Read(byte[] table, DocInformation information, DocFonts fonts)
    {
        DocLists lists = new(fonts);
        lists.ReadLists(table, information.Lists);
        lists.ReadOverrides(DocInformation.Slice(table, information.ListOverrides));
        return lists;
    }

    /// <summary>A list by the number that paragraphs have, counted from 1; null where there is none.</summary>
    public ListInstance? Find(int number) =>
        number >= 1 && number <= _instances.Count && _instances[number - 1].Levels is not null
            ? _instances[number - 1]
            : null;

    private void ReadLists(byte[] table, (int Start, int Length) place)
    {
        ReadOnlySpan<byte> heads = DocInformation.Slice(table, place);
        if (heads.Length < 2)
            return;
        int count = Math.Min((int)BinaryPrimitives.ReadUInt16LittleEndian(heads), (heads.Length - 2) / ListLength);
        // The levels of all lists stand behind the heads, outside of their length.
        ReadOnlySpan<byte> levels = table.AsSpan(place.Start + 2 + (count * ListLength));
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> head = heads.Slice(2 + (i * ListLength), ListLength);
            AbstractList list = new();
            bool isSimple = (head[26] & 1) != 0;
            for (int level = 0; level < (isSimple ? 1 : ListDefinitions.Levels); level++)
            {
                if (ReadLevel(ref levels) is not { } definition)
                    return;
                list.Levels[level] = definition;
            }

            _lists.TryAdd(BinaryPrimitives.ReadInt32LittleEndian(head), list);
        }
    }

    private void ReadOverrides(ReadOnlySpan<byte> content)
    {
        if (content.Length < 4)
            return;
        int count = (int)
            Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(content), (uint)(content.Length - 4) / OverrideLength);
        ReadOnlySpan<byte> details = content[(4 + (count * OverrideLength))..];
        bool isSound = true;
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> head = content.Slice(4 + (i * OverrideLength), OverrideLength);
            ListInstance instance = new(i + 1)
            {
                Levels = _lists.GetValueOrDefault(BinaryPrimitives.ReadInt32LittleEndian(head)),
            };
            _instances.Add(instance);
            isSound = isSound && ReadDetails(instance, head[12], ref details);
        }
    }

    /// <summary>What the list says otherwise than the one it is made from: a place of four bytes, then level after
    /// level.</summary>
    private bool ReadDetails(ListInstance instance, int levels, ref ReadOnlySpan<byte> details)
    {
        if (details.Length < 4)
            return false;
        details = details[4..];
        for (int i = 0; i < levels; i++)
        {
            if (details.Length < 8)
                return false;
            int start = BinaryPrimitives.ReadInt32LittleEndian(details);
            uint flags = BinaryPrimitives.ReadUInt32LittleEndian(details[4..]);
            details = details[8..];
            int level = (int)Math.Min(flags & 0xF, ListDefinitions.Levels - 1);
            if ((flags & 0x10) != 0)
                instance.Starts[level] = start;
            if ((flags & 0x20) == 0)
                continue;
            if (ReadLevel(ref details) is not { } own)
                return false;
            instance.Overrides[level] = own;
            if ((flags & 0x10) != 0)
                instance.Starts[level] = own.Start;
        }

        return true;
    }

    private ListLevel? ReadLevel(ref ReadOnlySpan<byte> content)
    {
        if (content.Length < LevelLength)
            return null;
        ReadOnlySpan<byte> head = content[..LevelLength];
        int at = LevelLength + head[24] + head[25];
        if (content.Length < at + 2)
            return null;
        int length = BinaryPrimitives.ReadUInt16LittleEndian(content[at..]);
        at += 2;
        if (length > LongestText || content.Length < at + (length * 2))
            return null;
        ListLevel level = new()
        {
            Start = BinaryPrimitives.ReadInt32LittleEndian(head),
            Format = FormatName(head[4]),
            Text = Pattern(content.Slice(at, length * 2)),
            IsLegal = (head[5] & 0x04) != 0,
            Font = _fonts.Name(DocRuns.Apply(default, content.Slice(LevelLength + head[25], head[24])).Font),
            Restart = (head[5] & 0x08) != 0 ? head[26] : null,
        };
        content = content[(at + (length * 2))..];
        return level;
    }

    /// <summary>A code below nine stands for a level's counter.</summary>
    private static string Pattern(ReadOnlySpan<byte> letters)
    {
        StringBuilder text = new();
        for (int i = 0; i < letters.Length; i += 2)
        {
            char c = (char)BinaryPrimitives.ReadUInt16LittleEndian(letters[i..]);
            if (c < ListDefinitions.Levels)
                text.Append('%').Append((char)('1' + c));
            else
                text.Append(c);
        }

        return text.ToString();
    }

    /// <summary>The names of .docx for the codes of .doc (MS-OSHARED 2.2.1.3, MSONFC).</summary>
    private static string FormatName(int code) =>
        code switch
        {
            1 => "upperRoman",
            2 => "lowerRoman",
            3 => "upperLetter",
            4 => "lowerLetter",
            5 => "ordinal",
            6 => "cardinalText",
            7 => "ordinalText",
            8 => "hex",
            9 => "chicago",
            18 => "decimalEnclosedCircle",
            22 => "decimalZero",
            23 => "bullet",
            255 => "none",
            _ => "decimal",
        };
}
