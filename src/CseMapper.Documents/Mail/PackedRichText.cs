using System.Buffers.Binary;
using System.Text;

namespace CseMapper.Documents.Mail;

/// <summary>Unpacks the Rich Text of a message (MS-OXRTFCP).</summary>
internal static class PackedRichText
{
    private const uint Packed = 0x75465A4C;
    private const int DictionaryLength = 4096;
    private const int MostBytes = 64 << 20;

    private const string Prefix =
        "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans "
        + "SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab"
        + "\\tx";

    /// <summary>The Rich Text; as much as could be unpacked of what is damaged.</summary>
    public static byte[] Unpack(byte[] bytes)
    {
        if (bytes.Length < 16)
            return [];
        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(8)) != Packed)
            return bytes[16..];
        byte[] dictionary = new byte[DictionaryLength];
        int write = Encoding.ASCII.GetBytes(Prefix, dictionary);
        MemoryStream text = new();
        int at = 16;
        while (at < bytes.Length && text.Length < MostBytes)
        {
            int flags = bytes[at++];
            for (int bit = 0; bit < 8 && at < bytes.Length; bit++)
            {
                if ((flags & (1 << bit)) == 0)
                {
                    Put(bytes[at++]);
                    continue;
                }

                if (at + 2 > bytes.Length)
                    return text.ToArray();
                int token = (bytes[at] << 8) | bytes[at + 1];
                at += 2;
                int from = token >> 4;
                if (from == write)
                    return text.ToArray();
                for (int i = 0; i < (token & 0xF) + 2; i++)
                    Put(dictionary[(from + i) % DictionaryLength]);
            }
        }

        return text.ToArray();

        void Put(byte letter)
        {
            text.WriteByte(letter);
            dictionary[write] = letter;
            write = (write + 1) % DictionaryLength;
        }
    }
}
