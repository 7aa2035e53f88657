using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CseMapper.Decisions.Log;
using CseMapper.Passages.Storage;
using CseMapper.Reports;

namespace CseMapper.App.Commands.Decisions;

/// <summary><c>csemapper decisions verify</c>: whether the decision log is as it was written.</summary>
internal static class VerifyCommand
{
    public static Command Create(Terminal terminal, TimeProvider time)
    {
        Option<string> output = SharedOptions.Out();
        Option<bool> acceptLoss = new("--accept-loss")
        {
            Description = "Take the log as it stands for the whole, although lines of it are missing or changed.",
        };
        Command command = new(
            "verify",
            "Checks the chain of the decision log and names the first bad line.\n\nExample:\n  csemapper "
                + "decisions verify --out cse-mapping"
        )
        {
            output,
            acceptLoss,
        };
        command.SetAction(parsed =>
        {
            string path = Path.Combine(Path.GetFullPath(parsed.GetRequiredValue(output)), DecisionLog.FileName);
            using DecisionLog log = new(path, time);
            DecisionLogContent content = log.Read();
            if (parsed.GetValue(acceptLoss) && content.Lost is not null)
            {
                log.Remember(content, acceptsLoss: true);
                content = content with { Lost = null };
            }

            string[] copies = CopiesOf(path);
            if (parsed.GetValue(SharedOptions.Json))
                WriteJson(content, copies, terminal.Out);
            else if (!parsed.GetValue(SharedOptions.Quiet) || content.IsDamaged)
                Write(content, path, terminal.Out);
            foreach (string copy in parsed.GetValue(SharedOptions.Json) ? [] : copies)
            {
                terminal.Out.WriteLine(
                    $"{copy} lies beside the log, perhaps left there by a program that keeps folders in step. "
                        + "Decisions in it do not count."
                );
            }

            return !content.IsDamaged && copies.Length == 0 ? ExitCode.Done : ExitCode.Attention;
        });
        return command;
    }

    /// <summary>Where two machines wrote at once, sync tools keep one file and put the other beside it under a longer
    /// name: "decisions-PC2.jsonl".</summary>
    private static string[] CopiesOf(string path)
    {
        string folder = Path.GetDirectoryName(path)!;
        return !Directory.Exists(folder)
            ? []
            :
            [
                .. Directory
                    .EnumerateFiles(folder, "*.jsonl")
                    .Where(file =>
                        file != path
                        && Path.GetFileName(file)
                            .StartsWith(Path.GetFileNameWithoutExtension(path), StringComparison.OrdinalIgnoreCase)
                    )
                    .Order(StringComparer.Ordinal),
            ];
    }

    private static void Write(DecisionLogContent content, string path, TextWriter output)
    {
        foreach (string damage in content.Damage())
            output.WriteLine(damage);
        if (!content.IsDamaged)
            output.WriteLine(File.Exists(path) ? Sound(content) : $"There is no decision log yet ({path}).");
        if (content.HasCutLine)
        {
            output.WriteLine(
                "The last line is cut short: the program or the machine stopped while it was written, before it was "
                    + "confirmed to anyone, or somebody cut the file. The next decision sets it aside."
            );
        }
    }

    /// <summary>No more than is known: a chain tells nothing of lines that were cut off its end.</summary>
    private static string Sound(DecisionLogContent content) =>
        $"{Plural.Count(content.Decisions.Count, "decision")}, every line follows from the one before, "
        + (
            content.Known is { Head.Lines: > 0 } known
                ? $"and none of the {Plural.Count(known.Head.Lines, "line")} is missing that {known.Keeper} of "
                    + $"{known.Seen.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} knew."
                : "and nothing else is known of how many there should be."
        );

    private static void WriteJson(DecisionLogContent content, string[] copies, TextWriter output)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteNumber("decisions", content.Decisions.Count);
            json.WriteBoolean("isSound", !content.IsDamaged);
            if (content.BadLine is { } line)
            {
                json.WriteNumber("badLine", line);
                json.WriteString("fault", content.Fault);
            }

            json.WriteNumber("lines", content.Head.Lines);
            json.WriteString("hash", content.Head.Hash);
            json.WriteStrings("damage"u8, [.. content.Damage()]);
            json.WriteBoolean("hasCutLine", content.HasCutLine);
            json.WriteStrings("copies"u8, copies);
            json.WriteEndObject();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
    }
}
