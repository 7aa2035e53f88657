using System.Buffers;
using System.Security.Cryptography;
using CseMapper.Documents.Archives;

namespace CseMapper.Documents.Files;

/// <summary>A file's content and its hash, taken in one reading, so that what is read is what was hashed even while
/// somebody writes the file.</summary>
/// <remarks>Small files are held in a rented buffer; large ones stay on disk and are read through their
/// handle.</remarks>
public sealed class OpenedFile : IDisposable
{
    /// <summary>Up to this size a file is read into memory at once.</summary>
    private const int LargestInMemory = 32 << 20;

    private readonly byte[]? _buffer;

    private OpenedFile(Stream content, string hash, byte[]? buffer)
    {
        Content = content;
        Hash = hash;
        _buffer = buffer;
    }

    /// <summary>The content from its start; readable and seekable.</summary>
    public Stream Content { get; }

    /// <summary>SHA-256 in lower-case hex.</summary>
    public string Hash { get; }

    /// <summary>Opens and hashes a file.</summary>
    /// <param name="file">The file as it was listed.</param>
    /// <param name="cancellation">Stops it between two portions.</param>
    /// <exception cref="IOException">It has gone, or is locked, or the disk failed.</exception>
    /// <exception cref="UnauthorizedAccessException">The system does not let it be opened.</exception>
    /// <exception cref="InvalidDataException">It lies in another file and cannot be taken out of that.</exception>
    public static OpenedFile Open(FoundFile file, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        FileStream stream = file.Open();
        if (file.Inner is not null)
            return OfInner(stream, file, cancellation);
        try
        {
            long length = stream.Length;
            return length <= LargestInMemory ? Small(stream, (int)length, cancellation) : Large(stream, cancellation);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Content.Dispose();
        if (_buffer is not null)
            ArrayPool<byte>.Shared.Return(_buffer);
    }

    /// <summary>Takes a document out of the file that it lies in.</summary>
    private static OpenedFile OfInner(FileStream stream, FoundFile file, CancellationToken cancellation)
    {
        using (stream)
        {
            byte[] bytes =
                InnerDocuments.Open(stream, file.FullPath, file.Inner!, ReadOptions.Default, cancellation)
                ?? throw new InvalidDataException("The document is not in the file any more.");
            return new OpenedFile(
                new MemoryStream(bytes, 0, bytes.Length, writable: false, publiclyVisible: true),
                Convert.ToHexStringLower(SHA256.HashData(bytes)),
                null
            );
        }
    }

    private static OpenedFile Small(FileStream stream, int length, CancellationToken cancellation)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(Math.Max(length, 1));
        try
        {
            int filled = 0;
            while (filled < length)
            {
                cancellation.ThrowIfCancellationRequested();
                int count = stream.Read(buffer, filled, Math.Min(length - filled, 1 << 20));
                if (count == 0)
                    break;
                filled += count;
            }
            stream.Dispose();
            string hash = Convert.ToHexStringLower(SHA256.HashData(buffer.AsSpan(0, filled)));
            return new OpenedFile(
                new MemoryStream(buffer, 0, filled, writable: false, publiclyVisible: true),
                hash,
                buffer
            );
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(buffer);
            throw;
        }
    }

    private static OpenedFile Large(FileStream stream, CancellationToken cancellation)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(1 << 20);
        try
        {
            for (int count = stream.Read(buffer); count > 0; count = stream.Read(buffer))
            {
                cancellation.ThrowIfCancellationRequested();
                hash.AppendData(buffer, 0, count);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
        stream.Position = 0;
        return new OpenedFile(
            new BufferedStream(stream, 1 << 16),
            Convert.ToHexStringLower(hash.GetHashAndReset()),
            null
        );
    }
}
