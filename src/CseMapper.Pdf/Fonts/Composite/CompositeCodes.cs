using CseMapper.Pdf.Objects;

namespace CseMapper.Pdf.Fonts.Composite;

/// <summary>How a composite font cuts strings into codes and takes codes to CIDs: a predefined CMap or an embedded one
/// (ISO 32000-2, 9.7.5).</summary>
internal sealed class CompositeCodes
{
    private const int MostBases = 8;

    private readonly PredefinedCMap? _predefined;
    private readonly CMap? _embedded;

    private CompositeCodes(PredefinedCMap? predefined, CMap? embedded)
    {
        _predefined = predefined;
        _embedded = embedded;
    }

    public bool IsVertical => _embedded?.IsVertical ?? _predefined?.IsVertical ?? false;

    /// <param name="encoding">The font's Encoding: a name or a stream.</param>
    /// <param name="decode">Gives the decoded bytes of a stream.</param>
    /// <param name="fontName">For the problem's sentence.</param>
    /// <param name="log">Takes a CMap that is not known.</param>
    public static CompositeCodes Read(
        PdfValue encoding,
        Func<PdfStream, byte[]> decode,
        string fontName,
        PdfProblemLog log
    )
    {
        PredefinedCMap identity = PredefinedCMap.Named("Identity-H")!;
        if (encoding.AsStream() is { } stream)
        {
            PredefinedCMap? baseMap = null;
            CMap map = Read(stream, decode, ref baseMap, MostBases);
            return map.Codespaces.Count > 0 || map.HasCids
                ? new CompositeCodes(baseMap ?? identity, map)
                : new CompositeCodes(baseMap ?? identity, null);
        }

        if (encoding.AsName() is not { } name)
            return new CompositeCodes(identity, null);
        if (PredefinedCMap.Named(name) is { } known)
            return new CompositeCodes(known, null);
        log.Add(
            PdfProblemKind.UnknownLetters,
            $"The font {fontName} uses the character map {name}, which is not known; its letters may be missing."
        );
        return new CompositeCodes(
            name.EndsWith("-V", StringComparison.Ordinal) ? PredefinedCMap.Named("Identity-V") : identity,
            null
        );
    }

    /// <returns>How many bytes the next code takes.</returns>
    public int Next(ReadOnlySpan<byte> bytes, out uint code) =>
        _embedded is { Codespaces.Count: > 0 }
            ? _embedded.NextCode(bytes, out code)
            : _predefined!.NextCode(bytes, out code);

    /// <returns>The code's CID; -1 where it is not known.</returns>
    public int Cid(uint code)
    {
        if (_embedded is not null && _embedded.Cid(code) is >= 0 and { } cid)
            return cid;
        return _predefined is { Codes: PredefinedCodes.Identity } && _embedded is not { HasCids: true }
            ? (int)Math.Min(code, 0xFFFF)
            : -1;
    }

    /// <returns>The text that the CMap itself gives for a code's bytes, null where it gives none.</returns>
    public string? Text(ReadOnlySpan<byte> code) => _predefined?.Text(code);

    private static CMap Read(
        PdfStream stream,
        Func<PdfStream, byte[]> decode,
        ref PredefinedCMap? predefined,
        int depth
    )
    {
        string? used = null;
        CMap map = CMapParser.Parse(
            decode(stream),
            name =>
            {
                used = name;
                return null;
            }
        );
        PdfValue baseMap = stream.Dictionary["UseCMap"];
        if (stream.Dictionary["WMode"].AsInt() == 1)
            map.IsVertical = true;
        if (baseMap.AsStream() is { } inner && depth > 0)
            map.Base = Read(inner, decode, ref predefined, depth - 1);
        else if ((baseMap.AsName() ?? used) is { } name)
            predefined ??= PredefinedCMap.Named(name);
        return map;
    }
}
