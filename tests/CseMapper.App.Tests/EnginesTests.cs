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
        Assert.Contains("'embedded'", result.Error, StringComparison.Ordinal);
    }

#if WITH_PDFPIG
    [Fact]
    public void PdfPigReadsPdfFilesWhenItIsAskedTo()
    {
        CommandLine.Result embedded = CommandLine.Run("extract", Sample, "--format", "jsonl");
        CommandLine.Result other = CommandLine.Run("extract", Sample, "--format", "jsonl", "--pdf-reader", "pdfpig");

        Assert.Equal(ExitCode.Done, other.ExitCode);
        Assert.NotEqual(embedded.Output, other.Output);
        Assert.Contains("Choosing the right way", other.Output, StringComparison.Ordinal);
    }
#else
    [Theory]
    [InlineData("extract", "WithPdfPig", "--pdf-reader", "pdfpig")]
    [InlineData("map", "WithPdfPig", "--pdf-reader", "pdfpig")]
    public void AnEngineThatIsNotBuiltInSaysHowToBuildIt(string command, string property, string option, string engine)
    {
        CommandLine.Result result = CommandLine.Run(command, Sample, option, engine);

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains($"-p:{property}=true", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void TheSettingsFileIsToldTheSame()
    {
        string settings = Path.Combine(_folder.FullName, "csemapper.json");
        File.WriteAllText(settings, """{ "pdfReader": "pdfpig" }""");

        CommandLine.Result result = CommandLine.Run("extract", Sample, "--settings", settings);

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains("-p:WithPdfPig=true", result.Error, StringComparison.Ordinal);
    }
#endif

    private static string Sample => Repository.File("corpus-samples", "Accessible Information Policy.pdf");
}
