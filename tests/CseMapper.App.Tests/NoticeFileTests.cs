using System.Text.Json;
using CseMapper.Testing;

namespace CseMapper.App.Tests;

/// <summary>NOTICE.md names what goes with the program.</summary>
public sealed class NoticeFileTests
{
    [Fact]
    public void EveryPackageThatGoesWithTheProgramIsNamedWithItsLicence()
    {
        string[][] rows =
        [
            .. File.ReadLines(Path.Combine(RepositoryFiles.Root, "NOTICE.md"))
                .SkipWhile(line => !line.StartsWith("| package | licence", StringComparison.Ordinal))
                .Skip(2)
                .TakeWhile(line => line.StartsWith('|'))
                .Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1]),
        ];

        Assert.Equal(Shipped(), rows.Select(row => row[0]));
        Assert.All(rows, row => Assert.All(row, cell => Assert.NotEmpty(cell)));
    }

    /// <summary>Packages with files that the program loads.</summary>
    private static IEnumerable<string> Shipped()
    {
        using JsonDocument built = JsonDocument.Parse(
            File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "csemapper.deps.json"))
        );
        JsonElement target = Assert.Single(built.RootElement.GetProperty("targets").EnumerateObject()).Value;
        JsonElement libraries = built.RootElement.GetProperty("libraries");
        return
        [
            .. target
                .EnumerateObject()
                .Where(library => libraries.GetProperty(library.Name).GetProperty("type").GetString() == "package")
                .Where(library =>
                    library
                        .Value.EnumerateObject()
                        .Any(part => part.Name.StartsWith("runtime", StringComparison.Ordinal))
                )
                .Select(library => library.Name.Split('/')[0])
                .Order(StringComparer.OrdinalIgnoreCase),
        ];
    }
}
