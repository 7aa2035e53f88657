using System.CommandLine;
using CseMapper.Documents;
using CseMapper.Documents.Files;
using CseMapper.Passages.CrossChecking;
using CseMapper.Passages.Intake;

namespace CseMapper.App.Commands;

/// <summary><c>csemapper extract</c>: the text of one file, to see what the mapping sees.</summary>
internal static class ExtractCommand
{
    public static Command Create(
        Terminal terminal,
        Func<ReadOptions, DocumentIngest> ingest,
        Func<ReaderOptions, IFileIntake> guarded
    )
    {
        Argument<FileInfo> file = new("file") { Description = "The document to read." };
        Option<string> format = new("--format")
        {
            Description = "text: all text, pages ended by form feed; jsonl: one block a line, with its place.",
            DefaultValueFactory = _ => "text",
        };
        SharedOptions.AllowOnly(format, "text", "jsonl");
        Option<bool> ocr = SharedOptions.Ocr();
        Option<string> pdfReader = SharedOptions.PdfReader();
        Option<bool> crossCheck = SharedOptions.CrossCheck();
        PasswordOptions passwords = new();
        Command command = new(
            "extract",
            "Prints all text of a document in reading order.\n\nExample:\n  csemapper extract \"Complaints "
                + "Policy.docx\" --format jsonl"
        )
        {
            file,
            format,
            ocr,
            pdfReader,
            crossCheck,
            passwords.Password,
            passwords.File,
        };
        command.SetAction(
            (parsed, cancellation) =>
            {
                bool asBlocks = parsed.GetValue(format) == "jsonl" || parsed.GetValue(SharedOptions.Json);
                ReadOptions options = ReadOptions.Default with
                {
                    Passwords = passwords.Read(parsed),
                    KeepsPageTexts = !asBlocks,
                    Recognises = parsed.GetValue(ocr),
                    PdfReader = parsed.GetRequiredValue(pdfReader),
                };
                FileInfo source = parsed.GetRequiredValue(file);
                IngestResult result = Read(ingest(options), source, cancellation);
                if (result.Document is { } document)
                {
                    if (asBlocks)
                        ExtractWriter.WriteJsonLines(document, terminal.Out);
                    else
                        ExtractWriter.WriteText(document, terminal.Out);
                    terminal.Out.Flush();
                }

                Explain(result, source.Name, terminal);
                int code = CodeOf(result);
                if (parsed.GetValue(crossCheck) && result.Document is { Format: FileFormat.Pdf })
                {
                    using IFileIntake intake = guarded(ReaderOptions.From(options));
                    if (CrossCheckText.Explain(CheckAgain(intake, source, cancellation), source.Name, terminal))
                        code = Math.Max(code, ExitCode.Attention);
                }
                return Task.FromResult(code);
            }
        );
        return command;
    }

    private static IngestResult Read(DocumentIngest ingest, FileInfo source, CancellationToken cancellation)
    {
        try
        {
            using FileStream stream = new(
                source.FullName,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete
            );
            return ingest.Read(stream, source.Name, cancellation).Result;
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandException($"{source.FullName} does not exist.");
        }
        catch (UnauthorizedAccessException) when (Directory.Exists(source.FullName))
        {
            throw new CommandException($"{source.FullName} is a folder; csemapper map reads folders.");
        }
    }

    private static CrossCheck CheckAgain(IFileIntake intake, FileInfo source, CancellationToken cancellation) =>
        intake
            .CrossCheck(
                new FoundFile(source.Name, source.FullName, FileStamp.Read(source.FullName) ?? default),
                hash: "",
                cancellation
            )
            ?.Result
        ?? CrossCheck.Failed("The file cannot be opened any more, so there is nothing to compare the text with.");

    private static void Explain(IngestResult result, string name, Terminal terminal)
    {
        foreach (IngestProblem problem in result.Problems)
        {
            string place = problem.Page is { } page ? FormattableString.Invariant($" page {page}:") : "";
            terminal.Error.WriteLine($"{name}:{place} {problem.Message}");
        }
    }

    /// <summary>A document read whole is done whatever was remarked; one that gave nothing has failed.</summary>
    private static int CodeOf(IngestResult result) =>
        result switch
        {
            { Status: ReadStatus.Read } => ExitCode.Done,
            { Document.Blocks.Count: > 0 } => ExitCode.Attention,
            _ => ExitCode.Failed,
        };
}
