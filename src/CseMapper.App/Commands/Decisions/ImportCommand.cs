using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CseMapper.Documents.Files;
using CseMapper.Reports;
using CseMapper.Reports.Import;

namespace CseMapper.App.Commands.Decisions;

/// <summary><c>csemapper decisions import</c>: takes decisions and commentaries from a workbook or csv file.</summary>
internal static class ImportCommand
{
    public static Command Create(Terminal terminal, TimeProvider time)
    {
        Argument<string> file = new("file")
        {
            Description = "The workbook that people have worked in (.xlsx), or the same as .csv.",
        };
        Option<string?> reviewer = new("--reviewer")
        {
            Description =
                "Who decided, where the column Reviewer is empty; the name of the system's user when not given.",
        };
        Option<bool> dry = new("--dry-run") { Description = "Only say what would be imported." };
        Option<string> output = SharedOptions.Out();
        Command command = new(
            "import",
            "Takes decisions and commentaries from a workbook. Nothing is taken over that somebody has changed "
                + "meanwhile; importing twice does no harm.\n\nExample:\n  csemapper decisions import "
                + "cse-mapping/mapping.xlsx --reviewer \"Ann Hill\""
        )
        {
            file,
            reviewer,
            dry,
            output,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                string path = Path.GetFullPath(parsed.GetRequiredValue(file));
                if (!File.Exists(path))
                    throw new CommandException($"There is no file {path}.", ExitCode.Usage);
                using ReviewDesk desk = ReviewDesk.Open(parsed, output, reviewer, time);
                ImportPlan plan = Plan(desk, path, cancellation);
                if (plan.Faults.Count == 0 && !parsed.GetValue(dry))
                {
                    // Somebody decides on the page in this very moment: what was compared with the log before is
                    // compared anew.
                    while (
                        plan.Lines.Count > 0
                        && !await desk.AppendIfCurrent(plan.Lines, terminal, cancellation).ConfigureAwait(false)
                    )
                    {
                        plan = Plan(desk.ReadAgain(), path, cancellation);
                    }

                    await WriteFiles(desk, plan, terminal, time, cancellation).ConfigureAwait(false);
                }

                if (parsed.GetValue(SharedOptions.Json))
                    DecisionText.Write(terminal.Out, json => WriteJson(json, plan));
                else
                    Write(plan, parsed.GetValue(dry), parsed.GetValue(SharedOptions.Quiet), terminal);
                return plan.Faults.Count > 0 ? ExitCode.Failed
                    : plan.Conflicts.Count > 0 ? ExitCode.Attention
                    : ExitCode.Done;
            }
        );
        return command;
    }

    private static ImportPlan Plan(ReviewDesk desk, string path, CancellationToken cancellation)
    {
        try
        {
            return new DecisionImport(desk.Reviewed, desk.Maker, desk.Reviewer).Plan(path, cancellation);
        }
        catch (WorkbookException fault)
        {
            throw new CommandException(fault.Message);
        }
    }

    /// <summary>After the log the files, so that the next one to open the workbook sees what was imported.</summary>
    private static async Task WriteFiles(
        ReviewDesk desk,
        ImportPlan plan,
        Terminal terminal,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        if (WorkspaceOf.FoldersOf(desk.Folder) is not { } policies || plan.Lines.Count + plan.Conflicts.Count == 0)
            return;
        ReportResult written = await Task.Run(
                () => Rewrite(desk, policies, plan, terminal, time, cancellation),
                cancellation
            )
            .ConfigureAwait(false);
        foreach (string notice in written.Notices.Concat(written.Problems))
            await terminal.Error.WriteLineAsync(notice).ConfigureAwait(false);
    }

    /// <summary>A run that is under way writes the same files; what it wrote is what decisions are joined
    /// with.</summary>
    private static ReportResult Rewrite(
        ReviewDesk desk,
        PolicyFolders policies,
        ImportPlan plan,
        Terminal terminal,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        using RunLock alone = RunLock.Take(
            CacheFolder.In(desk.Folder),
            time,
            _ =>
                terminal.Error.WriteLine(
                    "The decisions are saved. Waiting for a run to end before the workbook is written anew."
                ),
            cancellation
        );
        return ReportFiles.Write(
            desk.ReadAgain().Reviewed.Mapping,
            policies,
            desk.Folder,
            plan.Conflicts,
            cancellation
        );
    }

    private static void Write(ImportPlan plan, bool isDry, bool isQuiet, Terminal terminal)
    {
        foreach (string fault in plan.Faults)
            terminal.Error.WriteLine(fault);
        if (plan.Faults.Count > 0)
        {
            terminal.Error.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Nothing was imported: {Plural.Count(plan.Faults.Count, "cell")} to mend."
                )
            );
            return;
        }

        foreach (ImportConflict conflict in plan.Conflicts)
        {
            terminal.Out.WriteLine(DecisionText.OneLine($"{conflict.Cell}  {conflict.Element}  {conflict.Outcome}"));
            terminal.Out.WriteLine($"   workbook: {DecisionText.Short(conflict.Workbook)}");
            if (conflict.Now.Length > 0)
                terminal.Out.WriteLine($"   log:      {DecisionText.Short(conflict.Now)}");
        }

        if (isQuiet)
            return;
        string counted = string.Join(
            ", ",
            plan.Lines.GroupBy(line => line.Action)
                .OrderBy(same => same.Key)
                .Select(same =>
                    string.Create(CultureInfo.InvariantCulture, $"{same.Count()} {DecisionText.NameOf(same.Key)}")
                )
        );
        terminal.Out.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{(isDry ? "Would be imported" : "Imported")}: "
                    + $"{(counted.Length > 0 ? counted : "nothing new")}; {plan.Known} known already; "
                    + $"{Plural.Count(plan.Conflicts.Count, "conflict")}."
            )
        );
    }

    private static void WriteJson(Utf8JsonWriter json, ImportPlan plan)
    {
        json.WriteStartObject();
        json.WriteNumber("imported", plan.Lines.Count);
        json.WriteNumber("known", plan.Known);
        json.WriteStartArray("conflicts");
        foreach (ImportConflict conflict in plan.Conflicts)
        {
            json.WriteStartObject();
            json.WriteString("cell", conflict.Cell);
            json.WriteString("element", conflict.Element);
            json.WriteString("passage", conflict.Passage);
            json.WriteString("workbook", conflict.Workbook);
            json.WriteString("log", conflict.Now);
            json.WriteString("outcome", conflict.Outcome);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("faults");
        foreach (string fault in plan.Faults)
            json.WriteStringValue(fault);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
