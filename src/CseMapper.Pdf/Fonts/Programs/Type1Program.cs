using System.Globalization;
using System.Text;
using CseMapper.Pdf.Fonts.Composite;
using CseMapper.Pdf.Fonts.Simple;

namespace CseMapper.Pdf.Fonts.Programs;

/// <summary>A Type 1 font (Adobe Type 1 Font Format): its built-in encoding, from the clear part or, where that has
/// none, from the encrypted one.</summary>
internal sealed class Type1Program : FontProgram
{
    private const ushort EexecKey = 55665;
    private const int MostDecrypted = 1 << 20;

    private readonly string?[] _names;

    public Type1Program(ReadOnlySpan<byte> file) => _names = Read(WithoutSegmentHeaders(file));

    public override string? NameOfCode(int code) => (uint)code < 256 ? _names[code] : null;

    private static string?[] Read(ReadOnlySpan<byte> file)
    {
        int eexec = file.IndexOf("eexec"u8);
        ReadOnlySpan<byte> clear = eexec < 0 ? file : file[..eexec];
        return ReadEncoding(clear)
            ?? (eexec < 0 ? null : ReadEncoding(Decrypt(file[(eexec + 5)..])))
            ?? SimpleEncoding.Standard;
    }

    private static string?[]? ReadEncoding(ReadOnlySpan<byte> text)
    {
        int start = text.IndexOf("/Encoding"u8);
        if (start < 0)
            return null;
        CMapLexer lexer = new(text[(start + 9)..]);
        string?[] names = new string?[256];
        int code = -1;
        int found = 0;
        for (CMapToken token; (token = lexer.Next()) != CMapToken.End; )
        {
            if (token == CMapToken.Number)
            {
                code = Code(lexer.Bytes);
            }
            else if (token == CMapToken.Name && (uint)code < 256)
            {
                if (!lexer.Bytes.SequenceEqual(".notdef"u8))
                    names[code] = Encoding.Latin1.GetString(lexer.Bytes);
                found++;
                code = -1;
            }
            else if (token == CMapToken.Operator)
            {
                if (found == 0 && lexer.Bytes.SequenceEqual("StandardEncoding"u8))
                    return SimpleEncoding.Standard;
                if (IsEnd(lexer.Bytes))
                    break;
            }
        }

        return found > 0 ? names : null;
    }

    /// <summary>"0 1 255 {1 index exch /.notdef put} for" comes before the entries, "readonly def" after
    /// them.</summary>
    private static bool IsEnd(ReadOnlySpan<byte> word) =>
        word.SequenceEqual("def"u8) || word.SequenceEqual("readonly"u8) || word.SequenceEqual("eexec"u8);

    /// <returns>A decimal number, or one with a radix as "8#101"; -1 for anything else.</returns>
    private static int Code(ReadOnlySpan<byte> digits)
    {
        int hash = digits.IndexOf((byte)'#');
        int radix = 10;
        if (
            hash > 0
            && (
                !int.TryParse(digits[..hash], NumberStyles.None, CultureInfo.InvariantCulture, out radix)
                || radix is < 2 or > 16
            )
        )
        {
            return -1;
        }

        int value = 0;
        foreach (byte digit in digits[(hash + 1)..])
        {
            int one = char.IsAsciiHexDigit((char)digit) ? Convert.ToInt32(((char)digit).ToString(), 16) : 99;
            if (one >= radix || value > 255)
                return -1;
            value = (value * radix) + one;
        }

        return value;
    }

    /// <summary>The eexec cipher (Type 1 Font Format, 7.3), binary or written in hex digits.</summary>
    private static byte[] Decrypt(ReadOnlySpan<byte> cipher)
    {
        while (cipher.Length > 0 && cipher[0] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            cipher = cipher[1..];
        if (cipher.Length > MostDecrypted)
            cipher = cipher[..MostDecrypted];
        byte[] bytes = IsHex(cipher) ? FromHex(cipher) : cipher.ToArray();
        ushort key = EexecKey;
        for (int i = 0; i < bytes.Length; i++)
        {
            byte one = bytes[i];
            bytes[i] = (byte)(one ^ (key >> 8));
            key = (ushort)(((one + key) * 52845) + 22719);
        }

        return bytes.Length > 4 ? bytes[4..] : [];
    }

    private static bool IsHex(ReadOnlySpan<byte> cipher)
    {
        foreach (byte digit in cipher[..Math.Min(4, cipher.Length)])
        {
            if (!char.IsAsciiHexDigit((char)digit))
                return false;
        }

        return true;
    }

    private static byte[] FromHex(ReadOnlySpan<byte> digits)
    {
        StringBuilder hex = new(digits.Length);
        foreach (byte digit in digits)
        {
            if (char.IsAsciiHexDigit((char)digit))
                hex.Append((char)digit);
        }

        return Convert.FromHexString(hex.ToString(0, hex.Length & ~1));
    }

    /// <summary>Takes the headers out of a font stored as on a PC's disk (PFB: 0x80, kind, length of each
    /// segment).</summary>
    private static ReadOnlySpan<byte> WithoutSegmentHeaders(ReadOnlySpan<byte> file)
    {
        if (file.Length < 6 || file[0] != 0x80)
            return file;
        List<byte> whole = new(file.Length);
        while (file.Length >= 6 && file[0] == 0x80 && file[1] is 1 or 2)
        {
            uint length = file[2] | ((uint)file[3] << 8) | ((uint)file[4] << 16) | ((uint)file[5] << 24);
            int taken = (int)Math.Min(length, (uint)(file.Length - 6));
            whole.AddRange(file.Slice(6, taken));
            file = file[(6 + taken)..];
        }

        return whole.ToArray();
    }
}
