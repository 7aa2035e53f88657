using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using CseMapper.Meaning;
using CseMapper.Passages.Storage;

namespace CseMapper.Matching.Vectors;

/// <summary>The vectors of texts that were once read, in a file that may be deleted at any time.</summary>
/// <remarks>
/// "CseVec1" and a line feed (8 bytes), the model's fingerprint filled up with blanks (48); then a record a text: the
/// first half of the SHA-256 of its UTF-8 (16), the vector, CRC-32C of both (4, lowest byte first). Whoever opens it
/// first adds to it as vectors are made, so that a run that is killed loses a few; others keep nothing. Records that a
/// kill has cut, or that do not fit their checksum, are as good as not there.
/// </remarks>
internal sealed class VectorFile : IDisposable
{
    private const string Magic = "CseVec1\n";
    private const int NameLength = 48;
    private const int HeaderLength = 8 + NameLength;
    private const int KeyLength = 16;
    private const int RecordLength = KeyLength + SentenceModel.Dimensions + sizeof(uint);
    private const int FlushEvery = 32;

    /// <summary>What nobody asks for may fill half the file, and this many records more.</summary>
    private const int Spare = 4096;

    private readonly string _path;
    private readonly byte[] _header;
    private readonly Dictionary<UInt128, SentenceVector> _vectors = [];
    private readonly HashSet<UInt128> _used = [];
    private readonly Lock _writing = new();
    private FileStream? _stream;
    private int _unflushed;

    private VectorFile(string path, string fingerprint)
    {
        _path = path;
        _header = Encoding.ASCII.GetBytes(Magic + fingerprint.PadRight(NameLength)[..NameLength]);
    }

    /// <summary>Reads the file, or begins one where there is none for this model.</summary>
    /// <param name="folder">The folder it lies in; null to keep nothing.</param>
    /// <param name="fingerprint">Names the model.</param>
    public static VectorFile Open(string? folder, string fingerprint)
    {
        VectorFile file = new(folder is null ? "" : Path.Combine(folder, SentenceVectors.FileName), fingerprint);
        if (folder is not null)
            file.Load();
        return file;
    }

    /// <summary>A text's vector, or null where it is not known.</summary>
    public SentenceVector? Find(UInt128 key)
    {
        if (!_vectors.TryGetValue(key, out SentenceVector? vector))
            return null;
        _used.Add(key);
        return vector;
    }

    /// <summary>Keeps a text's vector; from any thread.</summary>
    public void Add(UInt128 key, SentenceVector vector)
    {
        lock (_writing)
        {
            _vectors[key] = vector;
            _used.Add(key);
            if (_stream is null)
                return;
            try
            {
                _stream.Write(RecordOf(key, vector));
                if (++_unflushed % FlushEvery == 0)
                    _stream.Flush();
            }
            catch (IOException)
            {
                // A full disk costs the next run its time; what the mapping needs is in memory.
                Close();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Close();

    /// <summary>To be called when all that is needed has been asked for: most of what nobody asks for any more
    /// goes.</summary>
    public void Tidy()
    {
        if (_stream is null || _vectors.Count <= (2 * _used.Count) + Spare)
            return;
        Close();
        Shrink();
    }

    private void Load()
    {
        try
        {
            _stream = new FileStream(_path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            ReadOnly();
            return;
        }

        try
        {
            byte[] bytes = ReadAll(_stream);
            int whole = Read(bytes);
            _stream.SetLength(whole);
            _stream.Position = whole;
            if (whole == 0)
                _stream.Write(_header);
        }
        catch (IOException)
        {
            Close();
        }
    }

    /// <summary>It may not be written, or another program adds to it just now and lets nobody read.</summary>
    private void ReadOnly()
    {
        try
        {
            using FileStream stream = new(
                _path,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete
            );
            Read(ReadAll(stream));
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            // There is nothing to read, or nobody may: all vectors are made anew.
        }
    }

    private static byte[] ReadAll(FileStream stream)
    {
        byte[] bytes = new byte[stream.Length];
        int length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return length == bytes.Length ? bytes : bytes[..length];
    }

    /// <returns>How much of the file can stay: all whole records, or nothing of one for another model.</returns>
    private int Read(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith(_header))
            return 0;
        int at = HeaderLength;
        for (; at + RecordLength <= bytes.Length; at += RecordLength)
        {
            ReadOnlySpan<byte> record = bytes.Slice(at, RecordLength);
            if (BinaryPrimitives.ReadUInt32LittleEndian(record[^sizeof(uint)..]) != Checksum(record[..^sizeof(uint)]))
                continue;
            UInt128 key = BinaryPrimitives.ReadUInt128BigEndian(record);
            _vectors[key] = SentenceVector.FromValues(
                MemoryMarshal.Cast<byte, sbyte>(record.Slice(KeyLength, SentenceModel.Dimensions))
            );
        }

        return at;
    }

    private static byte[] RecordOf(UInt128 key, SentenceVector vector)
    {
        byte[] record = new byte[RecordLength];
        BinaryPrimitives.WriteUInt128BigEndian(record, key);
        MemoryMarshal.AsBytes(vector.Values).CopyTo(record.AsSpan(KeyLength));
        BinaryPrimitives.WriteUInt32LittleEndian(
            record.AsSpan(RecordLength - sizeof(uint)),
            Checksum(record.AsSpan(0, RecordLength - sizeof(uint)))
        );
        return record;
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        uint sum = uint.MaxValue;
        foreach (ulong part in MemoryMarshal.Cast<byte, ulong>(bytes))
            sum = BitOperations.Crc32C(sum, part);
        return ~sum;
    }

    private void Close()
    {
        try
        {
            _stream?.Dispose();
        }
        catch (IOException)
        {
            // What could not be written is made again by the next run.
        }

        _stream = null;
    }

    private void Shrink()
    {
        try
        {
            AtomicFile.Write(
                _path,
                stream =>
                {
                    stream.Write(_header);
                    foreach (UInt128 key in _used.Order())
                        stream.Write(RecordOf(key, _vectors[key]));
                },
                CancellationToken.None
            );
        }
        catch (OutputFileException)
        {
            // It stays as large as it is until another run.
        }
    }
}
