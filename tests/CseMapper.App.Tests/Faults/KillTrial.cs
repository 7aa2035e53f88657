using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CseMapper.App.Tests.Faults;

/// <summary>Kills runs, workers and decisions at random moments while others go on, and looks whether anything was lost, doubled or left half-written.</summary>
/// <param name="program">The path of csemapper.</param>
/// <param name="folder">An empty folder to work in.</param>
/// <param name="seed">Chooses the moments.</param>
internal sealed class KillTrial(string program, string folder, int seed)
{
    private const int Documents = 60;
    private const int LongestLifeInMilliseconds = 900;
    private static readonly string[] s_files = ["mapping.json", "mapping.csv", "mapping.xlsx", "report.html"];

    private readonly Random _random = new(seed);
    private readonly List<string> _confirmed = [];
    private readonly List<string> _failures = [];
    private int _texts;

    /// <summary>Kills so many times, then compares with a run that nobody disturbed.</summary>
    /// <returns>A sentence for everything that was not as it should be.</returns>
    public IReadOnlyList<string> Run(int times)
    {
        for (int i = 0; i < Documents; i++) Write(i, 0);
        for (int i = 0; i < times; i++)
        {
            if (i % 5 == 0) Write(_random.Next(Documents), i);
            KillOne(i);
            CheckFiles(i);
        }
        Compare();
        CheckDecisions();
        return _failures;
    }

    private void KillOne(int round)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"Commentary {_texts++}.");
        using Process run = Start(round % 2 == 0 ? ["map", At("policies"), "--out", At("out"), "--quiet"] : ["watch", At("policies"), "--out", At("out"), "--once", "--settle", "0s", "--quiet"]);
        using Process decision = Start(["decisions", "commentary", "1.1.1", text, "--reviewer", "Ann", "--out", At("out"), "--quiet"]);
        Process victim = _random.Next(3) == 0 ? decision : run;
        victim.WaitForExit(_random.Next(LongestLifeInMilliseconds));
        victim.Kill();
        if (!run.WaitForExit(120_000) || !decision.WaitForExit(120_000)) _failures.Add($"round {round}: a process did not end.");
        if (decision.ExitCode == 0) _confirmed.Add(text);
    }

    private void CheckFiles(int round)
    {
        if (!File.Exists(At("out/mapping.json"))) return;
        try
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(At("out/mapping.json")));
        }
        catch (JsonException fault)
        {
            _failures.Add($"round {round}: mapping.json is not whole: {fault.Message}");
        }
        if (File.Exists(At("out/report.html")) && !File.ReadAllText(At("out/report.html")).TrimEnd().EndsWith("</html>", StringComparison.Ordinal)) _failures.Add($"round {round}: report.html is not whole.");
    }

    private void Compare()
    {
        Finish("map", At("policies"), "--out", At("out"), "--quiet");
        Directory.CreateDirectory(At("undisturbed"));
        if (File.Exists(At("out/decisions.jsonl"))) File.Copy(At("out/decisions.jsonl"), At("undisturbed/decisions.jsonl"));
        Finish("map", At("policies"), "--out", At("undisturbed"), "--quiet");
        foreach (string file in s_files)
        {
            if (!Content(At("undisturbed/" + file)).AsSpan().SequenceEqual(Content(At("out/" + file)))) _failures.Add($"{file} differs from that of an undisturbed run.");
        }
    }

    /// <summary>What changed since the run before is told in the report, and is no part of the mapping.</summary>
    private static byte[] Content(string file) => file.EndsWith(".html", StringComparison.Ordinal)
        ? System.Text.Encoding.UTF8.GetBytes(Regex.Replace(File.ReadAllText(file), "<section id=\"changes\".*?</section>\n", "", RegexOptions.Singleline))
        : File.ReadAllBytes(file);

    private void CheckDecisions()
    {
        if (_confirmed.Count == 0) return;
        string[] lines = File.ReadAllLines(At("out/decisions.jsonl"));
        foreach (string text in _confirmed.Where(text => !lines.Any(line => line.Contains($"\"{text}\"", StringComparison.Ordinal)))) _failures.Add($"lost: {text}");
        for (int i = 0; i < _texts; i++)
        {
            string text = string.Create(CultureInfo.InvariantCulture, $"\"Commentary {i}.\"");
            if (lines.Count(line => line.Contains(text, StringComparison.Ordinal)) > 1) _failures.Add($"doubled: {text}");
        }
        if (Finish("decisions", "verify", "--out", At("out"), "--quiet") != 0) _failures.Add("The chain of the decision log is broken.");
    }

    private int Finish(params string[] arguments)
    {
        using Process process = Start(arguments);
        process.WaitForExit();
        return process.ExitCode;
    }

    private Process Start(string[] arguments)
    {
        Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void Write(int document, int version)
    {
        Directory.CreateDirectory(At("policies"));
        string text = string.Create(CultureInfo.InvariantCulture, $"Policy {document}, version {version}\n\n");
        File.WriteAllText(
            At(string.Create(CultureInfo.InvariantCulture, $"policies/policy {document}.txt")),
            text + string.Join("\n\n", Enumerable.Range(document, 30).Select(n => string.Create(CultureInfo.InvariantCulture, $"{n}. We publish how to complain, answer every complaint within {n} working days, tell the customer the outcome, and use complaints to improve the service."))));
    }

    private string At(string path) => Path.Combine(folder, path);
}
