using System.Buffers.Binary;
using System.Text;

namespace CseMapper.Documents.Doc;

/// <summary>The names of the fonts (MS-DOC 2.9.288 SttbfFfn), which tell what signs of symbol fonts look
/// like.</summary>
internal sealed class DocFonts
{
    private const int NamePlace = 39;
    private readonly List<string> _names = [];

    /// <summary>Reads the table; what is damaged gives no names.</summary>
    public static DocFonts Read(byte[] table, DocInformation information)
    {
        DocFonts fonts = new();
        ReadOnlySpan<byte> content = DocInformation.Slice(table, information.Fonts);
        if (content.Length < 4)
            return fonts;
        int count = BinaryPrimitives.ReadUInt16LittleEndian(content);
        content = content[4..];
        while (fonts._names.Count < count && content.Length > 0 && content[0] < content.Length)
        {
            ReadOnlySpan<byte> font = content.Slice(1, content[0]);
            string name = font.Length > NamePlace ? Encoding.Unicode.GetString(font[NamePlace..]) : "";
            fonts._names.Add(name.Split('\0')[0]);
            content = content[(1 + font.Length)..];
        }

        return fonts;
    }

    /// <summary>A font's name, or null.</summary>
    /// <param name="font">As formats give it: counted from 1, or 0.</param>
    public string? Name(int font) => font >= 1 && font <= _names.Count ? _names[font - 1] : null;
}
