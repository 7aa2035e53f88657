namespace CseMapper.Pdf.Fonts.Composite;

/// <summary>
/// Character codes to numbers. Codes of one and two bytes stand in pages of 256, so that a look-up is two array reads;
/// longer ones, which hardly any file has, in a dictionary.
/// </summary>
internal sealed class CodeMap
{
    /// <summary>All entries ever set; a file of overlapping giant ranges stops here instead of filling for
    /// minutes.</summary>
    private const int Most = 1 << 20;

    /// <summary>Entries of the codes longer than two bytes, which cost more room.</summary>
    private const int MostLong = 1 << 16;

    private readonly int[]?[] _pages = new int[]?[256];
    private Dictionary<uint, int>? _long;
    private int _set;

    public bool IsEmpty => _set == 0;

    /// <summary>True when the limit was reached and entries were left out.</summary>
    public bool IsFull => _set >= Most;

    public void Set(uint code, int value)
    {
        if (_set >= Most)
            return;
        _set++;
        if (code > 0xFFFF)
        {
            if ((_long ??= []).Count < MostLong)
                _long[code] = value;
        }
        else
        {
            (_pages[code >> 8] ??= EmptyPage())[code & 0xFF] = value;
        }
    }

    /// <returns>The code's number; <see cref="int.MinValue"/> where it has none.</returns>
    public int Find(uint code)
    {
        if (code <= 0xFFFF)
            return _pages[code >> 8] is { } page ? page[code & 0xFF] : int.MinValue;
        return _long is not null && _long.TryGetValue(code, out int value) ? value : int.MinValue;
    }

    private static int[] EmptyPage()
    {
        int[] page = new int[256];
        Array.Fill(page, int.MinValue);
        return page;
    }
}
