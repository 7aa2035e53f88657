using System.Security.Cryptography;
using System.Text;

namespace CseMapper.Decisions.Log;

/// <summary>A line of the log with its place, its decision or its fault, and the hashes of the chain.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Decision">Null when the line cannot be read.</param>
/// <param name="Fault">Why it cannot be read or does not belong here; null for a good line.</param>
internal sealed record LogLine(int Number, Decision? Decision, string? Fault);

/// <summary>Walks over the bytes of a decision log, line by line, checking the chain.</summary>
/// <remarks>
/// Editors, version control and sync tools add a byte order mark, turn line ends and put in empty lines. None of that
/// takes a decision away or changes one, so none of it breaks the chain: hashes are of the line without it.
/// </remarks>
internal sealed class LogLines
{
    private const int HashTextLength = 64;
    private static readonly byte[] _mark = [0xEF, 0xBB, 0xBF];

    /// <summary>By line the hash over it and all before it.</summary>
    private readonly List<string> _heads = [];

    /// <summary>The hash of the last line with all that was added to it, which lines written after it by an earlier
    /// version carry.</summary>
    private string _lastHashAsItStands = FirstHash;

    /// <summary>What the first line carries as the hash of the line before it.</summary>
    public static string FirstHash { get; } = new('0', HashTextLength);

    /// <summary>The hash of the last whole line so far.</summary>
    public string LastHash { get; private set; } = FirstHash;

    /// <summary>Whole lines so far, empty ones included.</summary>
    public int Count { get; private set; }

    /// <summary>The bytes of the last line with a decision, and how many stand behind it; by it another file in the
    /// log's place is told.</summary>
    public (byte[] Line, int Behind) Last { get; private set; } = ([], 0);

    /// <summary>Names all lines so far.</summary>
    public LogHead Head => new(_heads.Count, HeadAt(_heads.Count));

    /// <summary>Names them together with a last line that lacks nothing but its line end.</summary>
    /// <param name="rest">What <see cref="Take"/> left over.</param>
    public LogHead HeadWith(ReadOnlyMemory<byte> rest) => new(_heads.Count + 1, NextHead(Bare(rest).Span));

    /// <summary>Whether the log begins with the lines that a head names.</summary>
    /// <param name="head">A head.</param>
    public bool BeginsWith(LogHead head) => head.Lines <= _heads.Count && HeadAt(head.Lines) == head.Hash;

    /// <summary>Takes the whole lines at the front of the bytes.</summary>
    /// <param name="bytes">Bytes of the log from the end of what was taken before.</param>
    /// <param name="taken">How many bytes the whole lines have; the rest is a line cut short.</param>
    /// <returns>The lines that are not empty.</returns>
    public List<LogLine> Take(ReadOnlyMemory<byte> bytes, out int taken)
    {
        List<LogLine> lines = [];
        taken = 0;
        for (int end; (end = EndOf(bytes.Span[taken..])) >= 0; )
        {
            ReadOnlyMemory<byte> raw = bytes.Slice(taken, end);
            ReadOnlyMemory<byte> line = Bare(raw);
            Count++;
            Last = (Last.Line, Last.Behind + end + 1);
            if (line.Length > 0)
            {
                lines.Add(Check(line));
                _heads.Add(NextHead(line.Span));
                (LastHash, _lastHashAsItStands) = (HashOf(line.Span), HashOf(raw.Span));
                Last = (raw.ToArray(), 1);
            }
            else
            {
                _lastHashAsItStands = HashOf(raw.Span);
            }

            taken += end + 1;
        }

        return lines;
    }

    /// <summary>The decision of a last line that lacks nothing but its line end, which an editor may have taken away;
    /// null for a line cut short.</summary>
    /// <param name="rest">What <see cref="Take"/> left over.</param>
    public Decision? Unended(ReadOnlyMemory<byte> rest)
    {
        try
        {
            return
                rest.Length > 0
                && DecisionJson.Read(Bare(rest), out string previous) is { } decision
                && Follows(previous)
                ? decision
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Where the first line ends: at a line feed or, where a program turned line ends into those of old Macs,
    /// at a carriage return. One that is the last byte may belong to a line feed still to come.</summary>
    private static int EndOf(ReadOnlySpan<byte> bytes)
    {
        int end = bytes.IndexOfAny((byte)'\n', (byte)'\r');
        if (end < 0 || bytes[end] == '\n')
            return end;
        if (end + 1 == bytes.Length)
            return -1;
        return bytes[end + 1] == '\n' ? end + 1 : end;
    }

    private string HeadAt(int lines) => lines == 0 ? FirstHash : _heads[lines - 1];

    /// <summary>The lines so far are in it by their hash, so that a line that is added costs no more than itself.</summary>
    private string NextHead(ReadOnlySpan<byte> line)
    {
        byte[] both = new byte[HashTextLength + line.Length];
        Encoding.ASCII.GetBytes(HeadAt(_heads.Count), both);
        line.CopyTo(both.AsSpan(HashTextLength));
        return HashOf(both);
    }

    private LogLine Check(ReadOnlyMemory<byte> line)
    {
        try
        {
            Decision decision = DecisionJson.Read(line, out string previous);
            return new LogLine(
                Count,
                decision,
                Follows(previous)
                    ? null
                    : "it does not carry the hash of the line before: a line above it was changed, taken out or put in"
            );
        }
        catch (FormatException fault)
        {
            return new LogLine(Count, null, fault.Message);
        }
    }

    private bool Follows(string previous) => previous == LastHash || previous == _lastHashAsItStands;

    private ReadOnlyMemory<byte> Bare(ReadOnlyMemory<byte> line)
    {
        if (Count == 0 && line.Span.StartsWith(_mark))
            line = line[_mark.Length..];
        return line[..line.Span.TrimEnd(" \t\r"u8).Length];
    }

    private static string HashOf(ReadOnlySpan<byte> line) => Convert.ToHexStringLower(SHA256.HashData(line));
}
