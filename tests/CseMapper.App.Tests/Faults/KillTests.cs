namespace CseMapper.App.Tests.Faults;

/// <summary>The short form; the long one is a command of tests/CseMapper.Benchmarks.</summary>
public sealed class KillTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("csemapper-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void KillingRunsPagesImportsAndDecisionsLosesAndDoublesNothing() =>
        Assert.Empty(
            new KillTrial(
                Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "csemapper.exe" : "csemapper"),
                _folder.FullName,
                1
            ).Run(5)
        );
}
