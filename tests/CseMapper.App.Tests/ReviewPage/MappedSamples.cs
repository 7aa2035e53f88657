using System.Text.Json;
using CseMapper.Testing;

namespace CseMapper.App.Tests.ReviewPage;

/// <summary>The sample documents and a hostile one, mapped once for all tests of the page; each test works on a
/// copy.</summary>
public sealed class MappedSamples : IDisposable
{
    /// <summary>A name and words that would be markup in a careless page.</summary>
    public static string HostileName { get; } =
        OperatingSystem.IsWindows()
            ? "'&lt;img src=x&gt;' &amp; &quot;.md"
            : "<img src=x onerror=\"document.title='broken'\">'&amp;.md";

    private const string HostileText = """
        # &lt;/h1>&lt;script>document.title='broken'&lt;/script> Complaints

        We have an easy to use complaints procedure &lt;script>document.title='broken'&lt;/script> with a commitment to deal with
        problems fully and solve them within a reasonable time limit of ten working days: ">&lt;svg onload="document.title='broken'">
        and every complaint about customer service is answered by the complaints team, whose procedure is published.
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("csemapper-page-");

    public MappedSamples()
    {
        string policies = Path.Combine(_folder.FullName, "policies");
        foreach (
            string name in (string[])
                [
                    "Customer Care Policy.docx",
                    "Our Service Standards.docx",
                    "Complaints & Feedback/Annual Complaints Report 2024–25.pdf",
                    "Complaints & Feedback/Complaints Policy and Procedure v2.1.docx",
                    "Complaints & Feedback/Complaints Policy and Procedure v3.0.docx",
                ]
        )
        {
            string target = Path.Combine(policies, name);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(RepositoryFiles.Path(["corpus-samples", .. name.Split('/')]), target);
        }

        File.WriteAllText(Path.Combine(policies, HostileName), HostileText);
        CommandLine.Result mapped = CommandLine.Run("map", policies, "--out", Path.Combine(_folder.FullName, "out"));
        Assert.True(mapped.ExitCode is 0 or 2, mapped.Error);
        using JsonDocument mapping = JsonDocument.Parse(
            File.ReadAllBytes(Path.Combine(_folder.FullName, "out", "mapping.json"))
        );
        Element = mapping
            .RootElement.GetProperty("elements")
            .EnumerateArray()
            .First(entry => Shown(entry) >= 4)
            .GetProperty("number")
            .GetString()!;
    }

    /// <summary>An element with at least four strong or possible suggestions.</summary>
    public string Element { get; }

    /// <summary>The folder of the mapping, for tests that only read it.</summary>
    public string Output => Path.Combine(_folder.FullName, "out");

    /// <summary>A copy that a test may change: policies and out below one folder.</summary>
    public DirectoryInfo Copy()
    {
        DirectoryInfo copy = Directory.CreateTempSubdirectory("csemapper-page-");
        foreach (string file in Directory.EnumerateFiles(_folder.FullName, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(copy.FullName, Path.GetRelativePath(_folder.FullName, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static int Shown(JsonElement entry) =>
        entry
            .GetProperty("suggestions")
            .EnumerateArray()
            .Count(suggestion => suggestion.GetProperty("strength").GetString() is "strong" or "possible");
}

/// <summary>One after the other: the tests of the page share a processor with a browser.</summary>
[CollectionDefinition(Name)]
public sealed class PageTests : ICollectionFixture<MappedSamples>
{
    public const string Name = "review page";
}
