using System.Collections.Frozen;
using CseMapper.Passages.Searching;
using CseMapper.Passages.Terms;

namespace CseMapper.Matching.Queries;

/// <summary>The words that policies use for one another.</summary>
internal sealed class RelatedWords
{
    private readonly FrozenDictionary<string, QuerySynonym[]> _groups;

    private RelatedWords(FrozenDictionary<string, QuerySynonym[]> groups) => _groups = groups;

    /// <summary>Reads the table that comes with the program.</summary>
    public static RelatedWords Load()
    {
        using Stream stream =
            typeof(RelatedWords).Assembly.GetManifestResourceStream("synonyms.txt")
            ?? throw new InvalidOperationException("The table of synonyms is not in the program.");
        using StreamReader reader = new(stream);
        Dictionary<string, HashSet<string>> groups = new(StringComparer.Ordinal);
        Dictionary<string, string> words = new(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            TextTerm[] group = [.. TextAnalyzer.Analyze(line).DistinctBy(word => word.Term, StringComparer.Ordinal)];
            foreach (TextTerm word in group)
            {
                words.TryAdd(word.Term, line.Substring(word.Start, word.Length).ToLowerInvariant());
                if (!groups.TryGetValue(word.Term, out HashSet<string>? others))
                    groups.Add(word.Term, others = new HashSet<string>(StringComparer.Ordinal));
                others.UnionWith(group.Select(other => other.Term));
                others.Remove(word.Term);
            }
        }

        return new RelatedWords(
            groups.ToFrozenDictionary(
                group => group.Key,
                group =>
                    group
                        .Value.Order(StringComparer.Ordinal)
                        .Select(stem => new QuerySynonym(stem, words[stem]))
                        .ToArray(),
                StringComparer.Ordinal
            )
        );
    }

    /// <summary>The words that policies use for this one, in the ordinal order of their stems; none for most.</summary>
    /// <param name="stem">Its stem.</param>
    public IReadOnlyList<QuerySynonym> SynonymsOf(string stem) => _groups.GetValueOrDefault(stem, []);
}
