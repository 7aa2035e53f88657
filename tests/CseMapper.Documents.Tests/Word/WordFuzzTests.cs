using System.Globalization;
using CseMapper.Documents.Detection;
using CseMapper.Documents.Word;

namespace CseMapper.Documents.Tests.Word;

/// <summary>Thousands of damaged files, the same in every run; CSEMAPPER_FUZZ_CASES asks for more of them,
/// CSEMAPPER_FUZZ_SEED for others.</summary>
public sealed class WordFuzzTests
{
    private const int DefaultCases = 4000;

    [Fact]
    public void DamagedFilesEndInTextOrANamedProblem()
    {
        List<byte[]> samples = [.. TortureCase.All.Select(torture => torture.File.ToBytes())];
        int first = FromEnvironment("CSEMAPPER_FUZZ_SEED", 1),
            cases = FromEnvironment("CSEMAPPER_FUZZ_CASES", DefaultCases);
        List<string> failures = [];
        for (int seed = first; seed < first + cases && failures.Count < 10; seed++)
        {
            byte[] damaged = new WordMutator(seed).Mutate(samples[seed % samples.Count]);
            if (Check(damaged) is { } failure)
                failures.Add($"seed {seed}: {failure}");
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    private static string? Check(byte[] file)
    {
        try
        {
            using MemoryStream stream = new MemoryStream(file);
            FormatDetector.Detect(stream, "policy.docx");
            IngestResult result = new WordReader().Read(stream, ReadOptions.Default, CancellationToken.None);
            if (result.Status is ReadStatus.Read or ReadStatus.PartlyRead && result.Document is null)
                return "no document";
            if (result.Status != ReadStatus.Read && result.Problems.Count == 0)
                return $"{result.Status} without a reason";
            if (result.Document is not { } document)
                return null;
            using StringWriter text = new StringWriter(CultureInfo.InvariantCulture);
            ExtractWriter.WriteText(document, text);
            ExtractWriter.WriteJsonLines(document, text);
            return null;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return $"{fault.GetType().Name}: {fault.Message} {fault.StackTrace?.Split('\n')[0].Trim()}";
        }
    }

    private static int FromEnvironment(string name, int fallback) =>
        int.TryParse(
            Environment.GetEnvironmentVariable(name),
            NumberStyles.Integer,
            CultureInfo.InvariantCulture,
            out int value
        )
            ? value
            : fallback;
}
