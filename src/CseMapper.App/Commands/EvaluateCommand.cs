using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CseMapper.Criteria;
using CseMapper.Indexing;
using CseMapper.Matching;
using CseMapper.Matching.Evaluation;

namespace CseMapper.App.Commands;

/// <summary><c>csemapper evaluate</c>: how good the ranking is on a labelled folder.</summary>
internal static class EvaluateCommand
{
    public static Command Create(Terminal terminal, EvidenceRanker ranker, Func<string, IPassageIndex?> newIndex)
    {
        Argument<string> folder = new("dir") { Description = "A folder with corpus.jsonl, queries.jsonl and qrels/test.tsv, as in BEIR. metadata.scope limits a query to passages of that scope." };
        Option<string?> criteria = SharedOptions.Criteria();
        criteria.Description = "A criteria file; a query whose id is one of its elements gets that element's vocabulary.";
        Option<string?> run = new("--run") { Description = "Write the rankings to this file, as TREC does: query Q0 passage rank score tag." };
        Option<string> index = SharedOptions.Index();
        Command command = new("evaluate", "Measures the ranking on a labelled folder: nDCG@10, MAP, recall, precision, calibration.\n\nExample:\n  csemapper evaluate labelled/ours --criteria criteria/cse.json --run ours.run")
        {
            folder,
            criteria,
            run,
            index,
        };
        command.SetAction((parsed, cancellation) => Task.Run(
            () => Run(parsed.GetRequiredValue(folder), parsed.GetValue(criteria), parsed.GetValue(run), parsed.GetValue(SharedOptions.Json), terminal, ranker, () => newIndex(parsed.GetRequiredValue(index)), cancellation), CancellationToken.None));
        return command;
    }

    private static int Run(string folder, string? criteriaFile, string? runFile, bool asJson, Terminal terminal, EvidenceRanker ranker, Func<IPassageIndex?> newIndex, CancellationToken cancellation)
    {
        if (!Directory.Exists(folder)) throw new CommandException($"There is no folder '{folder}'.", ExitCode.Usage);
        try
        {
            Standard? criteria = criteriaFile is null ? null : CriteriaFile.Load(criteriaFile);
            RankingEvaluation result = RankingEvaluation.Of(LabelledSet.Load(folder, criteria), ranker, newIndex, cancellation);
            if (runFile is not null) WriteRun(result, runFile);
            terminal.Out.Write(asJson ? Json(result) : Text(result));
            return ExitCode.Done;
        }
        catch (Exception fault) when (fault is InvalidDataException or CriteriaFileException)
        {
            throw new CommandException(fault.Message);
        }
    }

    private static void WriteRun(RankingEvaluation result, string file)
    {
        using StreamWriter writer = new(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        foreach (RankedPassage line in result.Run)
        {
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{line.Query} Q0 {line.Passage} {line.Rank} {line.Score:R} csemapper"));
        }
    }

    private static string Text(RankingEvaluation result)
    {
        RankingQuality quality = result.Quality;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            set       {result.Set}
            queries   {quality.Queries}
            nDCG@10   {quality.Ndcg10:F4}
            MAP       {quality.MeanAveragePrecision:F4}
            R@10      {quality.Recall10:F4}
            R@50      {quality.Recall50:F4}
            P@5       {quality.Precision5:F4}
            ECE       {result.Calibration.ExpectedError:F4}
            AUC       {result.Calibration.Auc:F4}

            """).ReplaceLineEndings("\n");
    }

    private static string Json(RankingEvaluation result)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("set", result.Set);
            json.WriteNumber("queries", result.Quality.Queries);
            json.WriteNumber("ndcg@10", Math.Round(result.Quality.Ndcg10, 6));
            json.WriteNumber("map", Math.Round(result.Quality.MeanAveragePrecision, 6));
            json.WriteNumber("recall@10", Math.Round(result.Quality.Recall10, 6));
            json.WriteNumber("recall@50", Math.Round(result.Quality.Recall50, 6));
            json.WriteNumber("precision@5", Math.Round(result.Quality.Precision5, 6));
            json.WriteStartObject("calibration");
            json.WriteNumber("suggestions", result.Calibration.Suggestions);
            json.WriteNumber("ece", Math.Round(result.Calibration.ExpectedError, 6));
            json.WriteNumber("auc", Math.Round(result.Calibration.Auc, 6));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
