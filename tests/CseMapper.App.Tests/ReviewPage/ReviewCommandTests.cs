using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using CseMapper.Decisions.Log;

namespace CseMapper.App.Tests.ReviewPage;

/// <summary>The page as a process of its own.</summary>
[Collection(PageTests.Name)]
public sealed class ReviewCommandTests(MappedSamples samples)
{
    [Fact]
    public void ItRefusesToListenBeyondThisMachineWithoutUsers()
    {
        CommandLine.Result result = CommandLine.Run(
            "review",
            "--listen",
            "0.0.0.0:0",
            "--no-browser",
            "--out",
            Path.GetTempPath()
        );

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("csemapper users add", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--port", "70000")]
    [InlineData("--listen", "nowhere")]
    [InlineData("--folder", "no-such-folder")]
    [InlineData("--certificate", "no-such-file.pfx")]
    public void WrongOptionsAreNamed(string option, string value)
    {
        CommandLine.Result result = CommandLine.Run(
            "review",
            option,
            value,
            "--no-browser",
            "--out",
            Path.GetTempPath()
        );

        string[] lines = result.Error.Trim().Split('\n');
        Assert.Equal(1, result.ExitCode);
        Assert.All(lines[1..], line => Assert.StartsWith("Try: ", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task NoSecretStandsInTheCommandLineOfTheBrowser()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The browser is a shell script.");
        DirectoryInfo folder = samples.Copy();
        string called = Path.Combine(folder.FullName, "called");
        string browser = Path.Combine(folder.FullName, OperatingSystem.IsMacOS() ? "open" : "xdg-open");
        await File.WriteAllTextAsync(
            browser,
            $"#!/bin/sh\nprintf %s \"$*\" > '{called}.new'; mv '{called}.new' '{called}'\n"
        );
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(browser, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        ProcessStartInfo start = CommandLine.StartInfo([
            "review",
            "--out",
            Path.Combine(folder.FullName, "out"),
            "--port",
            "0",
            "--json",
        ]);
        start.Environment["PATH"] = folder.FullName + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        start.Environment["XDG_DATA_HOME"] = Path.Combine(folder.FullName, "profile");
        start.Environment["HOME"] = folder.FullName;
        using Process process = Process.Start(start)!;
        using JsonDocument said = JsonDocument.Parse((await process.StandardOutput.ReadLineAsync())!);
        string address = said.RootElement.GetProperty("address").GetString()!;
        for (int i = 0; i < 500 && !File.Exists(called); i++)
            await Task.Delay(20);

        string opened = await File.ReadAllTextAsync(called);
        string token = address.Split("token=")[1];
        Assert.DoesNotContain(token, opened, StringComparison.Ordinal);
        Assert.Contains(token, await File.ReadAllTextAsync(opened), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(opened));

        process.Kill();
        await process.WaitForExitAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public void UsersAreAddedListedAndTakenOut()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("csemapper-users-");
        Assert.Equal(
            0,
            WithInput(
                "a long enough password\n",
                "users",
                "add",
                "Ann Hill",
                "--role",
                "approver",
                "--out",
                folder.FullName
            ).ExitCode
        );
        Assert.Equal(1, WithInput("short\n", "users", "add", "Bob", "--out", folder.FullName).ExitCode);

        Assert.Equal("approver  Ann Hill\n", CommandLine.Run("users", "list", "--out", folder.FullName).Output);
        string file = File.ReadAllText(Path.Combine(folder.FullName, "users.json"));
        Assert.DoesNotContain("long enough", file, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite,
                File.GetUnixFileMode(Path.Combine(folder.FullName, "users.json"))
            );
        }

        Assert.Equal(0, CommandLine.Run("users", "remove", "Ann Hill", "--out", folder.FullName).ExitCode);
        Assert.Equal("", CommandLine.Run("users", "list", "--out", folder.FullName).Output);
        folder.Delete(recursive: true);
    }

    /// <summary>Decisions are sent one after the other while the process is killed without a chance to tidy
    /// up.</summary>
    [Fact]
    public async Task EveryDecisionThatWasConfirmedSurvivesAKilledProcess()
    {
        DirectoryInfo folder = samples.Copy();
        string output = Path.Combine(folder.FullName, "out");
        using Process process = CommandLine.Start(
            "review",
            "--out",
            output,
            "--port",
            "0",
            "--no-browser",
            "--json",
            "--reviewer",
            "Ann Hill"
        );
        string? line = await process.StandardOutput.ReadLineAsync();
        Assert.True(line is not null, line is null ? await process.StandardError.ReadToEndAsync() : "");
        using JsonDocument said = JsonDocument.Parse(line!);
        Uri entry = new(said.RootElement.GetProperty("address").GetString()!);
        using HttpClient client = new() { BaseAddress = new Uri(entry.GetLeftPart(UriPartial.Authority)) };
        client.DefaultRequestHeaders.Add("Origin", entry.GetLeftPart(UriPartial.Authority));
        await client.GetAsync(entry);
        string html = await client.GetStringAsync("/elements/" + samples.Element);
        string[] cards =
        [
            .. Regex
                .Matches(html, "name=\"card\" value=\"([^\"]*)\"")
                .Select(match => match.Groups[1].Value)
                .Distinct(),
        ];

        int confirmed = 0;
        Task killing = Task.CompletedTask;
        for (int i = 0; !process.HasExited; i++)
        {
            if (i == 5)
                killing = Task.Run(process.Kill);
            if (
                await IsConfirmed(client, samples.Element, RunningPage.Field(html, "token"), cards[i % cards.Length], i)
            )
            {
                confirmed++;
            }
        }

        await killing;
        Assert.InRange(confirmed, 5, int.MaxValue);
        using DecisionLog log = new(Path.Combine(output, DecisionLog.FileName), TimeProvider.System);
        DecisionLogContent content = log.Read();
        Assert.Null(content.BadLine);
        Assert.InRange(content.Decisions.Count, confirmed, confirmed + 1);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task SettingsThatAreBrokenWhileThePageRunsDoNotEndIt()
    {
        DirectoryInfo folder = samples.Copy();
        string output = Path.Combine(folder.FullName, "out");
        string settings = Path.Combine(folder.FullName, "csemapper.json");
        await File.WriteAllTextAsync(settings, "{ \"review\": { \"approval\": \"two-person\" } }");
        using Process process = CommandLine.Start(
            "review",
            "--settings",
            settings,
            "--out",
            output,
            "--port",
            "0",
            "--no-browser",
            "--json"
        );
        using JsonDocument said = JsonDocument.Parse((await process.StandardOutput.ReadLineAsync())!);
        Uri entry = new(said.RootElement.GetProperty("address").GetString()!);
        using HttpClient client = new() { BaseAddress = new Uri(entry.GetLeftPart(UriPartial.Authority)) };
        await client.GetAsync(entry);

        await File.WriteAllTextAsync(settings, "{ \"review\": {");
        CommandLine.Run("decisions", "commentary", samples.Element, "Written meanwhile.", "--out", output);
        string html = "";
        for (
            int look = 0;
            look < 100 && !html.Contains("Written meanwhile.", StringComparison.Ordinal) && !process.HasExited;
            look++
        )
        {
            await Task.Delay(200);
            html = process.HasExited ? "" : await client.GetStringAsync("/elements/" + samples.Element);
        }

        Assert.Contains("Written meanwhile.", html, StringComparison.Ordinal);
        Assert.Contains(
            "after a second person&#39;s approval",
            await client.GetStringAsync("/settings"),
            StringComparison.Ordinal
        );
        process.Kill();
        process.WaitForExit();
        folder.Delete(recursive: true);
    }

    private static async Task<bool> IsConfirmed(
        HttpClient client,
        string element,
        string token,
        string card,
        int number
    )
    {
        using FormUrlEncodedContent content = new([
            new("token", token),
            new("element", element),
            new("card", card),
            new("action", "reject"),
            new("comment", $"Number {number}"),
        ]);
        try
        {
            HttpResponseMessage answer = await client.PostAsync("/decisions", content);
            return (await answer.Content.ReadAsStringAsync()).Contains("Saved.", StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException)
        {
            return false;
        }
    }

    private static CommandLine.Result WithInput(string input, params string[] arguments)
    {
        using Process process = CommandLine.Start(redirectsInput: true, arguments);
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        return CommandLine.Finish(process);
    }
}
