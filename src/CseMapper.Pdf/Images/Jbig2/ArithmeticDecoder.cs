namespace CseMapper.Pdf.Images.Jbig2;

/// <summary>The adaptive arithmetic decoder of JBIG2 (ITU-T T.88, annex E), with the integers built on it (annex
/// A).</summary>
internal sealed class ArithmeticDecoder
{
    /// <summary>Sign of an integer that stands for "out of band".</summary>
    public const int OutOfBand = int.MaxValue;

    /// <summary>T.88, table E.1: probability, next state after the likely and the unlikely symbol, and whether the
    /// likely one changes.</summary>
    internal static readonly (ushort Qe, byte Likely, byte Unlikely, bool Switch)[] States =
    [
        (0x5601, 1, 1, true),
        (0x3401, 2, 6, false),
        (0x1801, 3, 9, false),
        (0x0AC1, 4, 12, false),
        (0x0521, 5, 29, false),
        (0x0221, 38, 33, false),
        (0x5601, 7, 6, true),
        (0x5401, 8, 14, false),
        (0x4801, 9, 14, false),
        (0x3801, 10, 14, false),
        (0x3001, 11, 17, false),
        (0x2401, 12, 18, false),
        (0x1C01, 13, 20, false),
        (0x1601, 29, 21, false),
        (0x5601, 15, 14, true),
        (0x5401, 16, 14, false),
        (0x5101, 17, 15, false),
        (0x4801, 18, 16, false),
        (0x3801, 19, 17, false),
        (0x3401, 20, 18, false),
        (0x3001, 21, 19, false),
        (0x2801, 22, 19, false),
        (0x2401, 23, 20, false),
        (0x2201, 24, 21, false),
        (0x1C01, 25, 22, false),
        (0x1801, 26, 23, false),
        (0x1601, 27, 24, false),
        (0x1401, 28, 25, false),
        (0x1201, 29, 26, false),
        (0x1101, 30, 27, false),
        (0x0AC1, 31, 28, false),
        (0x09C1, 32, 29, false),
        (0x08A1, 33, 30, false),
        (0x0521, 34, 31, false),
        (0x0441, 35, 32, false),
        (0x02A1, 36, 33, false),
        (0x0221, 37, 34, false),
        (0x0141, 38, 35, false),
        (0x0111, 39, 36, false),
        (0x0085, 40, 37, false),
        (0x0049, 41, 38, false),
        (0x0025, 42, 39, false),
        (0x0015, 43, 40, false),
        (0x0009, 44, 41, false),
        (0x0005, 45, 42, false),
        (0x0001, 45, 43, false),
        (0x5601, 46, 46, false),
    ];

    private readonly ReadOnlyMemory<byte> _data;
    private int _at;
    private uint _code;
    private uint _interval;
    private int _count;

    public ArithmeticDecoder(ReadOnlyMemory<byte> data)
    {
        _data = data;
        _code = (uint)Byte(0) << 16;
        ReadByte();
        _code <<= 7;
        _count -= 7;
        _interval = 0x8000;
    }

    /// <summary>Decodes one bit.</summary>
    /// <param name="context">The context's state: index into the table times two, plus the likely symbol.</param>
    public int Bit(ref byte context)
    {
        (ushort qe, byte likely, byte unlikely, bool isSwitch) = States[context >> 1];
        int most = context & 1;
        int bit;
        _interval -= qe;
        if (_code >> 16 < qe)
        {
            bool isLikely = _interval < qe;
            _interval = qe;
            bit = Exchange(ref context, isLikely, most, likely, unlikely, isSwitch);
        }
        else
        {
            _code -= (uint)qe << 16;
            if ((_interval & 0x8000) != 0)
                return most;
            bit = Exchange(ref context, _interval >= qe, most, likely, unlikely, isSwitch);
        }

        do
        {
            if (_count == 0)
                ReadByte();
            _interval <<= 1;
            _code <<= 1;
            _count--;
        } while ((_interval & 0x8000) == 0);
        return bit;
    }

    /// <summary>Decodes an integer (annex A.2).</summary>
    /// <param name="contexts">512 contexts of its kind.</param>
    public int Integer(byte[] contexts)
    {
        int previous = 1;
        int sign = Next(contexts, ref previous);
        int bits = 32,
            offset = 4436;
        ReadOnlySpan<(int Bits, int Offset)> ranges = [(2, 0), (4, 4), (6, 20), (8, 84), (12, 340)];
        foreach ((int Bits, int Offset) range in ranges)
        {
            if (Next(contexts, ref previous) != 0)
                continue;
            (bits, offset) = range;
            break;
        }

        long value = 0;
        for (int i = 0; i < bits; i++)
            value = (value << 1) | (uint)Next(contexts, ref previous);
        value = Math.Min(value + offset, int.MaxValue - 1);
        return sign == 0 ? (int)value
            : value > 0 ? -(int)value
            : OutOfBand;
    }

    /// <summary>Decodes the number of a symbol (annex A.3).</summary>
    /// <param name="contexts">Two to the power of the length contexts.</param>
    /// <param name="length">Bits a number.</param>
    public int Symbol(byte[] contexts, int length)
    {
        int previous = 1;
        for (int i = 0; i < length; i++)
            previous = (previous << 1) | Bit(ref contexts[previous]);
        return previous - (1 << length);
    }

    private static int Exchange(ref byte context, bool isLikely, int most, byte likely, byte unlikely, bool isSwitch)
    {
        if (isLikely)
        {
            context = (byte)((likely << 1) | most);
            return most;
        }

        context = (byte)((unlikely << 1) | (isSwitch ? 1 - most : most));
        return 1 - most;
    }

    private int Next(byte[] contexts, ref int previous)
    {
        int bit = Bit(ref contexts[previous]);
        previous = previous < 256 ? (previous << 1) | bit : (((previous << 1) | bit) & 511) | 256;
        return bit;
    }

    private void ReadByte()
    {
        if (Byte(_at) == 0xFF)
        {
            if (Byte(_at + 1) > 0x8F)
            {
                _code += 0xFF00;
                _count = 8;
                return;
            }

            _at++;
            _code += (uint)Byte(_at) << 9;
            _count = 7;
            return;
        }

        _at++;
        _code += (uint)Byte(_at) << 8;
        _count = 8;
    }

    /// <summary>Beyond the end the data go on as the encoder's end mark does.</summary>
    private int Byte(int at) => at < _data.Length ? _data.Span[at] : 0xFF;
}
