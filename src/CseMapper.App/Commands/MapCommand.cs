using System.CommandLine;
using CseMapper.Ingest;

namespace CseMapper.App.Commands;

/// <summary><c>csemapper map</c>: the main job, from a policy folder to a mapping.</summary>
internal static class MapCommand
{
    private const int MostJobs = 64;

    public static Command Create(Terminal terminal, Func<ReadOptions, MappingPipeline> pipeline, TimeProvider time)
    {
        Argument<string> folder = new("folder") { Description = "The folder of policy documents, with its sub-folders." };
        Option<string> output = SharedOptions.Out();
        Option<string?> criteria = SharedOptions.Criteria();
        Option<int?> jobs = new("--jobs", "-j") { Description = "Documents read at the same time, 1 to 64; one a processor when not given." };
        Option<bool> rebuild = new("--rebuild") { Description = "Read everything again; decisions stay." };
        Option<DateOnly?> asOf = SharedOptions.AsOf();
        Option<bool> ocr = SharedOptions.Ocr();
        Option<string> pdfReader = SharedOptions.PdfReader();
        PasswordOptions passwords = new();
        jobs.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1 or > MostJobs) result.AddError($"--jobs takes a number from 1 to {MostJobs}.");
        });
        Command command = new("map", "Reads a folder of policies and writes the mapping. A second run reads only what changed.\n\nExample:\n  csemapper map policies --out cse-mapping")
        {
            folder,
            output,
            criteria,
            jobs,
            rebuild,
            asOf,
            ocr,
            pdfReader,
            passwords.Password,
            passwords.File,
        };
        command.SetAction((parsed, cancellation) =>
        {
            MapOptions options = new(ExistingFolder(parsed.GetRequiredValue(folder)), Path.GetFullPath(parsed.GetRequiredValue(output)))
            {
                CriteriaFile = parsed.GetValue(criteria),
                Rebuild = parsed.GetValue(rebuild),
                NeedsApproval = SharedOptions.SettingsOf(parsed).Review.NeedsApproval,
                AsOf = parsed.GetValue(asOf),
            };
            if ((parsed.GetValue(jobs) ?? SharedOptions.SettingsOf(parsed).Jobs) is { } number) options = options with { Jobs = number };
            ReadOptions reading = ReadOptions.Default with { Passwords = passwords.Of(parsed), Recognises = parsed.GetValue(ocr), PdfReader = parsed.GetRequiredValue(pdfReader) };
            // On a thread of its own, since Ctrl+C is only listened to once this has returned.
            return Task.Run(() => Run(options, terminal, pipeline(reading), parsed.GetValue(SharedOptions.Json), parsed.GetValue(SharedOptions.Quiet), time, cancellation), CancellationToken.None);
        });
        return command;
    }

    private static int Run(MapOptions options, Terminal terminal, MappingPipeline pipeline, bool asJson, bool isQuiet, TimeProvider time, CancellationToken cancellation)
    {
        ProgressLine progress = new(terminal, isQuiet, time);
        MapSummary summary;
        try
        {
            summary = pipeline.Run(options, progress, cancellation);
        }
        finally
        {
            progress.Clear();
        }
        if (asJson) MapSummaryText.WriteJson(summary, options, terminal.Out);
        else if (!isQuiet) MapSummaryText.Write(summary, options, terminal.Out);
        foreach (string notice in summary.Notices) terminal.Error.WriteLine(notice);
        foreach (string problem in summary.Problems) terminal.Error.WriteLine(problem);
        return summary.Problems.Count > 0 ? ExitCode.Failed : summary.NeedsAttention ? ExitCode.Attention : ExitCode.Done;
    }

    private static string ExistingFolder(string folder)
    {
        string full = Path.GetFullPath(folder);
        if (Directory.Exists(full)) return full;
        throw new CommandException(
            File.Exists(full) ? $"{folder} is a file. Give the folder that the documents lie in." : $"There is no folder {folder}.",
            ExitCode.Usage);
    }
}
