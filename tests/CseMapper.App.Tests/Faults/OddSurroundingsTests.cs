using System.Diagnostics;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace CseMapper.App.Tests.Faults;

/// <summary>Long names, a cache of another version, a folder that is taken away from a running worker.</summary>
public sealed class OddSurroundingsTests : IDisposable
{
    private const string Text =
        "We publish how to complain, answer every complaint within ten working days and tell the customer the "
        + "outcome of it.";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("csemapper-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void PathsBeyond260CharactersAndNamesOf255BytesAreRead()
    {
        string deep = Path.Combine([
            .. Enumerable.Range(1, 6).Select(i => $"{i} {new string('x', 60)}"),
            "complaints.txt",
        ]);
        string wide = string.Concat(Enumerable.Repeat("ä", 125)) + "x.txt";
        Write("policies/" + deep, Text);
        Write("policies/" + wide, Text + " And more.");

        CommandLine.Result result = Map();

        Assert.Equal(0, result.ExitCode);
        using JsonDocument mapping = JsonDocument.Parse(File.ReadAllBytes(At("out/mapping.json")));
        JsonElement[] rows = [.. mapping.RootElement.GetProperty("documents").EnumerateArray()];
        Assert.Equal([deep.Replace('\\', '/'), wide], rows.Select(row => row.GetProperty("path").GetString()));
        Assert.All(rows, row => Assert.Equal("read", row.GetProperty("status").GetString()));
    }

    [Fact]
    public void ACacheOfAnotherVersionIsBuiltAnewAndTheMappingIsTheSame()
    {
        Write("policies/a.txt", Text);
        Assert.Equal(0, Map().ExitCode);
        byte[] before = File.ReadAllBytes(At("out/mapping.json"));
        using (SqliteConnection database = new($"Data Source={At("out/.csemapper/workspace.db")};Pooling=False"))
        {
            database.Open();
            using SqliteCommand later = database.CreateCommand();
            later.CommandText = "PRAGMA user_version = 9999";
            later.ExecuteNonQuery();
        }

        CommandLine.Result result = Map();

        Assert.Equal(
            (0, ""),
            (result.ExitCode, result.Error.Contains("fault", StringComparison.Ordinal) ? result.Error : "")
        );
        Assert.Equal(before, File.ReadAllBytes(At("out/mapping.json")));
        Assert.Equal(0, CommandLine.Run("search", "complaint", "--out", At("out")).ExitCode);
    }

    [Fact]
    public async Task AFolderTakenAwayFromARunningWorkerPausesItAndTheMappingStays()
    {
        Write("policies/a.txt", Text);
        using Process worker = CommandLine.Start(
            "watch",
            At("policies"),
            "--out",
            At("out"),
            "--every",
            "1s",
            "--settle",
            "0s"
        );
        Assert.True(await Says(worker, "1 in all"));
        byte[] before = File.ReadAllBytes(At("out/mapping.json"));
        Directory.Move(At("policies"), At("away"));

        bool isPaused = await Says(worker, "Paused; the next attempt is at");
        CommandLine.Result status = CommandLine.Run("status", "--out", At("out"));
        worker.Kill();
        await worker.WaitForExitAsync(TestContext.Current.CancellationToken);
        Directory.Move(At("away"), At("policies"));

        Assert.True(isPaused);
        Assert.Contains("the worker is paused: There is no folder", status.Output, StringComparison.Ordinal);
        Assert.Equal(3, status.ExitCode);
        Assert.Equal(before, File.ReadAllBytes(At("out/mapping.json")));
        Assert.Equal(0, Map().ExitCode);
    }

    private static async Task<bool> Says(Process worker, string expected)
    {
        while (await worker.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.Contains(expected, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    private CommandLine.Result Map() => CommandLine.Run("map", At("policies"), "--out", At("out"));

    private string At(string path) => Path.Combine(_folder.FullName, path);

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
    }
}
