using System.CommandLine;
using CseMapper.App.Watching;

namespace CseMapper.App.Commands;

/// <summary><c>csemapper map</c>: the main job, from a policy folder to a mapping.</summary>
internal static class MapCommand
{
    public static Command Create(Terminal terminal, Func<RunRequest, MappingPipeline> pipeline, TimeProvider time)
    {
        Option<bool> rebuild = new("--rebuild") { Description = "Read everything again; decisions stay." };
        Option<bool> acceptDeletions = new("--accept-deletions")
        {
            Description = "Confirm that documents which are missing were deleted, however many.",
        };
        RunOptions run = new();
        Command command = new(
            "map",
            "Reads a folder of policies and writes the mapping. A second run reads only what changed.\n\n"
                + "Example:\n  csemapper map policies --out cse-mapping"
        )
        {
            rebuild,
            acceptDeletions,
        };
        run.AddTo(command);
        command.SetAction(
            (parsed, cancellation) =>
            {
                RunRequest request = run.Read(parsed);
                foreach (string folder in request.Map.Parts.Count > 0 ? request.Map.Parts : [request.Map.Folder])
                    CheckFolder(folder);
                MapOptions options = request.Map with { Rebuild = parsed.GetValue(rebuild) };
                if (parsed.GetValue(acceptDeletions))
                    options = options with { MostGone = 1 };
                // On a thread of its own, since Ctrl+C is only listened to once this has returned.
                return Task.Run(
                    () =>
                        Run(
                            options,
                            terminal,
                            pipeline(request),
                            parsed.GetValue(SharedOptions.Json),
                            parsed.GetValue(SharedOptions.Quiet),
                            time,
                            cancellation
                        ),
                    CancellationToken.None
                );
            }
        );
        return command;
    }

    private static int Run(
        MapOptions options,
        Terminal terminal,
        MappingPipeline pipeline,
        bool asJson,
        bool isQuiet,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        DateTimeOffset began = time.GetUtcNow();
        MapSummary summary = ProgressDisplay.During(
            terminal,
            isQuiet,
            time,
            progress => pipeline.Run(options, progress, cancellation)
        );
        RunRecord.Completed("map", began, time.GetUtcNow(), summary).Write(options.CacheFolder);
        if (asJson)
            MapSummaryText.WriteJson(summary, options, terminal.Out);
        else if (!isQuiet)
            MapSummaryText.Write(summary, options, terminal.Out);
        foreach (string notice in summary.Notices)
            terminal.Error.WriteLine(notice);
        foreach (string problem in summary.Problems)
            terminal.Error.WriteLine(problem);
        return summary.Problems.Count > 0 ? ExitCode.Failed
            : summary.NeedsAttention ? ExitCode.Attention
            : ExitCode.Done;
    }

    private static void CheckFolder(string folder)
    {
        if (Directory.Exists(folder))
            return;
        throw new CommandException(
            File.Exists(folder) ? $"{folder} is a file. Give the folder that the documents lie in."
                : folder.Contains('"', StringComparison.Ordinal)
                    ? $"There is no folder {folder}. A backslash before the closing quotation mark makes the mark "
                        + "part of the name: leave that backslash out."
                : $"There is no folder {folder}.",
            ExitCode.Usage
        );
    }
}
