using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CseMapper.Decisions.Evaluation;
using CseMapper.Decisions.Log;
using CseMapper.Matching.Criteria;
using CseMapper.Passages.Storage;
using CseMapper.Passages.Workspaces;

namespace CseMapper.App.Commands;

/// <summary><c>csemapper criteria suggest</c>: proposes words for an organisation's own vocabulary out of the evidence
/// it has accepted.</summary>
internal static class CriteriaSuggest
{
    /// <summary>Less than a word of the element's own: proposals are read by a person before they are used, and may be
    /// raised.</summary>
    private const double Weight = 0.5;

    public static Command Create(Terminal terminal, TimeProvider time)
    {
        Option<string> output = SharedOptions.Out();
        Option<string?> criteria = SharedOptions.Criteria();
        Option<string?> file = new("--write")
        {
            Description = "Write the proposals to this file, to be laid over the standard; printed when not given.",
        };
        Command command = new(
            "suggest",
            "Proposes words for your own vocabulary out of the evidence you have accepted, as a file that is "
                + "laid over the standard. Read and edit it before you use it.\n\n"
                + "Example:\n  csemapper criteria suggest --out cse-mapping --write ours.json"
        )
        {
            output,
            criteria,
            file,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Task.Run(
                    () =>
                        Run(
                            Path.GetFullPath(parsed.GetRequiredValue(output)),
                            parsed.GetValue(criteria),
                            parsed.GetValue(file),
                            parsed.GetValue(SharedOptions.Quiet),
                            terminal,
                            time,
                            cancellation
                        ),
                    CancellationToken.None
                )
        );
        return command;
    }

    private static int Run(
        string output,
        string? criteriaFile,
        string? file,
        bool isQuiet,
        Terminal terminal,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        using Workspace workspace = WorkspaceOf.Open(output);
        using DecisionLog log = new(Path.Combine(output, DecisionLog.FileName), time);
        IReadOnlyList<(StandardElement Element, IReadOnlyList<string> Words)> learnt = LearntWords.Find(
            CriteriaFile.Load(criteriaFile),
            workspace,
            log.Read().Decisions,
            cancellation
        );
        byte[] json = Json(criteriaFile is null ? "cse" : Path.GetFileName(criteriaFile), learnt);
        if (file is not null)
            AtomicFile.Write(Path.GetFullPath(file), stream => stream.Write(json), cancellation);
        else
            terminal.Out.Write(Encoding.UTF8.GetString(json));
        if (!isQuiet)
        {
            terminal.Error.WriteLine(
                learnt.Count == 0
                    ? "Nothing to propose yet: it takes two accepted passages of an element that share words "
                        + "which other passages do not have."
                    : $"Proposed: {learnt.Sum(found => found.Words.Count)} words and phrases for {learnt.Count} "
                        + "elements. Read them, take out what is chance, and use the file with --criteria."
            );
        }

        return ExitCode.Done;
    }

    private static byte[] Json(
        string below,
        IReadOnlyList<(StandardElement Element, IReadOnlyList<string> Words)> learnt
    )
    {
        using MemoryStream stream = new();
        using (
            Utf8JsonWriter json = new(
                stream,
                new JsonWriterOptions
                {
                    Indented = true,
                    NewLine = "\n",
                    Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                }
            )
        )
        {
            json.WriteStartObject();
            json.WriteString("format", "csemapper-criteria");
            json.WriteNumber("version", 1);
            json.WriteString("extends", below);
            json.WriteStartObject("elements");
            foreach ((StandardElement element, IReadOnlyList<string> words) in learnt)
            {
                json.WriteStartObject(element.Number);
                json.WriteStartArray("vocabulary");
                foreach (string word in words)
                {
                    json.WriteStartObject();
                    json.WriteString("phrase", word);
                    json.WriteNumber("weight", Weight);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return [.. stream.ToArray(), (byte)'\n'];
    }
}
