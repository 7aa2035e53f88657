namespace CseMapper.Pdf.Objects.Filters;

/// <summary>The bytes of a stream after its filters; they are gone once this is disposed.</summary>
internal sealed class DecodedStream : IDisposable
{
    private readonly PooledBuffer? _buffer;

    public DecodedStream(ReadOnlyMemory<byte> bytes, PooledBuffer? buffer, string? imageFilter)
    {
        Bytes = bytes;
        _buffer = buffer;
        ImageFilter = imageFilter;
    }

    public ReadOnlyMemory<byte> Bytes { get; }

    public ReadOnlySpan<byte> Span => Bytes.Span;

    /// <summary>
    /// The full name of the filter at which decoding stopped because only images use it (DCTDecode, JPXDecode,
    /// CCITTFaxDecode, JBIG2Decode) or nobody knows it: <see cref="Bytes"/> are still encoded with it. Null when all
    /// filters were undone.
    /// </summary>
    public string? ImageFilter { get; }

    /// <summary>Whether the bytes lie in a buffer that goes back to the pool.</summary>
    public bool IsPooled => _buffer is not null;

    /// <summary>The same bytes, named as still encoded; the result takes over the buffer.</summary>
    public DecodedStream StoppedAt(string imageFilter) => new(Bytes, _buffer, imageFilter);

    public void Dispose() => _buffer?.Dispose();
}
