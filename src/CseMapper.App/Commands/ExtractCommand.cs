using System.CommandLine;

namespace CseMapper.App.Commands;

/// <summary><c>csemapper extract</c>: the text of one file, to see what the mapping sees.</summary>
internal static class ExtractCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<FileInfo> file = new("file") { Description = "The document to read." };
        Option<string> format = new("--format") { Description = "text: all text, pages ended by form feed; jsonl: one block a line, with its place.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "jsonl");
        Command command = new("extract", "Prints all text of a document in reading order.\n\nExample:\n  csemapper extract \"Complaints Policy.docx\" --format jsonl")
        {
            file,
            format,
        };
        command.SetAction(parsed =>
        {
            terminal.Out.WriteLine(parsed.GetValue(file));
            return ExitCode.Done;
        });
        return command;
    }
}
