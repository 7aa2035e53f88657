using CseMapper.Pdf.Fonts.Composite;
using CseMapper.Pdf.Fonts.Letters;
using CseMapper.Pdf.Fonts.Programs;
using CseMapper.Pdf.Objects;

namespace CseMapper.Pdf.Fonts.Simple;

/// <summary>
/// A font whose codes are single bytes: Type 1, MMType1, TrueType and Type 3 (ISO 32000-2, 9.6). A code's text comes
/// from ToUnicode, then the glyph's name, then what the embedded program says.
/// </summary>
internal sealed class SimpleFont : DescribedFont
{
    private const int AlphabetFrom = 12;

    private readonly PdfGlyph[] _glyphs = new PdfGlyph[256];
    private readonly ToUnicode _toUnicode;
    private readonly SimpleFontNames _names;
    private readonly SimpleWidths _widths;
    private readonly SymbolSet? _symbols;
    private readonly bool _isTrueType;
    private readonly bool _isType3;
    private readonly bool _isDingbats;
    private readonly Lazy<FontProgram?> _program;
    private readonly Lazy<NumericNames> _numeric;
    private readonly Lazy<string?[]?> _tex;

    private readonly LetterSource _source;

    public SimpleFont(PdfDictionary font, FontTraits traits, Func<PdfStream, byte[]> decode)
        : base(traits)
    {
        string? subtype = font["Subtype"].AsName();
        _isType3 = subtype == "Type3";
        _isTrueType = subtype == "TrueType";
        _isDingbats = traits.Name.Contains("Dingbats", StringComparison.OrdinalIgnoreCase);
        _symbols = SymbolSet.Find(traits.Name);
        _toUnicode = new ToUnicode(font, decode);
        _names = SimpleFontNames.Read(font, traits, _isTrueType);
        double scale =
            _isType3 && font["FontMatrix"].AsArray() is { } matrix ? Math.Abs(matrix[0].AsNumber(0.001)) * 1000 : 1;
        _widths = new SimpleWidths(font, traits, scale);
        _program = new Lazy<FontProgram?>(() => FontPrograms.Open(traits.Descriptor, decode));
        _numeric = new Lazy<NumericNames>(() => new NumericNames(_names.Names));
        _tex = new Lazy<string?[]?>(() =>
            _isType3 ? TexGlyphs.Read(_names.Names, _names.IsNamed, _widths.AreEqual) : null
        );
    }

    private SimpleFont(SimpleFont other, LetterSource source)
        : base(other.Traits)
    {
        _source = source;
        _isType3 = other._isType3;
        _isTrueType = other._isTrueType;
        _isDingbats = other._isDingbats;
        _symbols = other._symbols;
        _toUnicode = other._toUnicode;
        _names = other._names;
        _widths = other._widths;
        _program = other._program;
        _numeric = other._numeric;
        _tex = other._tex;
    }

    public override bool IsVertical => false;

    public override int Next(ReadOnlySpan<byte> codes, out PdfGlyph glyph)
    {
        ref PdfGlyph cached = ref _glyphs[codes[0]];
        if (cached.Text is null)
            cached = Read(codes[0]);
        glyph = cached;
        return 1;
    }

    public override PdfFont? From(LetterSource source) =>
        source switch
        {
            LetterSource.Encoding => _toUnicode.IsThere ? new SimpleFont(this, source) : null,
            LetterSource.Program => _program.Value is not null ? new SimpleFont(this, source) : null,
            _ => null,
        };

    private PdfGlyph Read(int code)
    {
        string? text = Text(code);
        bool isKnown = text is not null || ShowsNothing(code);
        if (!isKnown)
            text = LetterShift.Placeholder(_toUnicode.Text((uint)code), code);
        return new PdfGlyph(text ?? "", _widths.Of(code, _names.Names[code], _program), code == ' ', isKnown);
    }

    /// <summary>A control character that slipped into a string and that the font has no glyph for.</summary>
    private bool ShowsNothing(int code) =>
        code is < 32 or 127
        && _names.Names[code] is null
        && _program.Value is var program
        && (program is null || (program.NameOfCode(code) is null && program.GlyphOfCode(code) <= 0));

    private string? Text(int code)
    {
        if (_source == LetterSource.Program && TextOfProgram(code) is { } own)
            return own;
        if (
            _source == LetterSource.ToUnicode
            && _toUnicode.Text((uint)code) is { } mapped
            && ReadableText.Of(mapped, _symbols) is { } text
        )
        {
            return text;
        }

        if (_source == LetterSource.ToUnicode && _toUnicode.Text((uint)code) is not null && IsNullGlyph(code))
            return "";
        if (_symbols is { HidesLetters: true } && _symbols.Text(code) is { } symbol)
            return symbol;
        if (_names.IsNamed[code] && TextOfName(_names.Names[code]) is { } named)
            return named;
        return TextOfProgram(code)
            ?? TextOfName(_names.Names[code])
            ?? _tex.Value?[code]
            ?? _numeric.Value.Text(_names.Names[code])
            ?? TextOfCode(code);
    }

    /// <summary>A code that ToUnicode gives no letter and the program an empty glyph is a place holder.</summary>
    private bool IsNullGlyph(int code) => _program.Value?.NameOfCode(code) is ".null" or "NULL" or "nonmarkingreturn";

    private string? TextOfName(string? name) => name is null ? null : ReadableText.OfGlyphName(name, _isDingbats);

    /// <summary>A Type 3 font of many glyphs with made-up names is an alphabet, and mostly keeps the codes of its
    /// letters; one of few is a set of signs.</summary>
    private string? TextOfCode(int code) =>
        _isType3 && _names.Names[code] is not null && _names.IsNamed.AsSpan().Count(true) >= AlphabetFrom
            ? TextOfName(SimpleEncoding.WinAnsi[code])
            : null;

    /// <summary>What the embedded program says of a code that the dictionary names nothing, or nothing known,
    /// for.</summary>
    private string? TextOfProgram(int code)
    {
        if (_program.Value is not { } program)
            return null;
        if (_names.IsNamed[code] && !_isTrueType && _source != LetterSource.Program)
            return null;
        if (program.NameOfCode(code) is { } name && TextOfName(name) is { } named)
            return named;
        int glyph = program.GlyphOfCode(code);
        if (glyph < 0)
            return null;
        return program.TextOfGlyph(glyph) is { } text ? ReadableText.Of(text, _symbols) : null;
    }
}
