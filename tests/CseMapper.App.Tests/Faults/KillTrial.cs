using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CseMapper.App.Tests.Faults;

/// <summary>
/// Kills runs, workers, the review page, imports and decisions at random moments while the others go on, and looks
/// whether anything was lost, doubled or left half-written.
/// </summary>
/// <param name="program">The path of csemapper.</param>
/// <param name="folder">An empty folder to work in.</param>
/// <param name="seed">Chooses the moments.</param>
internal sealed class KillTrial(string program, string folder, int seed)
{
    private const int Documents = 20;
    private const int RowsFilled = 3;
    private const int MostRounds = 2;
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(4);
    private static readonly string[] _kinds = ["map", "watch", "review", "import", "commentary"];
    private static readonly string[] _files = ["mapping.json", "mapping.csv", "mapping.xlsx", "report.html"];

    private readonly Random _random = new(seed);
    private readonly KillLedger _ledger = new();
    private readonly List<string> _failures = [];
    private readonly SortedDictionary<string, int> _killed = new(StringComparer.Ordinal);

    /// <summary>How long each kind of process lived when nobody killed it, so that every moment of its life may be
    /// hit.</summary>
    private readonly Dictionary<string, TimeSpan> _lives = new(StringComparer.Ordinal);
    private string[] Map => ["map", At("policies"), "--out", At("out"), "--quiet"];
    private string[] Watch => ["watch", At("policies"), "--out", At("out"), "--once", "--settle", "0s", "--quiet"];
    private string[] Import => ["decisions", "import", At("filled.xlsx"), "--out", At("out"), "--json"];

    /// <summary>What was killed, and how many decisions were confirmed.</summary>
    public string Course =>
        FormattableString.Invariant($"{_killed.Values.Sum()} killed: ")
        + string.Join(", ", _killed.Select(kind => FormattableString.Invariant($"{kind.Value} {kind.Key}")))
        + FormattableString.Invariant($"; {_ledger.Confirmed} decisions confirmed");

    /// <summary>Kills so many times, then compares with a run that nobody disturbed.</summary>
    /// <returns>A sentence for everything that was not as it should be.</returns>
    public IReadOnlyList<string> Run(int times)
    {
        for (int i = 0; i < Documents; i++)
            Write(i, 0);
        Begin();
        using (KillPage page = new(program, At("out"), _ledger))
        {
            // Who comes too late to kill tries again.
            for (int i = 0; _killed.Values.Sum() < times && i < MostRounds * times; i++)
            {
                if (i % 4 == 0)
                    Write(_random.Next(Documents), i);
                KillOne(i, page);
                CheckFiles(i);
            }
        }
        Compare();
        CheckDecisions();
        return _failures;
    }

    /// <summary>Everything once without being killed.</summary>
    private void Begin()
    {
        foreach (
            (string kind, string[] arguments) in new[]
            {
                ("map", Map),
                ("watch", Watch),
                ("import", Import),
                ("commentary", Commentary(_ledger.New("Commentary"))),
            }
        )
        {
            if (kind == "import")
                KillWorkbook.Fill(At("out/mapping.xlsx"), At("filled.xlsx"), "Ann", [_ledger.New("Cell")], _random);
            if (kind == "watch")
                Write(0, 1);
            long began = Stopwatch.GetTimestamp();
            if (Finish(arguments) != 0)
                _failures.Add($"{kind} ended with a failure before anything was killed.");
            _lives[kind] = Stopwatch.GetElapsedTime(began);
        }
    }

    private void KillOne(int round, KillPage page)
    {
        string kind = _kinds[round % _kinds.Length];
        string commentary = _ledger.New("Commentary");
        string[] remarks = [.. Enumerable.Range(0, RowsFilled).Select(_ => _ledger.New("Cell"))];
        bool imports =
            (kind == "import" || _random.Next(3) == 0)
            && KillWorkbook.Fill(
                At("out/mapping.xlsx"),
                At("filled.xlsx"),
                string.Create(CultureInfo.InvariantCulture, $"Reviewer {round}"),
                remarks,
                _random
            );
        Dictionary<string, Process> others = new(StringComparer.Ordinal)
        {
            [kind == "watch" ? "watch" : "map"] = Start(kind == "watch" ? Watch : Map),
        };
        if (kind == "commentary" || _random.Next(3) == 0)
            others["commentary"] = Start(Commentary(commentary));
        if (imports)
            others["import"] = Start(Import);
        Process review = page.Open();
        Process victim = kind == "review" ? review : others.GetValueOrDefault(kind, review);
        Kill(kind, victim, page);
        foreach ((string name, Process process) in others)
        {
            if (!process.WaitForExit(_patience))
                _failures.Add($"round {round}: {name} did not end.");
        }

        if (others.TryGetValue("commentary", out Process? decision) && decision.ExitCode == 0)
            _ledger.Confirm(commentary);
        if (others.TryGetValue("import", out Process? import))
            CheckImport(round, import, remarks);
        foreach (Process process in others.Values)
            process.Dispose();
    }

