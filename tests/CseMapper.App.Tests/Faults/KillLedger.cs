using System.Collections.Concurrent;
using System.Globalization;

namespace CseMapper.App.Tests.Faults;

/// <summary>Decisions that were sent off, each told by words of its own, and those of them that the program
/// confirmed.</summary>
internal sealed class KillLedger
{
    private readonly ConcurrentBag<string> _sent = [];
    private readonly ConcurrentBag<string> _confirmed = [];
    private int _number;

    /// <summary>How many the program confirmed.</summary>
    public int Confirmed => _confirmed.Count;

    /// <summary>Words that no other decision has.</summary>
    public string New(string kind)
    {
        string words = string.Create(CultureInfo.InvariantCulture, $"{kind} {Interlocked.Increment(ref _number)}.");
        _sent.Add(words);
        return words;
    }

    /// <summary>Notes that the program said it was saved.</summary>
    public void Confirm(string words) => _confirmed.Add(words);

    /// <summary>How many of the words stand in the log.</summary>
    public static int CountOf(IEnumerable<string> words, string[] log) =>
        words.Count(one => Array.Exists(log, line => Holds(line, one)));

    /// <summary>Compares with the lines of the log.</summary>
    /// <returns>A sentence for each that was lost or doubled.</returns>
    public IEnumerable<string> Faults(string[] log)
    {
        foreach (string words in _confirmed.Where(words => !Array.Exists(log, line => Holds(line, words))))
            yield return $"lost: {words}";
        foreach (string words in _sent.Where(words => log.Count(line => Holds(line, words)) > 1))
            yield return $"doubled: {words}";
    }

    private static bool Holds(string line, string words) => line.Contains($"\"{words}\"", StringComparison.Ordinal);
}
