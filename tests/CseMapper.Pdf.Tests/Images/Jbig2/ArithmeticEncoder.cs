using CseMapper.Pdf.Images.Jbig2;

namespace CseMapper.Pdf.Tests.Images.Jbig2;

/// <summary>The encoder to the decoder under test (ITU-T T.88, annex E.2 as in T.800, annex C.2).</summary>
internal sealed class ArithmeticEncoder
{
    private readonly List<byte> _bytes = [0];
    private uint _interval = 0x8000;
    private uint _code;
    private int _count = 12;

    public void Bit(ref byte context, int bit)
    {
        (ushort qe, byte likely, byte unlikely, bool isSwitch) = ArithmeticDecoder.States[context >> 1];
        int most = context & 1;
        _interval -= qe;
        if (bit == most)
        {
            if ((_interval & 0x8000) != 0)
            {
                _code += qe;
                return;
            }

            if (_interval < qe)
                _interval = qe;
            else
                _code += qe;
            context = (byte)((likely << 1) | most);
        }
        else
        {
            if (_interval < qe)
                _code += qe;
            else
                _interval = qe;
            context = (byte)((unlikely << 1) | (isSwitch ? 1 - most : most));
        }

        do
        {
            _interval <<= 1;
            _code <<= 1;
            if (--_count == 0)
                WriteByte();
        } while ((_interval & 0x8000) == 0);
    }

    public byte[] Finish()
    {
        uint most = _code + _interval;
        _code |= 0xFFFF;
        if (_code >= most)
            _code -= 0x8000;
        for (int i = 0; i < 2; i++)
        {
            _code <<= _count;
            WriteByte();
        }

        if (_bytes[^1] != 0xFF)
            _bytes.Add(0xFF);
        _bytes.Add(0xAC);
        return [.. _bytes.Skip(1)];
    }

    private void WriteByte()
    {
        if (_bytes[^1] != 0xFF && _code >= 0x8000000)
        {
            _bytes[^1]++;
            if (_bytes[^1] == 0xFF)
                _code &= 0x7FFFFFF;
        }

        int shift = _bytes[^1] == 0xFF ? 20 : 19;
        _bytes.Add((byte)(_code >> shift));
        _code &= (1u << shift) - 1;
        _count = shift == 20 ? 7 : 8;
    }
}
