namespace CseMapper.Pdf.Syntax;

/// <summary>
/// Numbers (ISO 32000-2, 7.3.3) as writers really produce them: several signs, a minus in the middle (ignored, as
/// widespread readers do), exponents, more digits than a double holds.
/// </summary>
internal static class NumberSyntax
{
    /// <summary>Digits that surely fit into a <see cref="long"/>.</summary>
    private const int ExactDigits = 18;

    /// <summary>All that a <see cref="double"/> holds exactly.</summary>
    private static readonly double[] _powersOfTen =
    [
        1e0,
        1e1,
        1e2,
        1e3,
        1e4,
        1e5,
        1e6,
        1e7,
        1e8,
        1e9,
        1e10,
        1e11,
        1e12,
        1e13,
        1e14,
        1e15,
        1e16,
        1e17,
        1e18,
        1e19,
        1e20,
        1e21,
        1e22,
    ];

    /// <param name="data">The bytes.</param>
    /// <param name="p">In: the first byte, a digit, sign or point; out: the first byte after the number.</param>
    /// <param name="number">The value; 0 where there are no digits.</param>
    public static TokenKind Read(ReadOnlySpan<byte> data, ref int p, out double number) =>
        TryReadPlain(data, ref p, out TokenKind kind, out number) ? kind : ReadAny(data, ref p, out number);

    /// <summary>An optional minus, digits, perhaps a point and digits: nearly all numbers, in half the time.</summary>
    private static bool TryReadPlain(ReadOnlySpan<byte> data, ref int p, out TokenKind kind, out double number)
    {
        int start = p;
        bool negative = data[start] == '-';
        if (negative)
            start++;
        int q = start;
        long mantissa = 0;
        uint digit;
        for (; (uint)q < (uint)data.Length && (digit = data[q] - (uint)'0') <= 9; q++)
            mantissa = mantissa * 10 + digit;
        int point = q;
        if ((uint)q < (uint)data.Length && data[q] == '.')
        {
            for (q++; (uint)q < (uint)data.Length && (digit = data[q] - (uint)'0') <= 9; q++)
                mantissa = mantissa * 10 + digit;
        }

        kind = q > point ? TokenKind.Real : TokenKind.Integer;
        int decimals = q > point ? q - point - 1 : 0;
        number = negative ? -mantissa : mantissa;
        if (q == start || q - start > ExactDigits)
            return false;
        if ((uint)q < (uint)data.Length && data[q] is (byte)'-' or (byte)'+' or (byte)'e' or (byte)'E')
            return false;
        if (decimals > 0)
            number /= _powersOfTen[decimals];
        p = q;
        return true;
    }

    private static TokenKind ReadAny(ReadOnlySpan<byte> data, ref int p, out double number)
    {
        bool negative = false;
        for (; p < data.Length && data[p] is (byte)'-' or (byte)'+'; p++)
            negative |= data[p] == '-';

        long mantissa = 0;
        int digits = 0;
        int exponent = 0;
        bool real = false;
        for (; (uint)p < (uint)data.Length; p++)
        {
            byte c = data[p];
            int digit = c - '0';
            if ((uint)digit <= 9)
            {
                if (digits < ExactDigits)
                {
                    mantissa = mantissa * 10 + digit;
                    if (mantissa != 0)
                        digits++;
                    if (real)
                        exponent--;
                }
                else if (!real)
                {
                    exponent++;
                }
            }
            else if (c == '.' && !real)
            {
                real = true;
            }
            else if (c != '-')
            {
                break;
            }
        }

        if (ReadExponent(data, ref p, out int written))
        {
            exponent += written;
            real = true;
        }

        number = Scale(negative ? -mantissa : mantissa, exponent);
        return real || exponent != 0 ? TokenKind.Real : TokenKind.Integer;
    }

    private static double Scale(long mantissa, int exponent)
    {
        if (exponent == 0)
            return mantissa;
        int power = Math.Abs(exponent);
        double factor = power < _powersOfTen.Length ? _powersOfTen[power] : Math.Pow(10, power);
        double value = exponent < 0 ? mantissa / factor : mantissa * factor;
        return double.IsFinite(value) ? value
            : mantissa < 0 ? -double.MaxValue
            : double.MaxValue;
    }

    /// <summary>The standard has no exponents; some writers do. A letter E that begins an operator (ET, EMC) is left
    /// alone.</summary>
    private static bool ReadExponent(ReadOnlySpan<byte> data, ref int p, out int exponent)
    {
        exponent = 0;
        if (p >= data.Length || (data[p] | 0x20) != 'e')
            return false;
        int q = p + 1;
        bool negative = q < data.Length && data[q] == '-';
        if (q < data.Length && data[q] is (byte)'-' or (byte)'+')
            q++;
        if (q >= data.Length || !PdfCharacters.IsDigit(data[q]))
            return false;
        for (; q < data.Length && PdfCharacters.IsDigit(data[q]); q++)
            exponent = Math.Min(exponent * 10 + data[q] - '0', 400);
        if (negative)
            exponent = -exponent;
        p = q;
        return true;
    }
}
