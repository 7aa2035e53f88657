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
        Command command = new(
            "verify",
            "Checks the chain of the decision log and names the first bad line.\n\nExample:\n  csemapper "
                + "decisions verify --out cse-mapping"
        )
        {
            output,
        };
        command.SetAction(parsed =>
        {
            string path = Path.Combine(Path.GetFullPath(parsed.GetRequiredValue(output)), DecisionLog.FileName);
            using DecisionLog log = new(path, time);
            DecisionLogContent content = log.Read();
            string[] copies = CopiesOf(path);
            if (parsed.GetValue(SharedOptions.Json))
                WriteJson(content, copies, terminal.Out);
            else if (!parsed.GetValue(SharedOptions.Quiet) || content.BadLine is not null)
                Write(content, path, terminal.Out);
            foreach (string copy in parsed.GetValue(SharedOptions.Json) ? [] : copies)
            {
                terminal.Out.WriteLine(
                    $"{copy} lies beside the log, perhaps left there by a program that keeps folders in step. "
                        + "Decisions in it do not count."
                );
            }

            return content.BadLine is null && copies.Length == 0 ? ExitCode.Done : ExitCode.Attention;
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
        if (!File.Exists(path))
        {
            output.WriteLine($"There is no decision log yet ({path}).");
        }
        else if (content.BadLine is { } line)
        {
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{path}:{line}: {content.Fault}. Nothing was changed; compare the file with a backup."
                )
            );
        }
        else
        {
            output.WriteLine($"{Plural.Count(content.Decisions.Count, "decision")}, every line as it was written.");
        }

        if (content.HasCutLine)
        {
            output.WriteLine(
                "The last line was cut short before it was confirmed to anyone; the next decision sets it aside."
            );
        }
    }

    private static void WriteJson(DecisionLogContent content, string[] copies, TextWriter output)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteNumber("decisions", content.Decisions.Count);
            json.WriteBoolean("isSound", content.BadLine is null);
            if (content.BadLine is { } line)
            {
                json.WriteNumber("badLine", line);
                json.WriteString("fault", content.Fault);
            }

            json.WriteBoolean("hasCutLine", content.HasCutLine);
            json.WriteStrings("copies"u8, copies);
            json.WriteEndObject();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
    }
}
