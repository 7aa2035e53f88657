using System.Runtime.CompilerServices;

namespace CseMapper.Pdf.Syntax;

/// <summary>The character classes of PDF syntax (ISO 32000-2, 7.2.3).</summary>
internal static class PdfCharacters
{
    private const byte Regular = 0;
    private const byte Space = 1;
    private const byte Delimiter = 2;

    private static readonly byte[] _classes = MakeClasses();

    public static bool IsSpace(byte c) => _classes[c] == Space;

    public static bool IsRegular(byte c) => _classes[c] == Regular;

    public static bool IsDigit(byte c) => (uint)(c - '0') <= 9;

    /// <returns>0 to 15, or a negative number for anything but a hexadecimal digit.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int HexValue(byte c)
    {
        int digit = c - '0';
        if ((uint)digit <= 9)
            return digit;
        int letter = (c | 0x20) - 'a';
        return (uint)letter <= 5 ? letter + 10 : -1;
    }

    /// <returns>The first place from <paramref name="position"/> on that is not white space; the length at the
    /// end.</returns>
    public static int SkipSpace(ReadOnlySpan<byte> data, int position)
    {
        while ((uint)position < (uint)data.Length && IsSpace(data[position]))
            position++;
        return position;
    }

    private static byte[] MakeClasses()
    {
        byte[] classes = new byte[256];
        foreach (byte c in "\0\t\n\f\r "u8)
            classes[c] = Space;
        foreach (byte c in "()<>[]{}/%"u8)
            classes[c] = Delimiter;
        return classes;
    }
}
