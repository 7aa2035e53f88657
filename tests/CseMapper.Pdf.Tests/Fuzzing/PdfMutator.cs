using System.Globalization;
using System.Text;

namespace CseMapper.Pdf.Tests.Fuzzing;

/// <summary>Damages PDF files the way that disks, mail gateways, editors and ill-meaning people do. The same seed gives
/// the same damage.</summary>
/// <param name="seed">Of the random numbers.</param>
internal sealed class PdfMutator(int seed)
{
    private static readonly string[] _absurdNumbers =
    [
        "0",
        "-1",
        "1",
        "65535",
        "65536",
        "2147483647",
        "2147483648",
        "-2147483648",
        "4294967296",
        "99999999999999999999",
        "1e308",
        "0.0000001",
        "-",
    ];

    private static readonly string[] _intruders =
    [
        "[",
        "]",
        "<<",
        ">>",
        "(",
        ")",
        "<",
        ">",
        "{",
        "%",
        "/",
        "\0",
        "\r",
        "endobj",
        "endstream\nendobj\n",
        "stream\n",
        "obj",
        "R",
        "null",
        "true",
        "BT",
        "ET",
        "q",
        "Q",
        "BI ID ",
        "EI",
        "BDC",
        "EMC",
        "Do",
        "Tj",
        "xref",
        "trailer",
        "startxref",
        "%%EOF",
        "/Kids",
        "/Parent",
        "/Length",
        "/Filter",
        "/FlateDecode",
        "/LZWDecode",
        "/ASCII85Decode",
        "/Predictor",
        "/ToUnicode",
        "/DescendantFonts",
        "/Type3",
        "/Identity-H",
    ];

    private readonly Random _random = new(seed);

    /// <returns>A damaged copy, at most twice as long and a bit.</returns>
    public byte[] Mutate(byte[] sound)
    {
        List<byte> bytes = [.. sound];
        int changes = 1 + _random.Next(4);
        for (int i = 0; i < changes && bytes.Count > 0; i++)
            Change(bytes, sound.Length);
        return [.. bytes];
    }

    private void Change(List<byte> bytes, int soundLength)
    {
        switch (_random.Next(11))
        {
            case 0:
                FlipBytes(bytes);
                break;
            case 1:
                Cut(bytes);
                break;
            case 2:
                SwapStretches(bytes);
                break;
            case 3 when bytes.Count < soundLength * 2:
                RepeatStretch(bytes);
                break;
            case 4:
                Fill(bytes);
                break;
            case 5:
                ReplaceNumber(bytes, _absurdNumbers[_random.Next(_absurdNumbers.Length)]);
                break;
            case 6:
                ReplaceNumber(bytes, _random.Next(1, 40).ToString(CultureInfo.InvariantCulture));
                break;
            case 7:
                bytes.InsertRange(
                    _random.Next(bytes.Count + 1),
                    Encoding.Latin1.GetBytes(_intruders[_random.Next(_intruders.Length)] + " ")
                );
                break;
            case 8:
                Nest(bytes);
                break;
            case 9:
                Redirect(bytes);
                break;
            default:
                SwapNames(bytes);
                break;
        }
    }

    private void FlipBytes(List<byte> bytes)
    {
        int count = 1 << _random.Next(7);
        for (int i = 0; i < count; i++)
            bytes[_random.Next(bytes.Count)] ^= (byte)(1 << _random.Next(8));
    }

    private void Cut(List<byte> bytes)
    {
        int start = _random.Next(bytes.Count);
        int length = _random.Next(3) == 0 ? bytes.Count - start : _random.Next(Math.Min(bytes.Count - start, 200) + 1);
        bytes.RemoveRange(start, length);
    }

    private void SwapStretches(List<byte> bytes)
    {
        int length = 1 + _random.Next(Math.Min(400, bytes.Count));
        int first = _random.Next(bytes.Count - length + 1);
        int second = _random.Next(bytes.Count - length + 1);
        for (int i = 0; i < length; i++)
            (bytes[first + i], bytes[second + i]) = (bytes[second + i], bytes[first + i]);
    }

    private void RepeatStretch(List<byte> bytes)
    {
        int start = _random.Next(bytes.Count);
        List<byte> stretch = bytes.GetRange(start, _random.Next(Math.Min(bytes.Count - start, 2000) + 1));
        bytes.InsertRange(_random.Next(bytes.Count + 1), stretch);
    }

    private void Fill(List<byte> bytes)
    {
        int start = _random.Next(bytes.Count);
        byte value = (byte)_random.Next(256);
        for (int i = start; i < Math.Min(start + 64, bytes.Count); i++)
            bytes[i] = value;
    }

    private void ReplaceNumber(List<byte> bytes, string number)
    {
        int start = bytes.FindIndex(_random.Next(bytes.Count), b => b is >= (byte)'0' and <= (byte)'9');
        if (start < 0)
            return;
        int end = start;
        while (end < bytes.Count && bytes[end] is >= (byte)'0' and <= (byte)'9')
            end++;
        bytes.RemoveRange(start, end - start);
        bytes.InsertRange(start, Encoding.Latin1.GetBytes(number));
    }

    private void Nest(List<byte> bytes)
    {
        string bracket = _random.Next(3) switch
        {
            0 => "[",
            1 => "<</A",
            _ => "q ",
        };
        bytes.InsertRange(
            _random.Next(bytes.Count + 1),
            Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat(bracket, 1 << _random.Next(13))))
        );
    }

    /// <summary>Makes a reference lead to another object: most circles come about this way.</summary>
    private void Redirect(List<byte> bytes)
    {
        int from = _random.Next(bytes.Count);
        int mark = bytes.FindIndex(from, b => b == 'R');
        if (mark < 5 || bytes[mark - 1] != ' ' || bytes[mark - 3] != ' ')
            return;
        int end = mark - 3;
        int start = end;
        while (start > 0 && bytes[start - 1] is >= (byte)'0' and <= (byte)'9')
            start--;
        bytes.RemoveRange(start, end - start);
        bytes.InsertRange(start, Encoding.Latin1.GetBytes(_random.Next(1, 40).ToString(CultureInfo.InvariantCulture)));
    }

    private void SwapNames(List<byte> bytes)
    {
        (int Start, int Length) first = FindName(bytes);
        (int Start, int Length) second = FindName(bytes);
        if (first.Length == 0 || second.Length == 0)
            return;
        List<byte> name = bytes.GetRange(second.Start, second.Length);
        bytes.RemoveRange(first.Start, first.Length);
        bytes.InsertRange(first.Start, name);
    }

    private (int Start, int Length) FindName(List<byte> bytes)
    {
        int start = bytes.FindIndex(_random.Next(bytes.Count), b => b == '/');
        if (start < 0)
            return default;
        int end = start + 1;
        while (end < bytes.Count && end - start < 40 && char.IsAsciiLetterOrDigit((char)bytes[end]))
            end++;
        return (start, end - start);
    }
}
