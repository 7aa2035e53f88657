using System.Text;
using System.Xml.Linq;
using CseMapper.App.Watching;

namespace CseMapper.App.Tests.Watching;

public sealed class WindowsUnitTextTests
{
    private const string Program = @"C:\Program Files\CseMapper\csemapper.exe";

    private static readonly string[] _plain = ["watch", @"C:\Policies", "--out", @"C:\Out", "--when-changed"];
    private static readonly string[] _awkward =
    [
        "watch",
        @"C:\Policies & Procedures (2026)\",
        @"\\server\share\100% ours^",
        "--out",
        @"D:\Täglich",
        "--on-change",
        "\"C:\\Tools\\mail report.cmd\" \"a\\\\\" %TEMP% > log",
        "",
    ];

    public static TheoryData<string[]> Arguments => [_plain, _awkward];

    [Theory]
    [MemberData(nameof(Arguments))]
    public void TheTaskStartsTheProgramWithExactlyTheseArguments(string[] arguments)
    {
        string task = WindowsUnitText.Task(Program, arguments);
        XElement start = XDocument.Parse(task).Descendants().Single(element => element.Name.LocalName == "Exec");

        Assert.Equal(Program, start.Elements().First().Value);
        Assert.Equal(arguments, Taken(start.Elements().Last().Value));
    }

    [Fact]
    public void TheTaskIsTheSameInEveryEncodingThatAConsoleSavesItIn()
    {
        string task = WindowsUnitText.Task(Program, _awkward);

        Assert.True(Ascii.IsValid(task));
        Assert.DoesNotContain("encoding=", task, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Arguments))]
    public void TheServiceStartsTheProgramWithExactlyTheseArguments(string[] arguments)
    {
        string create = WindowsUnitText
            .Service(Program, arguments, @"C:\Out")
            .Split('\n')
            .Single(line => line.StartsWith("sc.exe create", StringComparison.Ordinal));

        string[] command = Taken(Typed(create));

        Assert.Equal("binPath=", command[3]);
        Assert.Equal([Program, .. arguments], Taken(command[4]));
        Assert.Equal([@"start=", "delayed-auto", "obj=", @"NT SERVICE\CseMapper"], command[5..]);
    }

    [Fact]
    public void TheServiceIsStartedAgainWhenItReportsAFailure()
    {
        string commands = WindowsUnitText.Service(Program, _plain, @"C:\Our Out & more\");

        Assert.Contains("actions= restart/", commands, StringComparison.Ordinal);
        Assert.Contains("sc.exe failureflag CseMapper 1\n", commands, StringComparison.Ordinal);
        Assert.Equal(
            ["icacls", @"C:\Our Out & more\", "/grant", @"NT SERVICE\CseMapper:(OI)(CI)M"],
            Taken(Typed(commands.Split('\n').Single(line => line.StartsWith("icacls", StringComparison.Ordinal))))
        );
    }

    /// <summary>What the Command Prompt hands on of a line that was typed: a caret outside quotation marks takes the
    /// next sign as it is.</summary>
    private static string Typed(string line)
    {
        StringBuilder text = new();
        bool isQuoted = false;
        for (int at = 0; at < line.Length; at++)
        {
            if (line[at] == '"')
                isQuoted = !isQuoted;
            if (!isQuoted && line[at] == '^')
            {
                at++;
            }
            else
            {
                Assert.False(
                    !isQuoted && "&|<>%".Contains(line[at], StringComparison.Ordinal),
                    $"The prompt takes {line[at]} for its own: {line}"
                );
            }

            text.Append(line[at]);
        }
        return text.ToString();
    }

    /// <summary>The arguments that a program finds in its command line, by the rules of CommandLineToArgvW.</summary>
    private static string[] Taken(string line)
    {
        List<string> taken = [];
        StringBuilder? argument = null;
        bool isQuoted = false;
        for (int at = 0; at < line.Length; at++)
        {
            int backslashes = line.AsSpan(at).IndexOfAnyExcept('\\') is var count and >= 0 ? count : line.Length - at;
            bool beforeQuote = at + backslashes < line.Length && line[at + backslashes] == '"';
            if (backslashes > 0)
            {
                argument = (argument ?? new()).Append('\\', beforeQuote ? backslashes / 2 : backslashes);
                at += backslashes - 1;
                if (!beforeQuote || backslashes % 2 == 0)
                    continue;
                argument.Append('"');
                at++;
            }
            else if (line[at] == '"')
            {
                isQuoted = !isQuoted;
                argument ??= new();
            }
            else if (line[at] == ' ' && !isQuoted)
            {
                if (argument is not null)
                    taken.Add(argument.ToString());
                argument = null;
            }
            else
            {
                argument = (argument ?? new()).Append(line[at]);
            }
        }
        if (argument is not null)
            taken.Add(argument.ToString());
        return [.. taken];
    }
}
