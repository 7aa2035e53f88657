using System.Buffers.Binary;
using System.Text;
using CseMapper.Documents.Text;
using CseMapper.Documents.Word.Stories;

namespace CseMapper.Documents.Xls;

/// <summary>Reads texts that may go on from one record to the next (MS-XLS 2.5.293 XLUnicodeRichExtendedString).</summary>
/// <param name="records">Stands at the record in which the first text begins.</param>
/// <param name="limits">What may be read.</param>
internal sealed class XlsStrings(XlsRecords records, DocumentLimits limits)
{
    private const int Continue = 0x3C;
    private int _at;

    /// <summary>The shared texts of a workbook.</summary>
    /// <param name="isStruck">Tells by its number whether a line goes through the letters of a font.</param>
    public List<string> ReadShared(Func<int, bool> isStruck)
    {
        List<string> texts = [];
        uint count = records.U32(4);
        _at = 8;
        while (texts.Count < count && limits.MayGoOn() && Fill())
            texts.Add(ReadRich(isStruck));
        return texts;
    }

    /// <summary>The letters of a text box, which stand in records of their own.</summary>
    /// <param name="length">How many there are.</param>
    public string ReadContinued(int length)
    {
        _at = records.Length;
        StringBuilder text = new();
        if (length > 0 && Fill())
            ReadLetters(text, length, isWide: Byte() != 0);
        return text.ToString();
    }

    /// <summary>A text that stands whole in the record.</summary>
    /// <param name="at">Where its length stands.</param>
    /// <param name="hasShortLength">True for a length of one byte.</param>
    public string ReadPlain(int at, bool hasShortLength)
    {
        int length = hasShortLength ? records.U8(at) : records.U16(at);
        _at = at + (hasShortLength ? 1 : 2);
        StringBuilder text = new();
        if (_at < records.Length)
            ReadLetters(text, length, isWide: (Byte() & 1) != 0);
        return text.ToString();
    }

    private string ReadRich(Func<int, bool> isStruck)
    {
        int length = Word();
        int flags = Byte();
        int runs = (flags & 8) != 0 ? Word() : 0;
        int extra = (flags & 4) != 0 ? Word() | (Word() << 16) : 0;
        StringBuilder letters = new();
        ReadLetters(letters, length, (flags & 1) != 0);
        List<(int From, bool IsStruck)> looks = [];
        for (int i = 0; i < runs && Fill(); i++)
            looks.Add((Word(), isStruck(Word())));
        for (int i = 0; i < extra && Fill(); i++)
            Byte();
        return Marked(letters.ToString(), looks);
    }

    private static string Marked(string text, List<(int From, bool IsStruck)> looks)
    {
        if (!looks.Exists(look => look.IsStruck))
            return text;
        StruckText marked = new();
        int at = 0;
        bool isStruck = false;
        foreach ((int from, bool next) in looks)
        {
            int to = Math.Clamp(from, at, text.Length);
            marked.Append(text.AsSpan(at, to - at), isStruck);
            (at, isStruck) = (to, next);
        }

        marked.Append(text.AsSpan(at), isStruck);
        return marked.Take();
    }

    private void ReadLetters(StringBuilder text, int length, bool isWide)
    {
        int left = limits.TakeText(length);
        while (left > 0)
        {
            if (_at >= records.Length)
            {
                // The next record says anew how wide its letters are.
                if (!Fill())
                    return;
                isWide = (Byte() & 1) != 0;
            }

            int take = Math.Min(left, (records.Length - _at) / (isWide ? 2 : 1));
            if (take == 0)
                return;
            ReadOnlySpan<byte> bytes = records.Content.Slice(_at, take * (isWide ? 2 : 1));
            text.Append((isWide ? Encoding.Unicode : Encoding.Latin1).GetString(bytes));
            _at += bytes.Length;
            left -= take;
        }
    }

    private int Byte() => Fill() ? records.Content[_at++] : 0;

    private int Word()
    {
        if (_at + 2 > records.Length)
            return Byte() | (Byte() << 8);
        _at += 2;
        return BinaryPrimitives.ReadUInt16LittleEndian(records.Content[(_at - 2)..]);
    }

    /// <summary>Goes on to the next record where this one is used up; false where the text does not go on.</summary>
    private bool Fill()
    {
        while (_at >= records.Length)
        {
            if (records.PeekKind() != Continue || !records.Read())
                return false;
            _at = 0;
        }

        return true;
    }
}
