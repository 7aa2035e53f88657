namespace CseMapper.Documents.Containers;

/// <summary>A part of a larger stream, read-only and forward; it sets the larger one's position before each reading, so
/// that several slices may be open.</summary>
internal sealed class StreamSlice : Stream
{
    private readonly Stream _whole;
    private readonly long _start;
    private readonly long _end;
    private long _at;

    /// <summary>Takes a part.</summary>
    /// <param name="whole">Readable and seekable.</param>
    /// <param name="start">Where the part begins.</param>
    /// <param name="length">How long it is; less where the larger stream ends before.</param>
    internal StreamSlice(Stream whole, long start, long length)
    {
        _whole = whole;
        _start = _at = start;
        _end = Math.Min(start + Math.Max(0, length), whole.Length);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _at - _start;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        int wanted = (int)Math.Min(buffer.Length, _end - _at);
        if (wanted <= 0)
            return 0;
        _whole.Position = _at;
        int read = _whole.Read(buffer[..wanted]);
        _at += read;
        return read;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
