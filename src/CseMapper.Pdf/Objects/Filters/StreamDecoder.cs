using CseMapper.Pdf.Files;

namespace CseMapper.Pdf.Objects.Filters;

/// <summary>
/// Undoes the filters of streams (ISO 32000-2, 7.4), one decoder a file: it counts what the file's streams unfold to.
/// Damaged data yields what could be decoded and a problem in the log, never an exception.
/// </summary>
/// <param name="log">Takes damage and limits reached.</param>
/// <param name="limits">Bounds.</param>
/// <param name="fileLength">How long the file is: a large one may unfold to more.</param>
internal sealed class StreamDecoder(PdfProblemLog log, PdfLimits limits, long fileLength = 0)
{
    /// <summary>Longer chains are not written by anybody who means well.</summary>
    private const int MostFilters = 16;

    private readonly long _mostRead = Math.Min(
        limits.FileBytes,
        limits.LeastFileBytes + fileLength * limits.StreamBytesPerByte
    );
    private long _read;

    /// <summary>The decoded bytes for keeping; a slice of the file where the stream has no filter.</summary>
    public ReadOnlyMemory<byte> Decode(PdfStream stream)
    {
        using DecodedStream decoded = DecodePooled(stream);
        return decoded.IsPooled ? decoded.Bytes.ToArray() : decoded.Bytes;
    }

    /// <summary>The decoded bytes for use at once; dispose of the result, and touch its bytes no more after
    /// that.</summary>
    public DecodedStream DecodePooled(PdfStream stream) => Decode(stream.Raw, stream.Dictionary);

    /// <summary>As <see cref="DecodePooled(PdfStream)"/>, for the data of an inline image with its abbreviated keys
    /// (8.9.7).</summary>
    public DecodedStream Decode(ReadOnlyMemory<byte> stored, PdfDictionary dictionary)
    {
        PdfValue filters = dictionary.Any("Filter", "F");
        PdfValue parameters = dictionary.Any("DecodeParms", "DP");
        if (_read >= _mostRead)
        {
            ReportLimit();
            return new DecodedStream(default, null, null);
        }

        _read += stored.Length;
        if (filters.AsName() is { } single)
        {
            return Run(stored, null, single, parameters.AsDictionary() ?? parameters.AsArray()?[0].AsDictionary());
        }

        if (filters.AsArray() is not { Count: > 0 } names)
            return new DecodedStream(stored, null, null);

        DecodedStream current = new(stored, null, null);
        for (int i = 0; i < Math.Min(names.Count, MostFilters) && current.ImageFilter is null; i++)
        {
            PdfDictionary? own =
                parameters.AsArray()?[i].AsDictionary() ?? (names.Count == 1 ? parameters.AsDictionary() : null);
            if (names[i].AsName() is { } name)
                current = Run(current.Bytes, current, name, own);
        }

        return current;
    }

    /// <summary>The content of a page: one stream, or several that together are one (7.8.2), joined by line
    /// ends.</summary>
    public DecodedStream DecodeContents(PdfValue contents)
    {
        if (contents.AsStream() is { } stream)
            return DecodePooled(stream);
        if (contents.AsArray() is not { Count: > 0 } parts)
            return new DecodedStream(default, null, null);
        if (parts.Count == 1 && parts[0].AsStream() is { } only)
            return DecodePooled(only);

        PooledBuffer all = new(1 << 14, limits.StreamBytes);
        for (int i = 0; i < parts.Count && !all.IsCut; i++)
        {
            if (parts[i].AsStream() is not { } part)
                continue;
            using DecodedStream decoded = DecodePooled(part);
            if (!all.Add(decoded.Span) || !all.Add((byte)'\n'))
                ReportLimit();
        }

        return new DecodedStream(all.Memory, all, null);
    }

    /// <param name="input">What the filter works on.</param>
    /// <param name="previous">The owner of the input, disposed of when the filter has run.</param>
    /// <param name="name">The filter.</param>
    /// <param name="parameters">Its parameters.</param>
    private DecodedStream Run(
        ReadOnlyMemory<byte> input,
        DecodedStream? previous,
        string name,
        PdfDictionary? parameters
    )
    {
        string full = FullName(name);
        if (full == "Crypt")
            return previous ?? new DecodedStream(input, null, null);
        if (!IsDecoded(full))
            return previous?.StoppedAt(full) ?? new DecodedStream(input, null, full);

        int limit = (int)Math.Clamp(_mostRead - _read, 0, limits.StreamBytes);
        PooledBuffer output = new((int)Math.Min(input.Length * 4L, limit), limit);
        bool complete = Run(full, input, parameters, output);
        previous?.Dispose();
        _read += output.Length;
        if (full is "FlateDecode" or "LZWDecode")
            Predictor.Undo(parameters, output);
        if (output.IsCut)
        {
            ReportLimit();
        }
        else if (!complete)
        {
            log.Add(
                PdfProblemKind.Damaged,
                "A packed section of the file is damaged: what could be unpacked of it was read and the rest is "
                    + "missing; compare it with the original, or ask for the file again."
            );
        }

        return new DecodedStream(output.Memory, output, null);
    }

    private static bool Run(
        string filter,
        ReadOnlyMemory<byte> input,
        PdfDictionary? parameters,
        PooledBuffer output
    ) =>
        filter switch
        {
            "FlateDecode" => FlateFilter.Decode(input, output),
            "LZWDecode" => LzwFilter.Decode(input.Span, parameters?["EarlyChange"].AsInt(1) ?? 1, output),
            "ASCIIHexDecode" => AsciiFilters.DecodeHex(input.Span, output),
            "ASCII85Decode" => AsciiFilters.Decode85(input.Span, output),
            _ => RunLengthFilter.Decode(input.Span, output),
        };

    private static bool IsDecoded(string filter) =>
        filter is "FlateDecode" or "LZWDecode" or "ASCIIHexDecode" or "ASCII85Decode" or "RunLengthDecode";

    /// <summary>The abbreviations of inline images (8.9.7, Table 92); widespread readers take them
    /// everywhere.</summary>
    private static string FullName(string name) =>
        name switch
        {
            "Fl" => "FlateDecode",
            "LZW" => "LZWDecode",
            "AHx" => "ASCIIHexDecode",
            "A85" => "ASCII85Decode",
            "RL" => "RunLengthDecode",
            "DCT" => "DCTDecode",
            "CCF" => "CCITTFaxDecode",
            _ => name,
        };

    private void ReportLimit() =>
        log.Add(PdfProblemKind.LimitReached, "The file unpacks to more data than is sensible; the rest was left out.");
}
