using CseMapper.Documents.Files;
using CseMapper.Testing;

namespace CseMapper.App.Tests;

public sealed class EnginesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("csemapper-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void AnEngineThatDoesNotExistIsAFaultOfTheCommandLine()
    {
        CommandLine.Result result = CommandLine.Run("extract", Sample, "--pdf-reader", "acrobat");

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains("takes embedded or pdfpig", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void PdfPigReadsPdfFilesWhenItIsAskedTo()
    {
        CommandLine.Result embedded = CommandLine.Run("extract", Sample, "--format", "jsonl");
        CommandLine.Result other = CommandLine.Run("extract", Sample, "--format", "jsonl", "--pdf-reader", "pdfpig");

        Assert.Equal(ExitCode.Done, other.ExitCode);
        Assert.NotEqual(embedded.Output, other.Output);
        Assert.Contains("Choosing the right way", other.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ASearchSaysWhyItFoundAPassage()
    {
        string output = Path.Combine(_folder.FullName, "out");
        CommandLine.Run("map", RepositoryFiles.Path("corpus-samples", "Website"), "--out", output);

        CommandLine.Result search = CommandLine.Run("search", "opening hours", "telephone", "--out", output, "--why");

        Assert.NotEmpty(Directory.GetFiles(Path.Combine(output, ".csemapper", "lucene")));
        Assert.Equal(ExitCode.Done, search.ExitCode);
        Assert.Contains("Found: opening hours", search.Output, StringComparison.Ordinal);
        Assert.Contains("idf(", search.Output, StringComparison.Ordinal);
    }

    private static string Sample => RepositoryFiles.Path("corpus-samples", "Accessible Information Policy.pdf");
}
