using System.Buffers;

namespace CseMapper.Pdf.Objects.Filters;

/// <summary>A growing buffer out of the shared pool, which has it back on disposal, and a limit it never grows
/// beyond.</summary>
internal sealed class PooledBuffer(int capacity, int limit) : IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(Math.Clamp(capacity, 16, Math.Max(16, limit)));

    public int Length { get; private set; }

    /// <summary>Whether bytes were left out because the limit was reached.</summary>
    public bool IsCut { get; private set; }

    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(0, Length);

    public Span<byte> Span => _bytes.AsSpan(0, Length);

    /// <summary>
    /// Free room of at least one byte, or none when the limit is reached; filled by the caller and taken with
    /// <see cref="Advance"/>.
    /// </summary>
    /// <param name="wanted">How much the caller could use; there may be less or more.</param>
    public Span<byte> Room(int wanted)
    {
        if (_bytes.Length - Length < wanted)
            Grow(wanted);
        return _bytes.AsSpan(Length, Math.Min(_bytes.Length, limit) - Length);
    }

    public void Advance(int count) => Length += count;

    /// <summary>Takes bytes away again from the end.</summary>
    public void Truncate(int length) => Length = Math.Min(Length, length);

    public bool Add(byte value)
    {
        if (Length == _bytes.Length)
            Grow(1);
        if (Length >= limit)
            return Cut();
        _bytes[Length++] = value;
        return true;
    }

    /// <returns>False when the limit was reached and not all was added.</returns>
    public bool Add(ReadOnlySpan<byte> bytes)
    {
        Span<byte> room = Room(bytes.Length);
        bool fits = bytes.Length <= room.Length;
        if (!fits)
            bytes = bytes[..room.Length];
        bytes.CopyTo(room);
        Length += bytes.Length;
        return fits || Cut();
    }

    /// <summary>Notes that there was more than the limit allows.</summary>
    /// <returns>False always, for the caller to hand on.</returns>
    public bool Cut()
    {
        IsCut = true;
        return false;
    }

    public void Dispose()
    {
        byte[] bytes = _bytes;
        _bytes = [];
        Length = 0;
        if (bytes.Length > 0)
            ArrayPool<byte>.Shared.Return(bytes);
    }

    private void Grow(int wanted)
    {
        long size = Math.Min(Math.Max(_bytes.Length * 2L, (long)Length + wanted), limit);
        if (size <= _bytes.Length)
            return;
        byte[] larger = ArrayPool<byte>.Shared.Rent((int)size);
        Span.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
