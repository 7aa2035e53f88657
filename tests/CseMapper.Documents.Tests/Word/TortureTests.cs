using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace CseMapper.Documents.Tests.Word;

public sealed class TortureTests
{
    private const string Begin = "<!-- torture suite, written by the tests -->";
    private const string End = "<!-- end of torture suite -->";

    public static TheoryData<string> Names { get; } = new(TortureCase.All.Select(torture => torture.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void WhatWordPrintsIsRead(string name)
    {
        TortureCase torture = TortureCase.All.Single(candidate => candidate.Name == name);
        Assert.Equal(torture.Expected, Read(torture));
    }

    /// <summary>Set CSEMAPPER_REWRITE=1 to write the table anew.</summary>
    [Fact]
    public void TheReadmeShowsEveryCase()
    {
        string path = Path.Combine(Path.GetDirectoryName(PathOfThisFile())!, "..", "README.md");
        string readme = File.ReadAllText(path);
        int begin = readme.IndexOf(Begin, StringComparison.Ordinal),
            end = readme.IndexOf(End, StringComparison.Ordinal);
        Assert.True(begin >= 0 && end > begin, "The marks of the table are missing.");
        string written = readme[..begin] + Begin + "\n" + Table() + readme[end..];
        if (Environment.GetEnvironmentVariable("CSEMAPPER_REWRITE") == "1")
            File.WriteAllText(path, written);
        else
            Assert.Equal(written, readme);
    }

    private static string Table()
    {
        StringBuilder table = new StringBuilder();
        int same = TortureCase.All.Count(torture => Read(torture) == torture.Expected);
        table.Append(
            CultureInfo.InvariantCulture,
            $"\n{TortureCase.All.Count} cases, {same} read exactly as expected. ⏎ is the end of a paragraph "
                + $"or line, → a tab.\n\n| case | expected | ours |\n| --- | --- | --- |\n"
        );
        foreach (TortureCase torture in TortureCase.All)
        {
            table.Append(
                CultureInfo.InvariantCulture,
                $"| {torture.Name} | {Show(torture.Expected)} | {Show(Read(torture))} |\n"
            );
        }

        return table.Append('\n').ToString();
    }

    private static string Show(string text) =>
        "`"
        + text.Replace("\n", " ⏎ ", StringComparison.Ordinal)
            .Replace("\t", "→", StringComparison.Ordinal)
            .Replace("|", "\\|", StringComparison.Ordinal)
        + "`";

    private static string Read(TortureCase torture) => Reading.TextOf(Reading.Of(torture.File.ToBytes()));

    private static string PathOfThisFile([CallerFilePath] string path = "") => path;
}
