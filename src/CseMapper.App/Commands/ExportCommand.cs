using System.CommandLine;
using System.Globalization;
using CseMapper.App.Commands.Decisions;
using CseMapper.Documents.Files;
using CseMapper.Reports;
using CseMapper.Reports.Pack;

namespace CseMapper.App.Commands;

/// <summary><c>csemapper export pack</c>: what goes to the assessor.</summary>
internal static class ExportCommand
{
    public static Command Create(Terminal terminal, TimeProvider time) =>
        new("export", "Writes what is handed on.") { Pack(terminal, time) };

    private static Command Pack(Terminal terminal, TimeProvider time)
    {
        Option<string> file = new("--out", "-o")
        {
            Description = "The zip file to write.",
            DefaultValueFactory = _ => "pack.zip",
        };
        Option<string> mapping = new("--mapping")
        {
            Description = "The folder of the mapping and its decisions.",
            DefaultValueFactory = result => SharedOptions.SettingsOf(result).Out ?? "cse-mapping",
        };
        Option<bool> despite = new("--despite-damage")
        {
            Description = "Write it although the decision log is not as it was written; the pack says so.",
        };
        Option<bool> covered = new("--with-covered")
        {
            Description =
                "Also take documents that hold text under a drawn box, once somebody has looked at it: it goes out with "
                + "the file.",
        };
        Command command = new(
            "pack",
            "Writes the assessor's pack: a Word document, a workbook, every cited document once, and their "
                + "checksums. Only accepted evidence whose words stand as they were.\n\nExample:\n  csemapper export "
                + "pack --out pack.zip"
        )
        {
            file,
            mapping,
            despite,
            covered,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Task.Run(
                    () =>
                        Run(
                            parsed,
                            Path.GetFullPath(parsed.GetRequiredValue(file)),
                            mapping,
                            (parsed.GetValue(despite), parsed.GetValue(covered)),
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
        ParseResult parsed,
        string path,
        Option<string> mapping,
        (bool DespiteDamage, bool WithCovered) wanted,
        Terminal terminal,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        using ReviewDesk desk = ReviewDesk.Open(parsed, mapping, null, time);
        if (desk.TellDamage(terminal) && !wanted.DespiteDamage)
        {
            throw new CommandException(
                "No pack was written, because the decision log is not as it was written. Once somebody has looked at "
                    + "it, --despite-damage writes one that says so."
            );
        }

        PolicyFolders policies =
            WorkspaceOf.FoldersOf(desk.Folder)
            ?? throw new CommandException("It is not known where the documents lie: run csemapper map first.");
        if (Path.GetDirectoryName(path) is { } folder && !Directory.Exists(folder))
            throw new CommandException($"There is no folder {folder}.", ExitCode.Usage);
        PackResult result = Write(desk, policies, path, wanted.WithCovered, cancellation);
        if (parsed.GetValue(SharedOptions.Json))
            WriteJson(result, path, terminal.Out);
        else if (!parsed.GetValue(SharedOptions.Quiet))
            WriteText(result, path, terminal.Out);
        return result.Waiting.Count > 0 || desk.Content.IsDamaged ? ExitCode.Attention : ExitCode.Done;
    }

    private static PackResult Write(
        ReviewDesk desk,
        PolicyFolders policies,
        string path,
        bool withCovered,
        CancellationToken cancellation
    )
    {
        try
        {
            return AssessorPack.Write(
                desk.Reviewed.Mapping,
                policies,
                desk.Folder,
                path,
                desk.Content,
                withCovered,
                cancellation
            );
        }
        catch (PackException fault)
        {
            throw new CommandException(fault.Message);
        }
    }

    private static void WriteText(PackResult result, string path, TextWriter output)
    {
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{path}: {Plural.Count(result.Quotes, "piece")} of evidence "
                    + $"for {Plural.Count(result.Elements, "element")}, "
                    + $"from {Plural.Count(result.Documents, "document")}."
            )
        );
        if (result.Quotes == 0)
        {
            output.WriteLine(
                "Nothing is accepted yet, so the pack holds no evidence: accept suggestions first, with "
                    + "csemapper review or in the workbook."
            );
        }

        if (result.Waiting.Count == 0)
            return;
        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"\nLeft out until somebody decides ({result.Waiting.Count}):")
        );
        foreach ((string element, CseMapper.Decisions.Mapping.MappingDecision decision) in result.Waiting)
        {
            output.WriteLine($"  {element}  {decision.Id}  {DecisionText.Describe(decision)}");
            output.WriteLine($"     {DecisionText.Short(decision.Quote)}");
        }

        output.WriteLine($"The same as a list to work through, not in the pack: {result.LeftOut}");
    }

    private static void WriteJson(PackResult result, string path, TextWriter output) =>
        DecisionText.Write(
            output,
            json =>
            {
                json.WriteStartObject();
                json.WriteString("file", path);
                json.WriteNumber("quotes", result.Quotes);
                json.WriteNumber("elements", result.Elements);
                json.WriteNumber("documents", result.Documents);
                json.WriteStartArray("waiting");
                foreach ((string element, CseMapper.Decisions.Mapping.MappingDecision decision) in result.Waiting)
                {
                    json.WriteStartObject();
                    json.WriteString("element", element);
                    json.WriteString("id", decision.Id);
                    json.WriteString("words", decision.State.ToString().ToLowerInvariant());
                    json.WriteString("quote", decision.Quote);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                if (result.LeftOut is not null)
                    json.WriteString("leftOut", result.LeftOut);
                json.WriteEndObject();
            }
        );
}
