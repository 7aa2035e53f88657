namespace CseMapper.Pdf.Tests;

public sealed class ReadmeTests
{
    private const string Fence = "```";

    private static readonly string _folder = Path.Combine(AppContext.BaseDirectory, "Readme");

    [Fact]
    public void TheExampleIsTheCodeThatIsRunHere()
    {
        string source = Read("ReadmeExample.cs");
        string marked = source.Split("// <example>\n")[1].Split("        // </example>")[0];
        string example = string.Join('\n', marked.Split('\n').Select(line => line.Length > 8 ? line[8..] : ""));
        string readme = Read("README.md");
        Assert.Contains($"{Fence}csharp\n{example}{Fence}\n", readme, StringComparison.Ordinal);
        Assert.Equal(2, readme.Split(Fence + "csharp").Length);
    }

    [Fact]
    public void TheExamplePrintsWhatASampleSays()
    {
        StringWriter output = new();
        string sample = Directory
            .GetFiles(
                Path.Combine(AppContext.BaseDirectory, "Samples", "Layout"),
                "*.pdf",
                SearchOption.TopDirectoryOnly
            )
            .Order(StringComparer.Ordinal)
            .First();
        ReadmeExample.Print(sample, output);
        Assert.Contains("page 1, Body: ", output.ToString(), StringComparison.Ordinal);
        Assert.Contains(" points from the top: ", output.ToString(), StringComparison.Ordinal);
    }

    private static string Read(string name) => File.ReadAllText(Path.Combine(_folder, name)).ReplaceLineEndings("\n");
}
