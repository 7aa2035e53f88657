using System.CommandLine;
using System.Text;
using System.Text.Json;
using CseMapper.Documents;
using CseMapper.Matching.Criteria;
using CseMapper.Passages.Storage;
using CseMapper.Reports;

namespace CseMapper.App.Commands;

/// <summary><c>csemapper criteria import</c> and <c>check</c>: make a criteria file out of a printed list, and compare
/// lists.</summary>
internal static class CriteriaCommand
{
    public static Command Create(Terminal terminal, DocumentIngest ingest, TimeProvider time) =>
        new("criteria", "Makes and checks criteria files.")
        {
            Import(terminal, ingest),
            Check(terminal, ingest),
            CriteriaSuggest.Create(terminal, time),
        };

    private static Command Import(Terminal terminal, DocumentIngest ingest)
    {
        Argument<FileInfo> file = new("file")
        {
            Description = "The list: text, Word or PDF, an element a line or paragraph, numbers in front.",
        };
        Option<FileInfo?> output = new("--out", "-o")
        {
            Description = "The criteria file to write; printed when not given.",
        };
        Option<string?> id = new("--id")
        {
            Description = "Short name of the standard; the file's name when not given.",
        };
        Option<string?> title = new("--title")
        {
            Description = "Name of the standard; the text above its first number when not given.",
        };
        Command command = new(
            "import",
            "Makes a criteria file out of a numbered list and names every damage found, with its line.\n\n"
                + "Example:\n  csemapper criteria import \"CSE criteria.docx\" --out criteria.json"
        )
        {
            file,
            output,
            id,
            title,
        };
        command.SetAction(
            (parsed, cancellation) =>
            {
                FileInfo source = parsed.GetRequiredValue(file);
                IReadOnlyList<string> lines = ListSource.Lines(source, ingest, cancellation);
                string name =
                    parsed.GetValue(id)
                    ?? Path.GetFileNameWithoutExtension(source.Name).ToLowerInvariant().Replace(' ', '-');
                ImportedList imported = ListImport.Read(lines, name, parsed.GetValue(title));
                if (imported.Standard.Elements.Count == 0)
                {
                    throw new CommandException(
                        $"{source.Name}: no numbered element was found. A list needs its numbers (1, 1.2, 1.2.3, "
                            + "A.5.1, 4.2(b)) at the beginning of lines."
                    );
                }

                using MemoryStream json = new();
                CriteriaWriter.Write(imported.Standard, json);
                if (parsed.GetValue(output) is { } target)
                {
                    AtomicFile.Write(target.FullName, stream => json.WriteTo(stream), cancellation);
                    if (parsed.GetValue(SharedOptions.Json))
                        terminal.Out.WriteLine(Report(imported));
                }
                else
                {
                    terminal.Out.Write(Encoding.UTF8.GetString(json.ToArray()));
                }

                foreach (ListDamage damage in imported.Damages)
                    terminal.Error.WriteLine($"{source.Name}:{damage.Line}: {damage.Message}");
                if (!parsed.GetValue(SharedOptions.Quiet))
                    terminal.Error.WriteLine(Summary(imported));
                return Task.FromResult(
                    imported.Damages.Any(damage => damage.NeedsAttention) ? ExitCode.Attention : ExitCode.Done
                );
            }
        );
        return command;
    }

    private static Command Check(Terminal terminal, DocumentIngest ingest)
    {
        Argument<FileInfo> file = new("file") { Description = "A criteria file, or a list as for import." };
        Option<FileInfo?> against = new("--against")
        {
            Description =
                "Another criteria file or list to compare it with; the built-in standard is criteria/cse.json.",
        };
        Command command = new(
            "check",
            "Checks a criteria file, or lists every difference between two lists.\n\nExample:\n  csemapper "
                + "criteria check ours.json --against criteria/cse.json"
        )
        {
            file,
            against,
        };
        command.SetAction(
            (parsed, cancellation) =>
            {
                bool asJson = parsed.GetValue(SharedOptions.Json);
                Standard standard = Load(parsed.GetRequiredValue(file), ingest, cancellation);
                IReadOnlyList<CriteriaDifference> findings = parsed.GetValue(against) is { } other
                    ? CriteriaComparison.Compare(standard, Load(other, ingest, cancellation))
                    :
                    [
                        .. standard
                            .Elements.Where(element => element.Damage is not null)
                            .Select(element => new CriteriaDifference(element.Number, $"damaged: {element.Damage}")),
                    ];
                if (asJson)
                {
                    terminal.Out.WriteLine(Findings(standard, findings));
                }
                else
                {
                    foreach (CriteriaDifference finding in findings)
                        terminal.Out.WriteLine($"{finding.Number}: {finding.Message}");
                }

                string what = parsed.GetValue(against) is null ? "fault" : "difference";
                if (!parsed.GetValue(SharedOptions.Quiet))
                {
                    terminal.Error.WriteLine(
                        $"{Plural.Count(standard.Elements.Count, "element")}, {Plural.Count(findings.Count, what)}."
                    );
                }

                return Task.FromResult(findings.Count > 0 ? ExitCode.Attention : ExitCode.Done);
            }
        );
        return command;
    }

    /// <summary>A criteria file begins with a brace; anything else is a list.</summary>
    private static Standard Load(FileInfo file, DocumentIngest ingest, CancellationToken cancellation)
    {
        if (ListSource.IsJson(file))
            return CriteriaFile.Load(file.FullName);
        return ListImport
            .Read(ListSource.Lines(file, ingest, cancellation), Path.GetFileNameWithoutExtension(file.Name))
            .Standard;
    }

    private static string Summary(ImportedList imported)
    {
        int damaged = imported.Standard.Elements.Count(element => element.Damage is not null);
        int attention = imported.Damages.Count(damage => damage.NeedsAttention);
        string sound = $"{Plural.Count(imported.Standard.Elements.Count - damaged, "sound element")}";
        if (damaged > 0)
        {
            IEnumerable<string> numbers = imported
                .Standard.Elements.Where(element => element.Damage is not null)
                .Select(element => element.Number);
            sound += $", {damaged} marked as damaged ({string.Join(", ", numbers)})";
        }

        return $"{sound}; {Plural.Count(imported.Damages.Count, "remark")}, {attention} of them to look at.";
    }

    private static string Report(ImportedList imported) =>
        Json(json =>
        {
            json.WriteNumber("elements", imported.Standard.Elements.Count);
            json.WriteStartArray("damages");
            foreach (ListDamage damage in imported.Damages)
            {
                json.WriteStartObject();
                json.WriteNumber("line", damage.Line);
                json.WriteString("kind", damage.Kind.ToString());
                json.WriteString("element", damage.Element);
                json.WriteBoolean("needsAttention", damage.NeedsAttention);
                json.WriteString("message", damage.Message);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });

    private static string Findings(Standard standard, IReadOnlyList<CriteriaDifference> findings) =>
        Json(json =>
        {
            json.WriteNumber("elements", standard.Elements.Count);
            json.WriteStartArray("findings");
            foreach (CriteriaDifference finding in findings)
            {
                json.WriteStartObject();
                json.WriteString("number", finding.Number);
                json.WriteString("message", finding.Message);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });

    private static string Json(Action<Utf8JsonWriter> write)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
