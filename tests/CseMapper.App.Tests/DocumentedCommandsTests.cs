using System.CommandLine;
using System.CommandLine.Help;
using System.Text.RegularExpressions;
using CseMapper.Testing;

namespace CseMapper.App.Tests;

/// <summary>README and docs name what the program can do, all of it and nothing else.</summary>
public sealed class DocumentedCommandsTests
{
    private readonly RootCommand _root = Composition.Root(Terminal.OfThisProcess());

    [Fact]
    public void TheReadmesTableNamesEveryCommandAndNoOther()
    {
        string readme = File.ReadAllText(RepositoryFiles.Path("README.md"));
        IEnumerable<string> named = Regex
            .Matches(readme, @"^\| `csemapper (?<words>[^`\[<]+)", RegexOptions.Multiline)
            .SelectMany(row => Commands(row.Groups["words"].Value));

        Assert.Equal(Leaves(_root, "").Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryOptionIsNamedInTheDocumentation()
    {
        string[] missing = [.. Options(_root).Except(NamedOptions()).Order(StringComparer.Ordinal)];

        Assert.Empty(missing);
    }

    [Fact]
    public void NoOptionIsNamedThatTheProgramDoesNotHave()
    {
        string[] unknown = [.. NamedOptions().Except(Options(_root)).Order(StringComparer.Ordinal)];

        Assert.Empty(unknown);
    }

    /// <summary>"users add\|list " names two commands.</summary>
    private static IEnumerable<string> Commands(string words)
    {
        string[] parts = words.Trim().Split(' ');
        string group = string.Join(' ', parts[..^1]);
        return parts[^1].Split(@"\|").Select(last => $"{group} {last}".Trim());
    }

    private static IEnumerable<string> Leaves(Command command, string path)
    {
        foreach (Command below in command.Subcommands.Where(one => !one.Hidden))
        {
            string full = $"{path} {below.Name}".Trim();
            if (below.Subcommands.Count == 0)
                yield return full;
            foreach (string leaf in Leaves(below, full))
                yield return leaf;
        }
    }

    private static HashSet<string> Options(Command command) =>
        [
            .. command
                .Options.Where(option => !option.Hidden)
                .Select(option => option is HelpOption ? "--help" : option.Name),
            .. command.Subcommands.Where(below => !below.Hidden).SelectMany(Options),
        ];

    /// <summary>The options in README and docs; those of calls of dotnet are not the program's.</summary>
    private static HashSet<string> NamedOptions()
    {
        string[] files =
        [
            RepositoryFiles.Path("README.md"),
            RepositoryFiles.Path("criteria", "README.md"),
            .. Directory.EnumerateFiles(RepositoryFiles.Path("docs"), "*.md"),
        ];
        HashSet<string> named = new(StringComparer.Ordinal);
        foreach (string line in files.SelectMany(File.ReadLines))
        {
            string ours = Regex.Replace(line, @"(^|`)dotnet (?!run )[^`]*|--project \S+", "");
            foreach (Match option in Regex.Matches(ours, @"(?<![\w-])--[a-z][a-z-]*"))
                named.Add(option.Value);
        }

        return named;
    }
}
