using System.Globalization;

namespace CseMapper.Tests.Samples;

/// <summary>How well the suggestions of a run agree with expected.tsv.</summary>
internal sealed class SampleScores
{
    private const int Cutoff = 5;
    private readonly SampleRun _run;
    private readonly ILookup<string, ExpectedEvidence> _expected = ExpectedEvidence
        .Load()
        .ToLookup(row => row.Element, StringComparer.Ordinal);

    public SampleScores(SampleRun run)
    {
        _run = run;
        Without = [.. _expected.Where(rows => rows.All(row => row.IsNone)).Select(rows => rows.Key)];
        string[] with = [.. _expected.Select(rows => rows.Key).Except(Without, StringComparer.Ordinal)];
        Lost =
        [
            .. with.SelectMany(element => _expected[element])
                .Where(row => !run.PassagesOf(row.Document).Any(passage => row.StandsIn(passage.Text))),
        ];
        Recall = with.Average(RecallOf);
        Precision = Share(
            with.SelectMany(element => Top(element).Select(suggestion => IsEvidence(element, suggestion)))
        );
        ClearFirst = Share(
            with.Select(element => Top(element).Any(suggestion => IsEvidence(element, suggestion, grade: 2)))
        );
        PrecisionOfStrong = Share(
            _expected
                .Select(rows => rows.Key)
                .SelectMany(element =>
                    Top(element)
                        .Where(suggestion => suggestion.Strength == "strong")
                        .Select(suggestion => IsEvidence(element, suggestion))
                )
        );
    }

    /// <summary>All elements in printed order.</summary>
    public IReadOnlyList<string> Elements => [.. _expected.Select(rows => rows.Key)];

    /// <summary>Elements that no document is evidence for.</summary>
    public IReadOnlyList<string> Without { get; }

    /// <summary>Rows whose words stand in no passage that was read.</summary>
    public IReadOnlyList<ExpectedEvidence> Lost { get; }

    /// <summary>Mean over elements: evidence among the first five suggestions, as a share of all its passages or of
    /// five where there are more.</summary>
    public double Recall { get; }

    /// <summary>Share of the first five suggestions of each element that are evidence, over elements that have
    /// any.</summary>
    public double Precision { get; }

    /// <summary>The same for suggestions shown as strong, over all elements; 1 where there are none.</summary>
    public double PrecisionOfStrong { get; }

    /// <summary>Share of elements with clear evidence among the first five suggestions.</summary>
    public double ClearFirst { get; }

    /// <summary>An element's first five suggestions: strength, whether they are evidence, where they stand.</summary>
    public IEnumerable<string> Judged(string element) =>
        Top(element)
            .Select(suggestion =>
                $"{element}\t"
                + (
                    IsEvidence(element, suggestion, grade: 2) ? "clear"
                    : IsEvidence(element, suggestion) ? "supporting"
                    : "-"
                )
                + $"\t{suggestion.Strength}\t{suggestion.Places[0].Document}\t"
                + $"{suggestion.Places[0].Text[..Math.Min(80, suggestion.Places[0].Text.Length)]}"
            );

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"recall@5 {Recall:F3}, precision@5 {Precision:F3}, of strong ones {PrecisionOfStrong:F3}, "
                + $"elements with clear evidence in five {ClearFirst:F3}, rows not read {Lost.Count}"
        );

    private double RecallOf(string element)
    {
        IEnumerable<(string, string)> passages = _expected[element]
            .SelectMany(row =>
                _run.PassagesOf(row.Document)
                    .Where(passage => row.StandsIn(passage.Text))
                    .Select(passage => (row.Document, passage.Passage))
            );
        int all = passages.Distinct().Count() + Lost.Count(row => row.Element == element);
        return Top(element).Count(suggestion => IsEvidence(element, suggestion)) / (double)Math.Min(all, Cutoff);
    }

    private IEnumerable<SampleSuggestion> Top(string element) => _run.Suggestions(element).Take(Cutoff);

    /// <summary>True for a suggestion that was judged by hand to be evidence.</summary>
    public bool IsEvidence(string element, SampleSuggestion suggestion, int grade = 1) =>
        suggestion.Places.Any(place =>
            _expected[element]
                .Any(row => row.Grade >= grade && row.Document == place.Document && row.StandsIn(place.Text))
        );

    private static double Share(IEnumerable<bool> judgements)
    {
        bool[] all = [.. judgements];
        return all.Length == 0 ? 1 : all.Count(judgement => judgement) / (double)all.Length;
    }
}
