using System.Text.Json;
using CseMapper.Testing;

namespace CseMapper.App.Tests.Commands;

public sealed class ExtractCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("csemapper-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void EveryPageOfAPdfEndsWithAFormFeed()
    {
        CommandLine.Result result = CommandLine.Run(
            "extract",
            RepositoryFiles.Path("corpus-samples", "Fees and Charges 2025-26.pdf")
        );

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("What you pay for our services from 1 April 2025", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("\f", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void JsonLinesGiveABlockALineWithItsPlace()
    {
        CommandLine.Result result = CommandLine.Run(
            "extract",
            RepositoryFiles.Path("corpus-samples", "Fees and Charges 2025-26.pdf"),
            "--format",
            "jsonl"
        );

        string[] lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.True(JsonDocument.Parse(line).RootElement.GetProperty("page").GetInt32() > 0));
        Assert.Contains(lines, line => line.StartsWith("{\"type\":\"table\"", StringComparison.Ordinal));
    }

    [Fact]
    public void EncryptedFileNeedsItsPassword()
    {
        string file = RepositoryFiles.Path("corpus-samples", "Internal Audit Report – Cash Handling.pdf");
        CommandLine.Result locked = CommandLine.Run("extract", file);

        Assert.Equal(3, locked.ExitCode);
        Assert.Contains("password", locked.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.pdf", "does not exist")]
    [InlineData("", "is a folder")]
    public void WhatIsNoFileIsSaidSo(string name, string says)
    {
        CommandLine.Result result = CommandLine.Run("extract", Path.Combine(_folder.FullName, name));

        Assert.Equal(3, result.ExitCode);
        Assert.Contains(says, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void WrongFormatIsWrongUsage() =>
        Assert.Equal(1, CommandLine.Run("extract", "x", "--format", "yaml").ExitCode);
}
