using System.Globalization;
using System.Text;
using System.Text.Json;
using CseMapper.Decisions.Evaluation;
using CseMapper.Matching.Evaluation;

namespace CseMapper.App.Commands;

/// <summary>Measures, and what they were taken on.</summary>
/// <param name="Set">What they were taken on.</param>
/// <param name="Counts">How much of it there was.</param>
/// <param name="Measures">Better when higher.</param>
/// <param name="Calibration">How honest the confidences are; null where they were not measured.</param>
/// <param name="Run">The rankings; empty where they are of documents.</param>
internal sealed record EvaluationReport(
    string Set,
    IReadOnlyList<(string Name, int Count)> Counts,
    IReadOnlyList<Measure> Measures,
    CalibrationQuality? Calibration,
    IReadOnlyList<RankedPassage> Run
)
{
    private const int Width = 10;

    /// <summary>What could not be measured, as sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public static EvaluationReport Describe(RankingEvaluation result) =>
        new(
            result.Set,
            [("queries", result.Quality.Queries)],
            [
                new Measure("nDCG@10", "ndcg@10", result.Quality.Ndcg10),
                new Measure("MAP", "map", result.Quality.MeanAveragePrecision),
                new Measure("R@10", "recall@10", result.Quality.Recall10),
                new Measure("R@50", "recall@50", result.Quality.Recall50),
                new Measure("P@5", "precision@5", result.Quality.Precision5),
            ],
            result.Calibration,
            result.Run
        );

    public static EvaluationReport Describe(DecisionEvaluation evaluation)
    {
        EvaluationReport report = Describe(evaluation.Result);
        return report with
        {
            Counts =
            [
                ("elements", evaluation.Result.Quality.Queries),
                ("accepted", evaluation.Accepted),
                ("rejected", evaluation.Rejected),
                ("left out", evaluation.LeftOut),
            ],
            Notes =
            [
                "Over judged passages only: what nobody decided about is left out of the rankings.",
                .. evaluation.LeftOut > 0
                    ? ["Left out: decided passages whose words have changed or gone since."]
                    : (string[])[],
            ],
        };
    }

    public static EvaluationReport Describe(string sheet, SheetEvaluation evaluation) =>
        new(
            sheet,
            [
                ("elements", evaluation.Elements.Count),
                ("documents", evaluation.Elements.Sum(element => element.Ranks.Count)),
            ],
            [
                .. SheetEvaluation
                    .Cutoffs.Select(k => string.Create(CultureInfo.InvariantCulture, $"recall@{k}"))
                    .Zip(SheetEvaluation.Cutoffs, (name, k) => new Measure(name, name, evaluation.Recall(k))),
            ],
            Calibration: null,
            []
        )
        {
            Notes =
            [
                "Documents handed in for an element, found among the first k documents suggested for it.",
                .. evaluation.NotFound.Select(name => $"No file of the folder is named like \"{name}\"."),
            ],
        };

    /// <summary>A sentence for each measure that is below what is asked for.</summary>
    /// <param name="limits">"nDCG@10=0.60".</param>
    /// <exception cref="CommandException">A limit cannot be understood.</exception>
    public IReadOnlyList<string> Below(IEnumerable<string> limits)
    {
        List<string> failures = [];
        Measure[] known = Calibration is { } calibration
            ? [.. Measures, new Measure("AUC", "auc", calibration.Auc)]
            : [.. Measures];
        foreach (string limit in limits)
        {
            int equals = limit.LastIndexOf('=');
            Measure? measure = equals < 0 ? null : Array.Find(known, one => one.IsCalled(limit[..equals]));
            if (
                measure is null
                || !double.TryParse(
                    limit.AsSpan(equals + 1),
                    NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out double least
                )
            )
            {
                throw new CommandException(
                    $"--fail-under takes a measure and a number, such as {known[0].Name}=0.60; known here are "
                        + $"{string.Join(", ", known.Select(one => one.Name))}. '{limit}' is none.",
                    ExitCode.Usage
                );
            }

            if (measure.Value < least)
            {
                failures.Add(
                    string.Create(CultureInfo.InvariantCulture, $"{measure.Name} is {measure.Value:F4}, below {least}.")
                );
            }
        }

        return failures;
    }

    public string ToText()
    {
        StringBuilder text = new();
        Line("set", Set);
        foreach ((string name, int count) in Counts)
            Line(name, count.ToString(CultureInfo.InvariantCulture));
        foreach (Measure measure in Measures)
            Line(measure.Name, measure.Value.ToString("F4", CultureInfo.InvariantCulture));
        if (Calibration is { } calibration)
        {
            Line("ECE", calibration.ExpectedError.ToString("F4", CultureInfo.InvariantCulture));
            Line("AUC", calibration.Auc.ToString("F4", CultureInfo.InvariantCulture));
        }

        foreach (string note in Notes)
            text.Append(note).Append('\n');
        return text.ToString();

        void Line(string name, string value) => text.Append(name.PadRight(Width)).Append(value).Append('\n');
    }

    public string ToJson()
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("set", Set);
            foreach ((string name, int count) in Counts)
                json.WriteNumber(name == "left out" ? "leftOut" : name, count);
            foreach (Measure measure in Measures)
                json.WriteNumber(measure.Key, Math.Round(measure.Value, 6));
            if (Calibration is { } calibration)
            {
                json.WriteStartObject("calibration");
                json.WriteNumber("suggestions", calibration.Suggestions);
                json.WriteNumber("ece", Math.Round(calibration.ExpectedError, 6));
                json.WriteNumber("auc", Math.Round(calibration.Auc, 6));
                json.WriteEndObject();
            }

            json.WriteStartArray("notes");
            foreach (string note in Notes)
                json.WriteStringValue(note);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}

/// <summary>A figure of an evaluation.</summary>
/// <param name="Name">As people write it: "nDCG@10".</param>
/// <param name="Key">As JSON writes it: "ndcg@10".</param>
/// <param name="Value">0 to 1.</param>
internal sealed record Measure(string Name, string Key, double Value)
{
    public bool IsCalled(string name) =>
        name.Equals(Name, StringComparison.OrdinalIgnoreCase) || name.Equals(Key, StringComparison.OrdinalIgnoreCase);
}
