namespace CseMapper.Pdf.Tests.Images.Jbig2;

/// <summary>A symbol of a text and where it stands: along the line and across it.</summary>
internal readonly record struct SetSymbol(int Number, int Along, int Across);

/// <summary>Codes symbols and text set with them (ITU-T T.88, 6.4, 6.5 and annex A).</summary>
internal sealed class SymbolCoding
{
    private static readonly (int Bits, int Offset)[] _ranges =
    [
        (2, 0),
        (4, 4),
        (6, 20),
        (8, 84),
        (12, 340),
        (32, 4436),
    ];

    private readonly Dictionary<string, byte[]> _contexts = [];

    public ArithmeticEncoder Encoder { get; } = new();

    public byte[] Generic { get; } = new byte[65536];

    public byte[] Refinement { get; } = new byte[8192];

    /// <summary>Writes an integer (A.2); null is "out of band".</summary>
    public void Integer(string name, int? value)
    {
        byte[] contexts = Contexts(name, 512);
        int previous = 1;
        long size = Math.Abs((long)(value ?? 0));
        Bit(value is null or < 0 ? 1 : 0);
        int range = 0;
        while (range < 5 && size >= _ranges[range + 1].Offset)
        {
            Bit(1);
            range++;
        }

        if (range < 5)
            Bit(0);
        for (int i = _ranges[range].Bits - 1; i >= 0; i--)
            Bit((int)((size - _ranges[range].Offset) >> i) & 1);

        void Bit(int bit)
        {
            Encoder.Bit(ref contexts[previous], bit);
            previous = previous < 256 ? (previous << 1) | bit : (((previous << 1) | bit) & 511) | 256;
        }
    }

    /// <summary>Writes the number of a symbol (A.3).</summary>
    public void Number(int number, int length)
    {
        byte[] contexts = Contexts("IAID", 1 << (length + 1));
        int previous = 1;
        for (int i = length - 1; i >= 0; i--)
        {
            int bit = (number >> i) & 1;
            Encoder.Bit(ref contexts[previous], bit);
            previous = (previous << 1) | bit;
        }
    }

    /// <summary>Writes a dictionary of symbols from low to high; all are handed on.</summary>
    /// <param name="symbols">The new symbols.</param>
    /// <param name="known">How many symbols other dictionaries bring.</param>
    /// <param name="writePixels">Writes the picture of a symbol.</param>
    public void Dictionary(IReadOnlyList<DrawnPixels> symbols, int known, Action<DrawnPixels> writePixels)
    {
        int height = 0;
        foreach (IGrouping<int, DrawnPixels> row in symbols.GroupBy(symbol => symbol.Height))
        {
            Integer("IADH", row.Key - height);
            height = row.Key;
            int width = 0;
            foreach (DrawnPixels symbol in row)
            {
                Integer("IADW", symbol.Width - width);
                width = symbol.Width;
                writePixels(symbol);
            }

            Integer("IADW", null);
        }

        Integer("IAEX", 0);
        Integer("IAEX", known + symbols.Count);
    }

    /// <summary>Writes a text, a strip a group of symbols whose place across falls into it.</summary>
    /// <param name="symbols">All symbols that the text may use.</param>
    /// <param name="set">What is set, strip by strip, each along its line.</param>
    /// <param name="logStrips">Height of a strip, as a power of two.</param>
    /// <param name="isTransposed">True where lines run downwards.</param>
    /// <param name="writeChange">Writes how an instance differs from its symbol; null where none does.</param>
    public void Text(
        IReadOnlyList<DrawnPixels> symbols,
        IEnumerable<SetSymbol> set,
        int logStrips,
        bool isTransposed,
        Action<SetSymbol>? writeChange = null
    )
    {
        int length = 0;
        while (1 << length < symbols.Count)
            length++;
        Integer("IADT", 0);
        int strip = 0,
            first = 0;
        foreach (IGrouping<int, SetSymbol> line in set.GroupBy(one => one.Across >> logStrips))
        {
            Integer("IADT", line.Key - strip);
            strip = line.Key;
            int? end = null;
            foreach (SetSymbol one in line)
            {
                Integer(end is null ? "IAFS" : "IADS", one.Along - (end ?? first));
                if (end is null)
                    first = one.Along;
                if (logStrips > 0)
                    Integer("IAIT", one.Across - (strip << logStrips));
                Number(one.Number, length);
                writeChange?.Invoke(one);
                end = one.Along + (isTransposed ? symbols[one.Number].Height : symbols[one.Number].Width) - 1;
            }

            Integer("IADS", null);
        }
    }

    private byte[] Contexts(string name, int size)
    {
        if (!_contexts.TryGetValue(name, out byte[]? contexts))
            _contexts.Add(name, contexts = new byte[size]);
        return contexts;
    }
}
