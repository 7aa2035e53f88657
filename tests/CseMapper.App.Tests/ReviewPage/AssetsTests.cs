using System.Text.RegularExpressions;
using CseMapper.Testing;

namespace CseMapper.App.Tests.ReviewPage;

public sealed class AssetsTests
{
    [Fact]
    public void ScriptsImportEachOtherInOneDirection()
    {
        string folder = RepositoryFiles.Path("src", "CseMapper.App", "ReviewPage", "wwwroot");
        Dictionary<string, HashSet<string>> left = Directory
            .EnumerateFiles(folder, "*.js")
            .ToDictionary(file => Path.GetFileName(file), file => ImportsOf(File.ReadAllText(file)));
        Assert.Contains("live.js", left["decide.js"]);

        while (left.Count > 0)
        {
            string[] free = [.. left.Where(script => !script.Value.Overlaps(left.Keys)).Select(script => script.Key)];
            Assert.True(free.Length > 0, "In a circle: " + string.Join(", ", left.Keys));
            foreach (string script in free)
                left.Remove(script);
        }
    }

    private static HashSet<string> ImportsOf(string script) =>
        [
            .. Regex
                .Matches(script, """^import .* from "\./([a-z]+\.js)";$""", RegexOptions.Multiline)
                .Select(match => match.Groups[1].Value),
        ];
}
