using System.Runtime.CompilerServices;

namespace CseMapper.Testing;

/// <summary>Compares output with a file kept beside the test. CSEMAPPER_REWRITE_GOLDEN=1 writes the files anew; the
/// difference then shows in git.</summary>
internal static class GoldenFile
{
    public static void Matches(string name, string actual, [CallerFilePath] string test = "")
    {
        string path = Path.Combine(Path.GetDirectoryName(test)!, "Golden", name);
        if (Environment.GetEnvironmentVariable("CSEMAPPER_REWRITE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"{path} is missing; CSEMAPPER_REWRITE_GOLDEN=1 writes it.");
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
