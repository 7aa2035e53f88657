namespace CseMapper.Pdf.Fonts.Composite;

/// <summary>The codes of one length and the bytes they may have (ISO 32000-2, 9.7.6.2): each byte within its own
/// bounds.</summary>
/// <param name="Length">Bytes a code, 1 to 4.</param>
/// <param name="Low">The lowest code.</param>
/// <param name="High">The highest code.</param>
internal readonly record struct CodespaceRange(int Length, uint Low, uint High)
{
    public bool Contains(uint code)
    {
        for (int shift = 0; shift < Length * 8; shift += 8)
        {
            uint part = (code >> shift) & 0xFF;
            if (part < ((Low >> shift) & 0xFF) || part > ((High >> shift) & 0xFF))
                return false;
        }

        return true;
    }
}

/// <summary>
/// A character map: how a string's bytes make codes, and what a code stands for: a character of the collection (CID)
/// in a font's Encoding, text in a ToUnicode map (ISO 32000-2, 9.7.5 and 9.10.3).
/// </summary>
internal sealed class CMap
{
    /// <summary>Characters of all texts longer than one together; honest maps have a few hundred.</summary>
    private const int MostText = 1 << 18;

    private readonly List<CodespaceRange> _codespaces = [];
    private readonly CodeMap _cids = new();
    private readonly CodeMap _texts = new();
    private readonly List<string> _strings = [];
    private bool _plainPairs;
    private int _stringLength;

    /// <summary>The map this one builds on (usecmap).</summary>
    public CMap? Base { get; set; }

    public bool IsVertical { get; set; }

    public bool HasTexts => !_texts.IsEmpty || Base?.HasTexts == true;

    public bool HasCids => !_cids.IsEmpty || Base?.HasCids == true;

    /// <summary>True when so many codes were mapped that the rest was left out.</summary>
    public bool IsCut => _cids.IsFull || _texts.IsFull || _stringLength > MostText;

    public IReadOnlyList<CodespaceRange> Codespaces => _codespaces;

    public void AddCodespace(CodespaceRange range)
    {
        if (_codespaces.Count >= 256)
            return;
        _codespaces.Add(range);
        _plainPairs = _codespaces.Count == 1 && range is { Length: 2, Low: 0, High: 0xFFFF };
    }

    public void SetCid(uint code, int cid) => _cids.Set(code, cid);

    /// <param name="code">The code.</param>
    /// <param name="text">UTF-16 as the file has it; made readable by the font.</param>
    public void SetText(uint code, string text)
    {
        if (IsCut)
            return;
        if (text.Length == 1)
        {
            _texts.Set(code, text[0]);
            return;
        }

        if ((_stringLength += text.Length) > MostText)
            return;
        _texts.Set(code, -1 - _strings.Count);
        _strings.Add(text);
    }

    /// <returns>The CID of a code, -1 where the map has none.</returns>
    public int Cid(uint code)
    {
        int cid = _cids.Find(code);
        return cid != int.MinValue ? cid : Base?.Cid(code) ?? -1;
    }

    /// <returns>The text of a code, null where the map has none.</returns>
    public string? Text(uint code)
    {
        int value = _texts.Find(code);
        if (value == int.MinValue)
            return Base?.Text(code);
        return value >= 0 ? SharedText.For((char)value) : _strings[-1 - value];
    }

    /// <summary>Reads one code (9.7.6.3): the shortest range that fits; where none fits, as many bytes as the shortest
    /// range has.</summary>
    /// <returns>How many bytes the code took, at least 1.</returns>
    public int NextCode(ReadOnlySpan<byte> bytes, out uint code)
    {
        if (_plainPairs && bytes.Length > 1)
        {
            code = (uint)((bytes[0] << 8) | bytes[1]);
            return 2;
        }

        code = 0;
        int longest = Math.Min(4, bytes.Length);
        for (int length = 1; length <= longest; length++)
        {
            code = (code << 8) | bytes[length - 1];
            if (IsCode(code, length))
                return length;
        }

        int taken = Math.Min(ShortestCode(), bytes.Length);
        code = 0;
        for (int i = 0; i < taken; i++)
            code = (code << 8) | bytes[i];
        return taken;
    }

    private bool IsCode(uint code, int length)
    {
        foreach (CodespaceRange range in _codespaces)
        {
            if (range.Length == length && range.Contains(code))
                return true;
        }

        return Base?.IsCode(code, length) == true;
    }

    private int ShortestCode()
    {
        int shortest = Base?.ShortestCode() ?? 4;
        foreach (CodespaceRange range in _codespaces)
            shortest = Math.Min(shortest, range.Length);
        return _codespaces.Count == 0 && Base is null ? 2 : shortest;
    }
}
