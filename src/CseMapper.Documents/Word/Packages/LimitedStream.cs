using System.Buffers;
using CseMapper.Documents.Word.Stories;

namespace CseMapper.Documents.Word.Packages;

/// <summary>A part's content, which ends early when the document has unpacked to more than it may.</summary>
/// <param name="content">The part; closed with this.</param>
/// <param name="limits">Counts the bytes.</param>
/// <param name="isXml">True to put blanks in the place of characters that no XML may hold.</param>
internal sealed class LimitedStream(Stream content, DocumentLimits limits, bool isXml) : Stream
{
    private static readonly SearchValues<byte> _controls = SearchValues.Create([
        .. Enumerable.Range(0, 32).Select(value => (byte)value).Where(value => value is not (9 or 10 or 13)),
    ]);

    private bool _isStarted;
    private bool _isWide;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        int read = content.Read(buffer);
        if (!limits.TakeBytes(read))
            return 0;
        if (isXml)
            PutBlanks(buffer[..read]);
        return read;
    }

    private void PutBlanks(Span<byte> bytes)
    {
        if (!_isStarted && bytes.Length > 0)
        {
            // UTF-16 and UTF-32 are full of zeros.
            _isWide =
                bytes is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] || bytes[..Math.Min(4, bytes.Length)].Contains((byte)0);
            _isStarted = true;
        }

        int at;
        while (!_isWide && (at = bytes.IndexOfAny(_controls)) >= 0)
        {
            bytes[at] = (byte)' ';
            bytes = bytes[(at + 1)..];
        }
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            content.Dispose();
        base.Dispose(disposing);
    }
}
