using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace CseMapper.App;

/// <summary>What is wrong with a command line, in words for the person who typed it.</summary>
internal static partial class UsageFaults
{
    /// <summary>All that is wrong; nothing when it can be run.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="args">The same as typed.</param>
    public static IReadOnlyList<string> Find(ParseResult parsed, string[] args)
    {
        CommandResult result = parsed.CommandResult;
        // After "--" everything is a name or a word, whatever it begins with.
        HashSet<string> meant = [.. args.TakeWhile(arg => arg != "--")];
        string[] slips =
        [
            .. result
                .Tokens.Select(token => token.Value)
                .Concat(parsed.UnmatchedTokens)
                .Where(word => LooksLikeOption().IsMatch(word) && meant.Contains(word))
                .Distinct(),
        ];
        if (slips.Length > 0)
            return [.. slips.Select(slip => NoSuchOption(slip, result))];
        if (parsed.Errors.Count == 0 && parsed.UnmatchedTokens.Count == 0)
            return [];
        if (result.Command.Subcommands.Count > 0)
            return [NoSuchCommand(result, parsed.UnmatchedTokens)];
        IEnumerable<string> faults =
        [
            .. Missing(result),
            .. parsed.UnmatchedTokens.Select(word =>
                $"'{word}' is one word too many. Put a name with blanks between quotation marks."
            ),
            .. parsed.Errors.Select(InWords).OfType<string>(),
        ];
        // A faulty settings file is met by every option that looks into it.
        return [.. faults.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Has words that no command takes left to <see cref="Find"/>, which says what they may be.</summary>
    /// <param name="command">The command, with those below it.</param>
    public static void LeaveUnmatchedWords(Command command)
    {
        command.TreatUnmatchedTokensAsErrors = false;
        foreach (Command below in command.Subcommands)
            LeaveUnmatchedWords(below);
    }

    /// <summary>The command as it is typed: "csemapper decisions add".</summary>
    public static string PathOf(CommandResult result) =>
        result.Parent is CommandResult parent ? PathOf(parent) + " " + result.Command.Name : "csemapper";

    private static string NoSuchOption(string slip, CommandResult result)
    {
        string name = slip.Split('=', ':')[0];
        IEnumerable<string> known = result
            .Command.Options.Concat(
                result
                    .Command.Parents.OfType<Command>()
                    .SelectMany(parent => parent.Options.Where(option => option.Recursive))
            )
            .Select(option => option.Name);
        string advice = Likeness.Nearest(name, known) is { } nearest ? $"; did you mean {nearest}?" : ".";
        return $"{PathOf(result)} has no option {name}{advice}";
    }

    private static string NoSuchCommand(CommandResult result, IReadOnlyList<string> words)
    {
        string[] known =
        [
            .. result.Command.Subcommands.Where(command => !command.Hidden).Select(command => command.Name),
        ];
        string all = string.Join(", ", known);
        if (words.Count == 0)
            return $"{PathOf(result)} does one of these: {all}.";
        return Likeness.Nearest(words[0], known) is { } nearest
            ? $"There is no command '{words[0]}'; did you mean {PathOf(result)} {nearest}?"
            : $"There is no command '{words[0]}'. The commands are {all}.";
    }

    private static IEnumerable<string> Missing(CommandResult result)
    {
        string[] missing =
        [
            .. result
                .Command.Arguments.Where(argument =>
                    (result.GetResult(argument)?.Tokens.Count ?? 0) < argument.Arity.MinimumNumberOfValues
                )
                .Select(argument => $"<{argument.Name}>"),
        ];
        if (missing.Length > 0)
            yield return $"{PathOf(result)} needs {string.Join(" and ", missing)}.";
    }

    /// <summary>
    /// Our own parsers and validators say what is wrong as it is shown. What the parser finds by itself, it says by
    /// types and tokens; the symbol it found it at tells what it is. Null for what is told otherwise.
    /// </summary>
    private static string? InWords(ParseError error) =>
        error.SymbolResult switch
        {
            ArgumentResult { Parent: OptionResult { Implicit: false } option } => InWords(option) ?? error.Message,
            OptionResult { Implicit: false } option => InWords(option) ?? error.Message,
            ArgumentResult { Parent: CommandResult } argument
                when argument.Tokens.Count < argument.Argument.Arity.MinimumNumberOfValues => null,
            _ => error.Message,
        };

    private static string? InWords(OptionResult given)
    {
        if (given.Tokens.Count < given.Option.Arity.MinimumNumberOfValues)
            return $"{given.Option.Name} needs a value.";
        IEnumerable<string> values = given.Tokens.Select(token => $"'{token.Value}'");
        return given.Tokens.Count > given.Option.Arity.MaximumNumberOfValues
            ? $"{given.Option.Name} takes one value; {string.Join(" and ", values)} were given."
            : null;
    }

    [GeneratedRegex("^--?[A-Za-z]", RegexOptions.CultureInvariant)]
    private static partial Regex LooksLikeOption();
}
