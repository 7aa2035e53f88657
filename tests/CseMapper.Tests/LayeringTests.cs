using System.Text.RegularExpressions;

namespace CseMapper.Tests;

/// <summary>A step may use the steps before it, never one after it; the files beside the folders may use all.</summary>
public sealed partial class LayeringTests
{
    private static readonly string[] _steps =
    [
        "Criteria",
        "Ingest",
        "Passages",
        "Workspaces",
        "Indexing",
        "Intake",
        "Matching",
        "Review",
        "Mapping",
        "Reports",
    ];

    public static TheoryData<string> AllSteps => [.. _steps];

    [Theory]
    [MemberData(nameof(AllSteps))]
    public void AStepUsesOnlyTheStepsBeforeIt(string step)
    {
        string[] later = _steps[(Array.IndexOf(_steps, step) + 1)..];
        string[] ofTheWhole =
        [
            .. Directory
                .EnumerateFiles(RepositoryFiles.Path("src", "CseMapper"), "*.cs")
                .Select(file => Path.GetFileNameWithoutExtension(file)),
        ];

        foreach (string file in SourcesOf(step))
        {
            string code = CommentsAndTexts().Replace(File.ReadAllText(file), " ");
            Assert.DoesNotContain(
                later,
                other => Regex.IsMatch(code, $@"\b(CseMapper\.{other}\b|(?<![\w.]){other}\.[A-Z]\w*\b(?!\s*\())")
            );
            Assert.DoesNotContain(ofTheWhole, type => Regex.IsMatch(code, $@"(?<![\w.]){type}\b(?!\s*[=,)])"));
        }
    }

    [Fact]
    public void EveryFolderIsAStep()
    {
        IEnumerable<string> folders = Directory
            .EnumerateDirectories(RepositoryFiles.Path("src", "CseMapper"))
            .Select(folder => Path.GetFileName(folder))
            .Where(name => name is not ("bin" or "obj"));

        Assert.Empty(folders.Except(_steps));
        Assert.All(_steps, step => Assert.NotEmpty(SourcesOf(step)));
    }

    [Theory]
    [InlineData("CseMapper.Pdf", "CseMapper.Core")]
    [InlineData("CseMapper.Core", "csemapper")]
    public void AProjectDoesNotKnowTheOnesAboveIt(string project, string above)
    {
        string reference = Path.Combine(AppContext.BaseDirectory, project + ".dll");

        Assert.DoesNotContain(
            System.Reflection.Assembly.LoadFrom(reference).GetReferencedAssemblies(),
            name => name.Name == above
        );
    }

    private static string[] SourcesOf(string step) =>
        Directory.GetFiles(RepositoryFiles.Path("src", "CseMapper", step), "*.cs", SearchOption.AllDirectories);

    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/|""(\\.|[^""\\\n])*""", RegexOptions.Singleline)]
    private static partial Regex CommentsAndTexts();
}