    private void Kill(string kind, Process victim, KillPage page)
    {
        TimeSpan life = kind == "review" ? page.Round : _lives[kind];
        victim.WaitForExit(life * _random.NextDouble());
        if (!victim.HasExited)
            _killed[kind] = _killed.GetValueOrDefault(kind) + 1;
        victim.Kill();
        victim.WaitForExit();
    }

    /// <summary>An import that was killed is done again, as whoever began it would.</summary>
    private void CheckImport(int round, Process import, string[] remarks)
    {
        if (import.ExitCode is 0 or 2)
        {
            Confirm(round, import.StandardOutput.ReadToEnd(), remarks, before: 0);
            return;
        }

        int before = KillLedger.CountOf(remarks, Log());
        using Process again = Start(Import);
        again.WaitForExit();
        if (again.ExitCode is 0 or 2)
        {
            Confirm(round, again.StandardOutput.ReadToEnd(), remarks, before);
        }
        else
        {
            _failures.Add(
                $"round {round}: the import ended with exit code {import.ExitCode}, and with {again.ExitCode} "
                    + $"when it was repeated: {again.StandardError.ReadToEnd()}"
            );
        }
    }

    private void Confirm(int round, string answer, string[] remarks, int before)
    {
        using JsonDocument json = JsonDocument.Parse(answer);
        int imported = json.RootElement.GetProperty("imported").GetInt32();
        int there = KillLedger.CountOf(remarks, Log());
        if (imported + before != there)
        {
            _failures.Add(
                $"round {round}: {imported} cells were confirmed as imported after {before}, and {there} are in "
                    + "the log."
            );
        }

        if (imported == remarks.Length)
        {
            foreach (string remark in remarks)
                _ledger.Confirm(remark);
        }
    }

    private void CheckFiles(int round)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(At("out/mapping.json")));
            using System.IO.Compression.ZipArchive workbook = System.IO.Compression.ZipFile.OpenRead(
                At("out/mapping.xlsx")
            );
        }
        catch (Exception fault) when (fault is JsonException or InvalidDataException)
        {
            _failures.Add($"round {round}: a file of the mapping is not whole: {fault.Message}");
        }
        if (!File.ReadAllText(At("out/report.html")).TrimEnd().EndsWith("</html>", StringComparison.Ordinal))
            _failures.Add($"round {round}: report.html is not whole.");
    }

    private void Compare()
    {
        Finish(Map);
        Directory.CreateDirectory(At("undisturbed"));
        if (File.Exists(At("out/decisions.jsonl")))
            File.Copy(At("out/decisions.jsonl"), At("undisturbed/decisions.jsonl"));
        Finish("map", At("policies"), "--out", At("undisturbed"), "--quiet");
        foreach (string file in _files)
        {
            if (!Content(At("undisturbed/" + file)).AsSpan().SequenceEqual(Content(At("out/" + file))))
                _failures.Add($"{file} differs from that of an undisturbed run.");
        }
    }

    /// <summary>What changed since the run before is told in the report, and is no part of the mapping.</summary>
    private static byte[] Content(string file) =>
        file.EndsWith(".html", StringComparison.Ordinal)
            ? System.Text.Encoding.UTF8.GetBytes(
                Regex.Replace(
                    File.ReadAllText(file),
                    "<section id=\"changes\".*?</section>\n",
                    "",
                    RegexOptions.Singleline
                )
            )
            : File.ReadAllBytes(file);

    private void CheckDecisions()
    {
        _failures.AddRange(_ledger.Faults(Log()));
        if (Finish("decisions", "verify", "--out", At("out"), "--quiet") != 0)
            _failures.Add("The chain of the decision log is broken.");
    }

    private string[] Commentary(string text) =>
        ["decisions", "commentary", "1.1.1", text, "--reviewer", "Ann", "--out", At("out"), "--quiet"];

    private string[] Log() =>
        File.Exists(At("out/decisions.jsonl")) ? File.ReadAllLines(At("out/decisions.jsonl")) : [];

    private int Finish(params string[] arguments)
    {
        using Process process = Start(arguments);
        process.WaitForExit();
        return process.ExitCode;
    }

    private Process Start(string[] arguments) =>
        Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;

    private void Write(int document, int version)
    {
        Directory.CreateDirectory(At("policies"));
        string text = string.Create(CultureInfo.InvariantCulture, $"Policy {document}, version {version}\n\n");
        File.WriteAllText(
            At(string.Create(CultureInfo.InvariantCulture, $"policies/policy {document}.txt")),
            text
                + string.Join(
                    "\n\n",
                    Enumerable
                        .Range(document, 20)
                        .Select(n =>
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"{n}. We publish how to complain, answer every complaint within {n} working "
                                    + $"days, tell the customer the outcome, and use complaints to improve the "
                                    + $"service."
                            )
                        )
                )
        );
    }

    private string At(string path) => Path.Combine(folder, path);
}
