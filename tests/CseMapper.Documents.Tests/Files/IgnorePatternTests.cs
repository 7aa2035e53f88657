using System.Text;
using System.Text.RegularExpressions;
using CseMapper.Documents.Files;

namespace CseMapper.Documents.Tests.Files;

public sealed class IgnorePatternTests
{
    [Theory]
    // A name without '/' counts at any depth; one with '/' starts at the folder.
    [InlineData("*.tmp", "a.tmp", true)]
    [InlineData("*.tmp", "deep/er/a.tmp", true)]
    [InlineData("/a.txt", "a.txt", true)]
    [InlineData("/a.txt", "b/a.txt", false)]
    [InlineData("b/a.txt", "b/a.txt", true)]
    [InlineData("b/a.txt", "c/b/a.txt", false)]
    // "**" is any number of folders.
    [InlineData("**/a.txt", "a.txt", true)]
    [InlineData("**/a.txt", "b/c/a.txt", true)]
    [InlineData("b/**/a.txt", "b/a.txt", true)]
    [InlineData("b/**/a.txt", "b/c/d/a.txt", true)]
    [InlineData("b/**", "b/c/a.txt", true)]
    [InlineData("b/**", "b", false)]
    [InlineData("b**c", "b1c", true)]
    [InlineData("/b**c", "b/c", false)]
    // '*' and '?' stay within a name.
    [InlineData("b/*", "b/a.txt", true)]
    [InlineData("b/*", "b/c/a.txt", false)]
    [InlineData("draf?.docx", "draft.docx", true)]
    [InlineData("draf?.docx", "draf.docx", false)]
    [InlineData("/b?c", "b/c", false)]
    // Sets.
    [InlineData("v[0-9].doc", "v3.doc", true)]
    [InlineData("v[!0-9].doc", "v3.doc", false)]
    [InlineData("v[^0-9].doc", "vx.doc", true)]
    [InlineData("v[]x].doc", "v].doc", true)]
    [InlineData("v[a-].doc", "v-.doc", true)]
    [InlineData("v[a-z].doc", "vQ.doc", true)]
    // Signs that are meant themselves.
    [InlineData(@"\#1.txt", "#1.txt", true)]
    [InlineData(@"\!1.txt", "!1.txt", true)]
    [InlineData(@"a\*.txt", "a*.txt", true)]
    [InlineData(@"a\*.txt", "ab.txt", false)]
    [InlineData(@"a\ ", "a ", true)]
    [InlineData("a  ", "a", true)]
    [InlineData("a.txt\r", "a.txt", true)]
    // Capitals do not count.
    [InlineData("archive", "Archive", true)]
    [InlineData("ÄNDERUNG.docx", "änderung.docx", true)]
    public void APatternNamesWhatItNamesInGit(string pattern, string path, bool isNamed) =>
        Assert.Equal(isNamed, IgnorePattern.Parse(pattern)!.Names(path, isFolder: false));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("# remark")]
    [InlineData("/")]
    [InlineData("!")]
    [InlineData("a[b")]
    [InlineData(@"a\")]
    public void ALineThatNamesNothingIsNoPattern(string line) => Assert.Null(IgnorePattern.Parse(line));

    [Fact]
    public void AClosingSlashIsForFoldersOnly()
    {
        IgnorePattern pattern = IgnorePattern.Parse("Archive/")!;

        Assert.True(pattern.Names("Archive", isFolder: true));
        Assert.True(pattern.Names("HR/Archive", isFolder: true));
        Assert.False(pattern.Names("Archive", isFolder: false));
    }

    [Fact]
    public void AnExclamationMarkTakesBack()
    {
        Assert.True(IgnorePattern.Parse("!keep.tmp")!.IsNegated);
        Assert.False(IgnorePattern.Parse(@"\!keep.tmp")!.IsNegated);
    }

    [Fact]
    public void RandomPatternsNameWhatTheirRegularExpressionsName()
    {
        Random random = new(20261201);
        int named = 0;
        for (int i = 0; i < 20_000; i++)
        {
            string text = Text(random, "ab*?/", 8).Trim('/');
            string path = string.Join('/', Text(random, "ab/", 8).Split('/', StringSplitOptions.RemoveEmptyEntries));
            if (text.Length == 0 || path.Length == 0 || text.Contains("//", StringComparison.Ordinal))
                continue;
            bool expected = Regex.IsMatch(
                path,
                Expression(text),
                RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
            );
            named += expected ? 1 : 0;

            Assert.True(
                expected == IgnorePattern.Parse(text)!.Names(path, isFolder: false),
                $"\"{text}\" and \"{path}\": expected {expected}"
            );
        }

        Assert.InRange(named, 1_000, 19_000);
    }

    [Fact]
    public void ManyWildcardsTakeNoLongTime()
    {
        string path = string.Concat(Enumerable.Repeat("aaaaaaaaaa", 25));
        IgnorePattern names = IgnorePattern.Parse(string.Concat(Enumerable.Repeat("*a", 100)) + "b")!;
        IgnorePattern folders = IgnorePattern.Parse(string.Concat(Enumerable.Repeat("**/a/", 100)) + "b")!;

        Assert.False(names.Names(path, isFolder: false));
        Assert.False(folders.Names(string.Join('/', Enumerable.Repeat("a", 500)), isFolder: false));
    }

    private static string Text(Random random, string letters, int most)
    {
        StringBuilder text = new();
        for (int length = random.Next(1, most + 1); length > 0; length--)
            text.Append(letters[random.Next(letters.Length)]);
        return text.ToString();
    }

    /// <summary>The same rules written down another way.</summary>
    private static string Expression(string pattern)
    {
        string[] names = pattern.Split('/');
        StringBuilder expression = new(names.Length == 1 ? "^(.*/)?" : "^");
        for (int i = 0; i < names.Length; i++)
        {
            bool isLast = i == names.Length - 1;
            if (names[i] == "**")
            {
                expression.Append(isLast ? ".+" : "(.*/)?");
                continue;
            }

            foreach (char letter in names[i])
            {
                expression.Append(
                    letter switch
                    {
                        '*' => "[^/]*",
                        '?' => "[^/]",
                        _ => Regex.Escape($"{letter}"),
                    }
                );
            }

            if (!isLast)
                expression.Append('/');
        }

        return expression.Append('$').ToString();
    }
}
