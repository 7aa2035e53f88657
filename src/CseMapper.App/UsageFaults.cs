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
        if (parsed.Errors.Count == 0)
            return [];
        if (result.Command.Subcommands.Count > 0)
            return [NoSuchCommand(result, parsed.UnmatchedTokens)];
        // A faulty settings file is met by every option that looks into it.
        return [.. parsed.Errors.Select(error => InWords(error.Message, result)).Distinct(StringComparer.Ordinal)];
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

    /// <summary>The parser's sentences name types and tokens.</summary>
    private static string InWords(string message, CommandResult result)
    {
        if (message.StartsWith("Required argument missing for command", StringComparison.Ordinal))
        {
            IEnumerable<string> missing = result
                .Command.Arguments.Where(argument =>
                    (result.GetResult(argument)?.Tokens.Count ?? 0) < argument.Arity.MinimumNumberOfValues
                )
                .Select(argument => $"<{argument.Name}>");
            return $"{PathOf(result)} needs {string.Join(" and ", missing)}.";
        }
        if (OneWordMore().Match(message) is { Success: true } more)
            return $"'{more.Groups[1].Value}' is one word too many. Put a name with blanks between quotation marks.";
        if (WrongKind().Match(message) is { Success: true } wrong)
            return $"{wrong.Groups[2].Value} does not take '{wrong.Groups[1].Value}'.";
        return message;
    }

    [GeneratedRegex("^--?[A-Za-z]", RegexOptions.CultureInvariant)]
    private static partial Regex LooksLikeOption();

    [GeneratedRegex(
        "^Unrecognized command or argument '(.*)'",
        RegexOptions.CultureInvariant | RegexOptions.Singleline
    )]
    private static partial Regex OneWordMore();

    [GeneratedRegex(
        "^Cannot parse argument '(.*)' for (?:option|command|argument) '(.*?)'",
        RegexOptions.CultureInvariant | RegexOptions.Singleline
    )]
    private static partial Regex WrongKind();
}
