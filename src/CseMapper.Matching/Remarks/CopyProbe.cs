using System.Text;
using CseMapper.Passages.Indexing;
using CseMapper.Passages.Terms;

namespace CseMapper.Matching.Remarks;

/// <summary>What the index is asked to find passages with that may share most runs of a candidate, without
/// loss.</summary>
/// <remarks>
/// A passage that lacks a term lacks all runs that the term stands in. So the candidate's rarest terms are taken, each
/// counting for the runs that none before it stands in, until these come to .6 of all runs: a passage whose terms among
/// them come to less than that sum less .4 of all runs cannot share .6 of them. Rare terms have short postings.
/// </remarks>
internal sealed class CopyProbe
{
    /// <summary>The share of the runs that the terms come to. With more of them fewer passages have to be compared, and
    /// more postings to be read.</summary>
    private const double Covered = 0.6;

    private readonly string[] _terms;

    /// <summary>By term: the distinct runs that it stands in.</summary>
    private readonly int[][] _runsOf;
    private readonly int _runs;

    private CopyProbe(string[] terms, int[][] runsOf, int runs)
    {
        _terms = terms;
        _runsOf = runsOf;
        _runs = runs;
    }

    /// <summary>Makes one for the passage read last.</summary>
    public static CopyProbe Build(RunReader reader)
    {
        Dictionary<ulong, int> numbers = [];
        Dictionary<int, HashSet<int>> runsOf = [];
        for (int place = 0; place < reader.Runs.Length; place++)
        {
            if (!numbers.TryAdd(reader.Runs[place], numbers.Count))
                continue;
            foreach (int code in reader.Words.Slice(place, RunReader.Run))
            {
                int term = TermRuns.NumberOf(code);
                if (!runsOf.TryGetValue(term, out HashSet<int>? runs))
                    runsOf.Add(term, runs = []);
                runs.Add(numbers.Count - 1);
            }
        }

        return new CopyProbe(
            [.. runsOf.Keys.Select(term => Encoding.UTF8.GetString(reader.Terms.BytesOf(term)))],
            [.. runsOf.Values.Select(runs => runs.ToArray())],
            numbers.Count
        );
    }

    /// <summary>What passages have to hold to be looked at, for each of several candidates that have runs.</summary>
    /// <param name="probes">The candidates.</param>
    /// <param name="index">Knows which terms are rare.</param>
    /// <param name="alike">The share of a candidate's runs that a passage must have.</param>
    public static List<HeldTerms> Choose(IReadOnlyList<CopyProbe> probes, IndexSnapshot index, double alike)
    {
        string[] terms = [.. probes.SelectMany(probe => probe._terms).Distinct(StringComparer.Ordinal)];
        int[] counts = index.RoughFrequencies([.. terms.Select(Encoding.UTF8.GetBytes)]);
        Dictionary<string, int> frequencies = new(StringComparer.Ordinal);
        for (int i = 0; i < terms.Length; i++)
            frequencies.Add(terms[i], counts[i]);
        return [.. probes.Where(probe => probe._runs > 0).Select(probe => probe.Choose(frequencies, alike))];
    }

    private HeldTerms Choose(Dictionary<string, int> frequencies, double alike)
    {
        int mayLack = _runs - (int)Math.Ceiling(alike * _runs);
        bool[] isCovered = new bool[_runs];
        List<(byte[] Term, int Weight)> chosen = [];
        int sum = 0;
        foreach (
            int term in Enumerable
                .Range(0, _terms.Length)
                .OrderBy(term => frequencies[_terms[term]])
                .ThenBy(term => _terms[term], StringComparer.Ordinal)
        )
        {
            int weight = 0;
            foreach (int run in _runsOf[term])
            {
                if (!isCovered[run])
                    weight++;
                isCovered[run] = true;
            }

            if (weight == 0)
                continue;
            chosen.Add((Encoding.UTF8.GetBytes(_terms[term]), weight));
            sum += weight;
            if (sum > mayLack && sum >= Covered * _runs)
                break;
        }

        return new HeldTerms(chosen, sum - mayLack);
    }
}
