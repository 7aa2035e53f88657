using System.Buffers;
using System.Globalization;
using System.Text;

namespace CseMapper.Reports.Xlsx;

/// <summary>XML as bytes, straight to a stream: rows and links come by the hundred thousand, and a general writer takes
/// several times as long for them.</summary>
internal sealed class SheetXml(Stream stream)
{
    private const int Size = 64 * 1024;
    private const int LongestNumber = 32;

    private static readonly SearchValues<char> _escaped = SearchValues.Create("&<>\"\r\n\t");

    private readonly byte[] _bytes = new byte[Size];
    private int _count;

    /// <summary>Writes markup of this program as it is.</summary>
    public void Raw(ReadOnlySpan<byte> markup)
    {
        if (markup.Length > Size - _count)
            Flush();
        markup.CopyTo(_bytes.AsSpan(_count));
        _count += markup.Length;
    }

    public void Number(int number)
    {
        Reserve(LongestNumber);
        number.TryFormat(_bytes.AsSpan(_count), out int written, default, CultureInfo.InvariantCulture);
        _count += written;
    }

    public void Number(double number)
    {
        Reserve(LongestNumber);
        number.TryFormat(_bytes.AsSpan(_count), out int written, default, CultureInfo.InvariantCulture);
        _count += written;
    }

    /// <summary>Writes text so that it means the same inside an element and inside an attribute.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        for (int special = text.IndexOfAny(_escaped); special >= 0; special = text.IndexOfAny(_escaped))
        {
            Encode(text[..special]);
            Raw(Entity(text[special]));
            text = text[(special + 1)..];
        }

        Encode(text);
    }

    /// <summary>Hands everything on to the stream.</summary>
    public void Flush()
    {
        stream.Write(_bytes, 0, _count);
        _count = 0;
    }

    private void Encode(ReadOnlySpan<char> text)
    {
        const int Piece = Size / 4;
        while (text.Length > Piece)
        {
            // A character of two code units stays whole.
            int length = char.IsHighSurrogate(text[Piece - 1]) ? Piece - 1 : Piece;
            Encode(text[..length]);
            text = text[length..];
        }

        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        _count += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_count));
    }

    private void Reserve(int bytes)
    {
        if (bytes > Size - _count)
            Flush();
    }

    private static ReadOnlySpan<byte> Entity(char c) =>
        c switch
        {
            '&' => "&amp;"u8,
            '<' => "&lt;"u8,
            '>' => "&gt;"u8,
            '"' => "&quot;"u8,
            '\r' => "&#xD;"u8,
            '\n' => "&#xA;"u8,
            _ => "&#x9;"u8,
        };
}
