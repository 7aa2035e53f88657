using CseMapper.Pdf.Fonts.Letters;
using CseMapper.Pdf.Fonts.Programs;
using CseMapper.Pdf.Fonts.Simple;
using CseMapper.Pdf.Objects;

namespace CseMapper.Pdf.Fonts.Composite;

/// <summary>
/// A Type 0 font (ISO 32000-2, 9.7): codes of one to four bytes to CIDs by its CMap, CIDs to glyphs of its descendant.
/// A code's text comes from ToUnicode, then from a CMap that holds Unicode, then from the embedded program, then from
/// the character collection's Latin letters.
/// </summary>
internal sealed class CompositeFont : DescribedFont
{
    private const int MostLongCodes = 1 << 16;

    private readonly PdfGlyph[]?[] _pages = new PdfGlyph[]?[257];
    private readonly Dictionary<uint, PdfGlyph> _long = [];
    private readonly ToUnicode _toUnicode;
    private readonly CompositeCodes _codes;
    private readonly CidWidths _widths;
    private readonly Lazy<FontProgram?> _program;
    private readonly Lazy<byte[]?> _cidToGid;
    private readonly SymbolSet? _symbols;
    private readonly string? _ordering;
    private readonly LetterSource _source;
    private readonly bool _hasUsualOrder;

    private CompositeFont(
        PdfDictionary font,
        PdfDictionary descendant,
        FontTraits traits,
        CompositeCodes codes,
        Func<PdfStream, byte[]> decode
    )
        : base(traits)
    {
        _codes = codes;
        _toUnicode = new ToUnicode(font, decode);
        _widths = codes.IsVertical ? CidWidths.Vertical(descendant) : CidWidths.Horizontal(descendant);
        _program = new Lazy<FontProgram?>(() => FontPrograms.Open(traits.Descriptor, decode));
        _cidToGid = new Lazy<byte[]?>(() => descendant["CIDToGIDMap"].AsStream() is { } stream ? decode(stream) : null);
        _symbols = SymbolSet.Find(traits.Name);
        _hasUsualOrder =
            descendant["Subtype"].AsName() == "CIDFontType2"
            && traits.Descriptor is not null
            && SymbolSet.Find(traits.Name) is null;
        _ordering = descendant["CIDSystemInfo"].AsDictionary()?["Ordering"].AsString() is { } ordering
            ? System.Text.Encoding.Latin1.GetString(ordering)
            : null;
    }

    private CompositeFont(CompositeFont other, LetterSource source)
        : base(other.Traits)
    {
        _source = source;
        _codes = other._codes;
        _toUnicode = other._toUnicode;
        _widths = other._widths;
        _program = other._program;
        _cidToGid = other._cidToGid;
        _symbols = other._symbols;
        _ordering = other._ordering;
        _hasUsualOrder = other._hasUsualOrder;
    }

    public override bool IsVertical => _codes.IsVertical;

    public static CompositeFont Create(
        PdfDictionary font,
        string? baseFont,
        Func<PdfStream, byte[]> decode,
        PdfProblemLog log
    )
    {
        PdfValue descendants = font["DescendantFonts"];
        PdfDictionary descendant = (descendants.AsArray()?[0] ?? descendants).AsDictionary() ?? new PdfDictionary(null);
        FontTraits traits = FontTraits.Read(descendant, descendant["BaseFont"].AsName() ?? baseFont);
        return new CompositeFont(
            font,
            descendant,
            traits,
            CompositeCodes.Read(font["Encoding"], decode, traits.Name, log),
            decode
        );
    }

    public override int Next(ReadOnlySpan<byte> codes, out PdfGlyph glyph)
    {
        int length = _codes.Next(codes, out uint code);
        if (length <= 2)
        {
            ref PdfGlyph[]? page = ref _pages[length == 1 ? 256 : code >> 8];
            page ??= new PdfGlyph[256];
            ref PdfGlyph cached = ref page[code & 0xFF];
            if (cached.Text is null)
                cached = Read(codes[..length], code);
            glyph = cached;
        }
        else if (!_long.TryGetValue(code, out glyph))
        {
            glyph = Read(codes[..length], code);
            if (_long.Count < MostLongCodes)
                _long.Add(code, glyph);
        }

        return length;
    }

    /// <summary>Without ToUnicode a composite font's letters come from its program, so that the two sources are
    /// one.</summary>
    public override PdfFont? From(LetterSource source) =>
        source == LetterSource.Program && _toUnicode.IsThere ? new CompositeFont(this, source) : null;

    private PdfGlyph Read(ReadOnlySpan<byte> bytes, uint code)
    {
        int cid = _codes.Cid(code);
        string? text = Text(bytes, code, cid);
        string shown =
            text ?? LetterShift.Placeholder(_toUnicode.Text(code), cid >= 0 ? cid : (int)Math.Min(code, int.MaxValue));
        return new PdfGlyph(shown, Width(text, cid), bytes.Length == 1 && code == ' ', text is not null);
    }

    private string? Text(ReadOnlySpan<byte> bytes, uint code, int cid)
    {
        if (
            _source == LetterSource.ToUnicode
            && _toUnicode.Text(code) is { } mapped
            && ReadableText.Of(mapped, _symbols) is { } text
        )
        {
            return text;
        }

        if (_codes.Text(bytes) is { } direct && ReadableText.Of(direct, _symbols) is { } unicode)
            return unicode;
        if (cid < 0)
            return null;
        if (_hasUsualOrder && _ordering is null or "Identity" && !_toUnicode.IsThere && _program.Value is null)
            return UsualGlyphOrder.Text(cid);
        return TextOfProgram(cid) ?? CidCollections.Text(_ordering, cid);
    }

    private string? TextOfProgram(int cid)
    {
        if (_program.Value is not { } program)
            return null;
        int glyph = GlyphOf(program, cid);
        if (glyph <= 0)
            return null;
        if (program.TextOfGlyph(glyph) is { } text && ReadableText.Of(text, _symbols) is { } readable)
            return readable;
        return program.NameOfGlyph(glyph) is { } name ? ReadableText.OfGlyphName(name) : null;
    }

    private int GlyphOf(FontProgram program, int cid)
    {
        if (_cidToGid.Value is not { } map)
            return program.GlyphOfCid(cid);
        return (2 * cid) + 1 < map.Length ? (map[2 * cid] << 8) | map[(2 * cid) + 1] : FontProgram.NoGlyph;
    }

    private float Width(string? text, int cid)
    {
        if (_widths.Own(cid) is { } own)
            return own;
        if (_codes.IsVertical || cid >= 0)
            return _widths.Usual;
        // A CMap that holds letters instead of CIDs: the four Asian collections begin with the Latin letters, half as
        // wide as the others.
        if (text is not [> ' ' and < '\u007F' or ' '])
            return _widths.Usual;
        return _widths.Own(text[0] - 31) ?? 500;
    }
}
