using System.Security.Cryptography;

namespace CseMapper.Review;

/// <summary>A line of the log with its place, its decision or its fault, and the hashes of the chain.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Decision">Null when the line cannot be read.</param>
/// <param name="Fault">Why it cannot be read or does not belong here; null for a good line.</param>
internal sealed record LogLine(int Number, Decision? Decision, string? Fault);

/// <summary>Walks over the bytes of a decision log, line by line, checking the chain.</summary>
internal sealed class LogLines
{
    /// <summary>What the first line carries as the hash of the line before it.</summary>
    public static string FirstHash { get; } = new('0', 64);

    /// <summary>The hash of the last whole line so far.</summary>
    public string LastHash { get; private set; } = FirstHash;

    /// <summary>Whole lines so far.</summary>
    public int Count { get; private set; }

    /// <summary>Takes the whole lines at the front of the bytes.</summary>
    /// <param name="bytes">Bytes of the log from the end of what was taken before.</param>
    /// <param name="taken">How many bytes the whole lines have; the rest is a line cut short.</param>
    public List<LogLine> Take(ReadOnlyMemory<byte> bytes, out int taken)
    {
        List<LogLine> lines = [];
        taken = 0;
        for (int end = bytes.Span.IndexOf((byte)'\n'); end >= 0; end = bytes.Span[taken..].IndexOf((byte)'\n'))
        {
            ReadOnlyMemory<byte> line = bytes.Slice(taken, end);
            lines.Add(Check(line));
            LastHash = Convert.ToHexStringLower(SHA256.HashData(line.Span));
            taken += end + 1;
        }

        return lines;
    }

    private LogLine Check(ReadOnlyMemory<byte> line)
    {
        Count++;
        try
        {
            Decision decision = DecisionJson.Read(line, out string previous);
            return new LogLine(Count, decision, previous == LastHash ? null : "it does not carry the hash of the line before: a line above it was changed, taken out or put in");
        }
        catch (FormatException fault)
        {
            return new LogLine(Count, null, fault.Message);
        }
    }
}
