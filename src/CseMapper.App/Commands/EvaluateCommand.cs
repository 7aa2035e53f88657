using System.CommandLine;
using System.Globalization;
using System.Text;
using CseMapper.Decisions.Evaluation;
using CseMapper.Decisions.Log;
using CseMapper.Documents;
using CseMapper.Matching.Criteria;
using CseMapper.Matching.Evaluation;
using CseMapper.Matching.Scoring;
using CseMapper.Passages.Workspaces;

namespace CseMapper.App.Commands;

/// <summary><c>csemapper evaluate</c>: how good the ranking is on labelled passages, on our own decisions, or on last
/// year's sheet.</summary>
internal static class EvaluateCommand
{
    public static Command Create(
        Terminal terminal,
        Func<bool, string, EvidenceRanker> rankerOf,
        DocumentIngest ingest,
        TimeProvider time
    )
    {
        Argument<string?> source = new("source")
        {
            Description =
                "A labelled folder (corpus.jsonl, queries.jsonl, qrels/test.tsv as in BEIR; metadata.scope "
                + "limits a query to passages of that scope), a decision log (.jsonl), "
                + "or a sheet with columns of elements and documents (.xlsx, .docx). The decision log of the "
                + "output folder when not given.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<string> output = SharedOptions.Out();
        Option<string?> criteria = SharedOptions.Criteria();
        criteria.Description =
            "A criteria file; a labelled query whose id is one of its elements gets that element's vocabulary. "
            + "For the others the built-in standard when not given.";
        Option<string?> run = new("--run")
        {
            Description =
                "Write the rankings to this file, as TREC does, with one column more: query Q0 passage rank score tag "
                + "confidence.",
        };
        Option<string?> semantic = SharedOptions.Semantic("On, unless csemapper.json says otherwise.");
        Option<string[]> least = new("--fail-under")
        {
            Description =
                "A measure and the least it may be, such as nDCG@10=0.60; may be given several times. Below it "
                + "the command ends with 2.",
            AllowMultipleArgumentsPerToken = true,
        };
        Command command = new(
            "evaluate",
            "Measures the ranking on a labelled folder, on the organisation's own decisions, or on last year's "
                + "sheet of evidence.\n\nExamples:\n"
                + "  csemapper evaluate labelled/ours --criteria criteria/cse.json --run ours.run\n"
                + "  csemapper evaluate --out cse-mapping --fail-under nDCG@10=0.60\n"
                + "  csemapper evaluate \"Assessor sheet 2025.xlsx\" --out cse-mapping"
        )
        {
            source,
            output,
            criteria,
            run,
            semantic,
            least,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Task.Run(
                    () =>
                    {
                        string folder = Path.GetFullPath(parsed.GetRequiredValue(output));
                        bool comparesMeaning =
                            SharedOptions.IsOn(parsed, semantic) ?? SharedOptions.SettingsOf(parsed).Semantic;
                        EvaluationReport report = Measure(
                            parsed.GetValue(source),
                            folder,
                            parsed.GetValue(criteria),
                            new EvaluationMeans(rankerOf(comparesMeaning, folder), ingest, time),
                            cancellation
                        );
                        IReadOnlyList<string> failures = report.Below(parsed.GetValue(least) ?? []);
                        if (parsed.GetValue(run) is { } file)
                            WriteRun(report.Run, file);
                        terminal.Out.Write(parsed.GetValue(SharedOptions.Json) ? report.ToJson() : report.ToText());
                        foreach (string failure in failures)
                            terminal.Error.WriteLine(failure);
                        return failures.Count == 0 ? ExitCode.Done : ExitCode.Attention;
                    },
                    CancellationToken.None
                )
        );
        return command;
    }

    private static EvaluationReport Measure(
        string? source,
        string output,
        string? criteriaFile,
        EvaluationMeans means,
        CancellationToken cancellation
    )
    {
        try
        {
            if (source is null)
            {
                return OfDecisions(
                    Path.Combine(output, DecisionLog.FileName),
                    output,
                    criteriaFile,
                    means,
                    cancellation
                );
            }

            if (Directory.Exists(source))
            {
                Standard? criteria = criteriaFile is null ? null : CriteriaFile.Load(criteriaFile);
                return EvaluationReport.Describe(
                    RankingEvaluation.Measure(LabelledSet.Load(source, criteria), means.Ranker, cancellation)
                );
            }

            if (!File.Exists(source))
                throw new CommandException($"There is no folder or file '{source}'.", ExitCode.Usage);
            return source.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase)
                ? OfDecisions(source, output, criteriaFile, means, cancellation)
                : OfSheet(source, output, criteriaFile, means, cancellation);
        }
        catch (Exception fault) when (fault is InvalidDataException or CriteriaFileException)
        {
            throw new CommandException(fault.Message);
        }
    }

    private static EvaluationReport OfDecisions(
        string file,
        string output,
        string? criteriaFile,
        EvaluationMeans means,
        CancellationToken cancellation
    )
    {
        if (!File.Exists(file))
        {
            throw new CommandException(
                $"There is no decision log '{file}': accept or reject suggestions first, or name a labelled folder.",
                ExitCode.Usage
            );
        }

        using Workspace workspace = WorkspaceOf.Open(output);
        using DecisionLog log = new(file, means.Time);
        DecisionLogContent content = log.Read();
        return EvaluationReport.Describe(
            DecisionEvaluation.Measure(
                CriteriaFile.Load(criteriaFile),
                workspace,
                content.Decisions,
                means.Ranker,
                cancellation
            )
        );
    }

    private static EvaluationReport OfSheet(
        string file,
        string output,
        string? criteriaFile,
        EvaluationMeans means,
        CancellationToken cancellation
    )
    {
        Standard standard = CriteriaFile.Load(criteriaFile);
        using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        IngestResult read = means.Ingest.Read(stream, Path.GetFileName(file), cancellation).Result;
        if (read.Document is not { } document)
        {
            throw new CommandException(
                $"{Path.GetFileName(file)}: {string.Join(' ', read.Problems.Select(problem => problem.Message))}"
            );
        }

        using Workspace workspace = WorkspaceOf.Open(output);
        return EvaluationReport.Describe(
            Path.GetFileName(file),
            SheetEvaluation.Measure(
                standard,
                workspace,
                AssessorSheet.Read(document, standard),
                means.Ranker,
                cancellation
            )
        );
    }

    private static void WriteRun(IReadOnlyList<RankedPassage> run, string file)
    {
        using StreamWriter writer = new(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false))
        {
            NewLine = "\n",
        };
        foreach (RankedPassage line in run)
        {
            writer.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{line.Query} Q0 {line.Passage} {line.Rank} {line.Score:R} csemapper {line.Confidence:F4}"
                )
            );
        }
    }
}

/// <summary>What evaluations are made with.</summary>
/// <param name="Ranker">Ranks.</param>
/// <param name="Ingest">Reads a sheet.</param>
/// <param name="Time">The clock.</param>
internal sealed record EvaluationMeans(EvidenceRanker Ranker, DocumentIngest Ingest, TimeProvider Time);
