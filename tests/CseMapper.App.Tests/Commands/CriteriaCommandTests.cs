using CseMapper.Testing;

namespace CseMapper.App.Tests.Commands;

public sealed class CriteriaCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("csemapper-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void DamagedListIsImportedWithEveryDamageNamedAndCallsForAttention()
    {
        string json = Path.Combine(_folder.FullName, "imported.json");
        CommandLine.Result import = CommandLine.Run(
            "criteria",
            "import",
            RepositoryFiles.Path("criteria", "sources", "appendix-2-cse-criteria.damaged.txt"),
            "--out",
            json
        );

        Assert.Equal(2, import.ExitCode);
        Assert.Contains("56 sound elements, 1 marked as damaged (3.3.3)", import.Error, StringComparison.Ordinal);
        foreach (int line in (int[])[15, 18, 20, 50, 51, 80])
            Assert.Contains($"criteria.damaged.txt:{line}: ", import.Error, StringComparison.Ordinal);

        CommandLine.Result check = CommandLine.Run(
            "criteria",
            "check",
            json,
            "--against",
            RepositoryFiles.Path("criteria", "sources", "appendix-2-cse-criteria.txt")
        );

        Assert.Equal(2, check.ExitCode);
        Assert.Equal(
            ["1.3", "3.3.3", "3.3.3"],
            check
                .Output.Split('\n')
                .Where(line => line.Length > 0 && char.IsAsciiDigit(line[0]))
                .Select(line => line.Split(':')[0])
        );
    }

    [Fact]
    public void BuiltInStandardIsSound() =>
        Assert.Equal(0, CommandLine.Run("criteria", "check", RepositoryFiles.Path("criteria", "cse.json")).ExitCode);

    [Fact]
    public void FileWithoutNumbersIsRefusedWithAReason()
    {
        string file = Path.Combine(_folder.FullName, "letter.txt");
        File.WriteAllText(file, "Dear all,\nno list here.\n");

        CommandLine.Result result = CommandLine.Run("criteria", "import", file);

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("no numbered element was found", result.Error, StringComparison.Ordinal);
    }
}
