using System.Buffers;
using System.IO.Hashing;
using System.Security.Cryptography;
using CseMapper.Decisions.Mapping;
using CseMapper.Passages.Storage;

namespace CseMapper.Decisions.Log;

/// <summary>
/// <c>decisions.jsonl</c>: every decision ever taken, one a line, each carrying the SHA-256 of the line before. Lines
/// are only added, under a lock that holds between processes, and are on the disk before
/// <see cref="AppendAsync(IReadOnlyList{Decision}, CancellationToken)"/> returns.
/// </summary>
/// <param name="path">The log's file; it and its folder are created with the first decision.</param>
/// <param name="time">Measures how long to wait for the lock, and names what is set aside.</param>
public sealed class DecisionLog(string path, TimeProvider time) : IDisposable
{
    /// <summary>Longer than any write takes, shorter than a person waits.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    private const int ReadAtOnce = 1 << 17;

    /// <summary>The log's name in the output folder.</summary>
    public const string FileName = "decisions.jsonl";

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly HashSet<string> _ids = [];
    private readonly List<Decision> _decisions = [];
    private readonly XxHash128 _taken = new();
    private LogLines _lines = new();
    private LogLine? _bad;
    private long _position;

    /// <summary>Reads what was added since the last call, without locking anyone out; empty when there is no
    /// log.</summary>
    public DecisionLogContent Read()
    {
        _gate.Wait();
        try
        {
            using FileStream? stream = OpenToRead();
            if (stream is null)
                Forget();
            byte[] rest = stream is null ? [] : Refresh(stream);
            Decision? unended = _lines.Unended(rest);
            Decision[] all = unended is null || _ids.Contains(unended.Id) ? [.. _decisions] : [.. _decisions, unended];
            KnownHead[] known = [.. KnownHeads()];
            LogHead head = unended is null ? _lines.Head : _lines.HeadWith(rest);
            return new DecisionLogContent(all, _bad?.Number, _bad?.Fault, rest.Length > 0 && unended is null)
            {
                LastHash = _lines.LastHash,
                Head = head,
                Known = known.MaxBy(one => one.Head.Lines),
                Lost = known
                    .Where(one => one.Head != head && !_lines.BeginsWith(one.Head))
                    .MaxBy(one => one.Head.Lines),
            };
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Adds decisions, all or none, and returns when they are on the disk. One whose id the log has already is
    /// not added again.</summary>
    /// <param name="decisions">In the order in which they were taken.</param>
    /// <param name="cancellation">Gives up waiting for the log; what is being written is written to its end.</param>
    /// <returns>Where a line that had been cut short was set aside, or null.</returns>
    /// <exception cref="IOException">The disk is full or the folder cannot be written; nothing was added.</exception>
    /// <exception cref="TimeoutException">Another program holds the log.</exception>
    public async Task<string?> AppendAsync(IReadOnlyList<Decision> decisions, CancellationToken cancellation) =>
        (await AppendAsync(decisions, after: null, cancellation).ConfigureAwait(false)).SetAside;

    /// <summary>The same, but only while nobody has added anything since: for decisions that were made by comparing
    /// with what the log said.</summary>
    /// <param name="decisions">What to add.</param>
    /// <param name="after"><see cref="DecisionLogContent.LastHash"/> of what it was compared with; null to add in any
    /// case.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>False, and nothing was added, where the log has grown; and where a line that had been cut short was set
    /// aside, or null.</returns>
    /// <exception cref="IOException">The disk is full or the folder cannot be written; nothing was added.</exception>
    /// <exception cref="TimeoutException">Another program holds the log.</exception>
    public async Task<(bool IsAdded, string? SetAside)> AppendAsync(
        IReadOnlyList<Decision> decisions,
        string? after,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(decisions);
        await _gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            Directory.CreateDirectory(Folder);
            using FileLock held = await FileLock
                .TakeAsync(path + ".lock", _patience, time, cancellation)
                .ConfigureAwait(false);
            using FileStream stream = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite, 1);
            byte[] rest = Refresh(stream);
            if (after is not null && after != _lines.LastHash)
                return (false, null);
            string? aside = null;
            if (_lines.Unended(rest) is not null)
            {
                Write(stream, _position + rest.Length, "\n"u8);
                Take((byte[])[.. rest, (byte)'\n']);
            }
            else if (rest.Length > 0)
            {
                aside = SetAside(rest);
                DurableFile.Cut(stream, _position);
            }

            HashSet<string> added = [];
            byte[] lines = Chain(
                [.. decisions.Where(decision => !_ids.Contains(decision.Id) && added.Add(decision.Id))],
                _lines.LastHash
            );
            if (lines.Length > 0)
            {
                Write(stream, _position, lines);
                Take(lines);
                RememberHead();
            }

            return (true, aside);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Remembers outside the log how far it reaches, or still what was lost of it, before a new mapping takes
    /// the place of the one that knew.</summary>
    /// <param name="content">The log as it was read.</param>
    /// <param name="acceptsLoss">True to take the log as it stands for the whole.</param>
    public void Remember(DecisionLogContent content, bool acceptsLoss = false)
    {
        ArgumentNullException.ThrowIfNull(content);
        LogHead head = content.Lost is { } lost && !acceptsLoss ? lost.Head : content.Head;
        if (LogHead.InCache(Folder)?.Head != head)
            head.Remember(Folder);
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    /// <summary>Takes the lines added since the last time; all of them where another file has taken the log's place: a
    /// backup, or what a sync tool brought.</summary>
    /// <returns>A line cut short at the end; empty in a sound log.</returns>
    private byte[] Refresh(FileStream stream)
    {
        if (!IsTheSame(stream))
            Forget();
        byte[] bytes = ReadAt(stream, _position, stream.Length - _position);
        return bytes[Take(bytes)..];
    }

    /// <summary>Every byte that was read stands as it stood. The last line would not tell: a line edited above it
    /// leaves it as it is.</summary>
    private bool IsTheSame(FileStream stream)
    {
        if (stream.Length < _position)
            return false;
        XxHash128 found = new();
        byte[] buffer = ArrayPool<byte>.Shared.Rent(ReadAtOnce);
        stream.Position = 0;
        for (long left = _position; left > 0; )
        {
            int read = stream.Read(buffer, 0, (int)Math.Min(left, ReadAtOnce));
            if (read == 0)
                break;
            found.Append(buffer.AsSpan(0, read));
            left -= read;
        }

        ArrayPool<byte>.Shared.Return(buffer);
        return found.GetCurrentHashAsUInt128() == _taken.GetCurrentHashAsUInt128();
    }

    private void Forget()
    {
        (_lines, _bad, _position) = (new LogLines(), null, 0);
        _taken.Reset();
        _decisions.Clear();
        _ids.Clear();
    }

    private static byte[] ReadAt(FileStream stream, long at, long count)
    {
        stream.Position = at;
        byte[] bytes = new byte[count];
        int read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return read == bytes.Length ? bytes : bytes[..read];
    }

    private int Take(ReadOnlyMemory<byte> bytes)
    {
        List<LogLine> lines = _lines.Take(bytes, out int taken);
        foreach (LogLine line in lines)
        {
            // The same line twice: two copies of the log were put together by hand. It was decided once, where it
            // stands first.
            bool isKnown = line.Decision is { } decision && !_ids.Add(decision.Id);
            string? fault = line.Fault ?? (isKnown ? "the same decision stands above already" : null);
            _bad ??= fault is null ? null : line with { Fault = fault };
            if (line.Decision is not null && !isKnown)
                _decisions.Add(line.Decision);
        }

        _taken.Append(bytes.Span[..taken]);
        _position += taken;
        return taken;
    }

    private static byte[] Chain(List<Decision> decisions, string hash)
    {
        using MemoryStream chained = new();
        foreach (Decision decision in decisions)
        {
            byte[] line = DecisionJson.Write(decision, hash);
            hash = Convert.ToHexStringLower(SHA256.HashData(line));
            chained.Write(line);
            chained.WriteByte((byte)'\n');
        }

        return chained.ToArray();
    }

    /// <summary>On a full disk a part of the bytes may have been written: they are taken back.</summary>
    private void Write(FileStream stream, long end, ReadOnlySpan<byte> bytes)
    {
        bool isNew = end == 0;
        try
        {
            DurableFile.WriteAt(stream, end, bytes);
            DurableFile.Flush(stream);
            if (isNew)
                DurableFile.FlushFolderOf(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            TakeBack(stream, end, fault);
            throw;
        }
    }

    private void TakeBack(FileStream stream, long end, Exception fault)
    {
        try
        {
            DurableFile.Cut(stream, end);
        }
        catch (Exception second) when (second is IOException or UnauthorizedAccessException)
        {
            throw new IOException(
                $"{fault.Message} Nor could it be taken back: whether {path} holds the decision is not known. Look at "
                    + "it with csemapper decisions history once the disk is well again.",
                fault
            );
        }
    }

    private string SetAside(byte[] cut)
    {
        string named = $"{path}.cut-{time.GetUtcNow():yyyyMMdd-HHmmss-fff}";
        string aside = named;
        for (int next = 2; File.Exists(aside); next++)
            aside = $"{named}-{next}";
        using (FileStream file = new(aside, FileMode.CreateNew, FileAccess.Write, FileShare.Read, 1))
        {
            DurableFile.WriteAt(file, 0, cut);
            DurableFile.Flush(file);
        }

        DurableFile.FlushFolderOf(aside);
        return aside;
    }

    private IEnumerable<KnownHead> KnownHeads()
    {
        if (LogHead.InCache(Folder) is { } cached)
            yield return cached;
        if (LogHead.InMapping(Path.Combine(Folder, MappingFile.FileName)) is { } mapped)
            yield return mapped;
    }

    /// <summary>Keeps what a lost part of the log was known by, until somebody says that it may go.</summary>
    private void RememberHead()
    {
        if (KnownHeads().All(known => _lines.BeginsWith(known.Head)))
            _lines.Head.Remember(Folder);
    }

    private string Folder => Path.GetDirectoryName(Path.GetFullPath(path))!;

    private FileStream? OpenToRead()
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
