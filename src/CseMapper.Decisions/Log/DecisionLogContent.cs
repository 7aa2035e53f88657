using System.Globalization;

namespace CseMapper.Decisions.Log;

/// <summary>What a log held when it was checked.</summary>
/// <param name="Decisions">Every readable decision, in the order they were taken.</param>
/// <param name="BadLine">The first line that breaks the chain or cannot be read, or null.</param>
/// <param name="Fault">What is wrong with it, or null.</param>
/// <param name="HasCutLine">True when the last line was cut short: while it was written, or later.</param>
public sealed record DecisionLogContent(IReadOnlyList<Decision> Decisions, int? BadLine, string? Fault, bool HasCutLine)
{
    /// <summary>SHA-256 in hex of the last whole line: what the next line carries.</summary>
    public string LastHash { get; init; } = LogLines.FirstHash;

    /// <summary>Names all of its lines.</summary>
    public LogHead Head { get; init; } = LogHead.None;

    /// <summary>The longest log that is remembered outside it, or null for none.</summary>
    public KnownHead? Known { get; init; }

    /// <summary>The longest log that is remembered outside it and that it does not begin with, or null: lines were cut
    /// off, changed or the whole file replaced.</summary>
    public KnownHead? Lost { get; init; }

    /// <summary>True when something is wrong that somebody must look at.</summary>
    public bool IsDamaged => BadLine is not null || Lost is not null;

    /// <summary>A sentence for each thing that is wrong.</summary>
    public IEnumerable<string> Damage()
    {
        if (BadLine is { } line)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{DecisionLog.FileName}, line {line}: {Fault}. What can be read of it was used; compare the file with "
                    + $"a backup."
            );
        }

        if (Lost is { } lost)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{DecisionLog.FileName} is not the log that {lost.Keeper} of {lost.Seen:yyyy-MM-dd} knew: that had "
                    + $"{lost.Head.Lines} lines, of which some were taken out or changed ({Head.Lines} lines now). "
                    + $"Compare the file with a backup; csemapper decisions verify --accept-loss takes it as it stands."
            );
        }
    }
}
