using System.Security.Cryptography;
using System.Text;

namespace CseMapper.Matching.Criteria;

/// <summary>
/// Makes a standard out of the text of a numbered list, as people have it in a Word file, a PDF or an e-mail. Wrapped
/// lines are joined; every damage is named with its line and nothing is made up: what cannot be told stays as found,
/// marked.
/// </summary>
public static class ListImport
{
    /// <summary>Reads a list.</summary>
    /// <param name="lines">Its lines, without line ends.</param>
    /// <param name="id">The standard's short name.</param>
    /// <param name="title">Its name; null for the text above the first number.</param>
    public static ImportedList Read(IReadOnlyList<string> lines, string id, string? title = null)
    {
        ListLines parsed = ListLines.Parse(lines);
        ListChecks.Run(parsed);
        string name = title ?? (parsed.Preamble.Count > 0 ? string.Join(' ', parsed.Preamble) : id);
        byte[] text = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        Standard standard = new(id, name, Arrange(parsed.Entries), Convert.ToHexStringLower(SHA256.HashData(text)));
        return new ImportedList(
            standard,
            [.. parsed.Damages.OrderBy(damage => damage.Line).ThenBy(damage => damage.Kind)]
        );
    }

    /// <summary>An entry with entries below it, or one in capitals, is a heading; all others are elements.</summary>
    internal static bool IsHeading(List<ListEntry> entries, int at) =>
        (at + 1 < entries.Count && entries[at + 1].Number.Extends(entries[at].Number))
        || (entries[at].IsInCapitals && entries.Any(entry => !entry.IsInCapitals));

    private static List<Criterion> Arrange(List<ListEntry> entries)
    {
        Dictionary<string, string> titles = [];
        List<(string Criterion, string Sub, StandardElement Element)> rows = [];
        for (int at = 0; at < entries.Count; at++)
        {
            ListEntry entry = entries[at];
            if (IsHeading(entries, at))
            {
                titles.TryAdd(entry.Number.Text, ListText.TitleCase(entry.Text));
                continue;
            }

            int depth = entry.Number.Parts.Count;
            string criterion = depth > 1 ? entry.Number.Prefix(1) : "";
            string sub = depth > 2 ? entry.Number.Prefix(depth - 1) : "";
            string above = titles.GetValueOrDefault(sub) ?? titles.GetValueOrDefault(criterion) ?? "";
            rows.Add(
                (
                    criterion,
                    sub,
                    new StandardElement(entry.Number.Text, entry.Text, above)
                    {
                        Parts = [new ElementPart(entry.Text)],
                        Damage = entry.Damage,
                    }
                )
            );
        }

        return
        [
            .. Runs(rows, row => row.Criterion)
                .Select(criterion => new Criterion(
                    criterion[0].Criterion,
                    titles.GetValueOrDefault(criterion[0].Criterion) ?? "",
                    [
                        .. Runs(criterion, row => row.Sub)
                            .Select(sub => new SubCriterion(
                                sub[0].Sub,
                                titles.GetValueOrDefault(sub[0].Sub) ?? "",
                                [.. sub.Select(row => row.Element)]
                            )),
                    ]
                )),
        ];
    }

    /// <summary>Neighbours of equal key together: grouping over the whole list would change the printed
    /// order.</summary>
    private static List<List<T>> Runs<T>(List<T> rows, Func<T, string> key)
    {
        List<List<T>> runs = [];
        foreach (T row in rows)
        {
            if (runs.Count > 0 && key(runs[^1][0]) == key(row))
                runs[^1].Add(row);
            else
                runs.Add([row]);
        }

        return runs;
    }
}
