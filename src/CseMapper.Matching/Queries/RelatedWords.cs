using System.Collections.Frozen;
using CseMapper.Passages.Terms;

namespace CseMapper.Matching.Queries;

/// <summary>Words that may stand for one another: derivations of one root, and the words that policies use for one
/// another.</summary>
internal sealed class RelatedWords
{
    /// <summary>Derivations of one root have this many letters in common.</summary>
    public const int SharedLetters = 5;

    private readonly FrozenDictionary<string, FrozenSet<string>> _groups;

    private RelatedWords(FrozenDictionary<string, FrozenSet<string>> groups) => _groups = groups;

    /// <summary>Reads the table that comes with the program.</summary>
    public static RelatedWords Load()
    {
        using Stream stream =
            typeof(RelatedWords).Assembly.GetManifestResourceStream("synonyms.txt")
            ?? throw new InvalidOperationException("The table of synonyms is not in the program.");
        using StreamReader reader = new(stream);
        Dictionary<string, HashSet<string>> groups = new(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            string[] stems = [.. TextAnalyzer.Analyze(line).Select(word => word.Term).Distinct(StringComparer.Ordinal)];
            foreach (string stem in stems)
            {
                if (!groups.TryGetValue(stem, out HashSet<string>? others))
                    groups.Add(stem, others = new HashSet<string>(StringComparer.Ordinal));
                others.UnionWith(stems);
                others.Remove(stem);
            }
        }

        return new RelatedWords(
            groups.ToFrozenDictionary(
                group => group.Key,
                group => group.Value.ToFrozenSet(StringComparer.Ordinal),
                StringComparer.Ordinal
            )
        );
    }

    /// <summary>The stems that policies use for this one; none for most.</summary>
    public IReadOnlyCollection<string> SynonymsOf(string stem) =>
        _groups.TryGetValue(stem, out FrozenSet<string>? others) ? others : [];

    /// <summary>What derivations of one root share; null for stems too short to tell, and for figures.</summary>
    public static string? RootOf(string stem) =>
        stem.Length >= SharedLetters && stem.All(char.IsLetter) ? stem[..SharedLetters] : null;

    /// <summary>True for derivations of one root: "suppli" and "supplier", "complain" and "complaint".</summary>
    /// <remarks>Their common beginning leaves at most one letter of the shorter stem and four of the longer.</remarks>
    public static bool AreDerived(string one, string other)
    {
        if (one == other || RootOf(one) is not { } root || root != RootOf(other))
            return false;
        int shared = one.AsSpan().CommonPrefixLength(other);
        return Math.Min(one.Length, other.Length) - shared <= 1 && Math.Max(one.Length, other.Length) - shared <= 4;
    }
}
