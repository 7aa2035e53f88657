using System.Globalization;

namespace CseMapper.Pdf.Tests.Fuzzing;

/// <summary>
/// Thousands of damaged files, the same in every run; CSEMAPPER_FUZZ_CASES asks for more of them, CSEMAPPER_FUZZ_SEED
/// for others. The benchmarks project runs the same for as long as one likes, on any folder.
/// </summary>
public sealed class FuzzTests
{
    private const int DefaultCases = 4000;

    [Fact]
    public void DamagedFilesEndInTextOrANamedProblem()
    {
        List<byte[]> samples = FuzzSamples.All();
        int first = FromEnvironment("CSEMAPPER_FUZZ_SEED", 1);
        int cases = FromEnvironment("CSEMAPPER_FUZZ_CASES", DefaultCases);
        List<string> failures = [];
        for (int seed = first; seed < first + cases && failures.Count < 10; seed++)
        {
            byte[] damaged = new PdfMutator(seed).Mutate(samples[seed % samples.Count]);
            if (FuzzedReading.Check(damaged) is { } failure)
                failures.Add($"seed {seed}: {failure}");
        }

        Assert.Empty(failures);
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
