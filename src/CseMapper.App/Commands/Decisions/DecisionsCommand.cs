using System.CommandLine;

namespace CseMapper.App.Commands.Decisions;

/// <summary><c>csemapper decisions</c>: deciding without the page, and looking after the log.</summary>
internal static class DecisionsCommand
{
    public static Command Create(Terminal terminal, TimeProvider time) =>
        new("decisions", "Takes decisions, shows them, and looks after their log.")
        {
            AddDecisionCommand.Create(terminal, time),
            CommentaryCommand.Create(terminal, time),
            ApproveCommand.Create(terminal, time),
            UndoCommand.Create(terminal, time),
            ListDecisionsCommand.Create(terminal, time),
            HistoryCommand.Create(terminal, time),
            ImportCommand.Create(terminal, time),
            VerifyCommand.Create(terminal, time),
        };
}
