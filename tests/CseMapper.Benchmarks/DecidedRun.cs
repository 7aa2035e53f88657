using System.Diagnostics;
using System.Globalization;
using CseMapper.Decisions.Anchors;
using CseMapper.Decisions.Log;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Workspaces;

namespace CseMapper.Benchmarks;

/// <summary>Finds many decisions again in a large workspace, some of whose documents have changed or gone since; says
/// what it costs.</summary>
internal static class DecidedRun
{
    private const int Changed = 10;
    private const int Gone = 2;

    public static int Run(string folder, string[] options)
    {
        using Workspace workspace =
            Workspace.OpenExisting(folder) ?? throw new FileNotFoundException("No workspace there.");
        int count = Arguments.Number(options, "--decisions", 20_000);
        KnownFile[] files = [.. workspace.Files().Values.OrderBy(file => file.Path, StringComparer.Ordinal)];
        ProcessorTime making = new();
        AnchorMaker maker = new(workspace);
        making.Of(() =>
            Enumerable
                .Range(0, 200)
                .Select(i => Anchor(workspace, files[i * 37 % files.Length], i, maker))
                .Count(anchor => anchor.Before.Length > 0)
        );
        Decision[] log = [.. Enumerable.Range(0, count).Select(i => Decide(workspace, files[i % files.Length], i))];
        ProcessorTime deriving = new();
        ProcessorTime finding = new();
        ReviewLedger ledger = deriving.Of(() => ReviewLedger.Derive(log, needsApproval: false));
        IReadOnlyList<DecidedItem> found = finding.Of(() =>
            new AnchorSurvey(workspace).Find(ledger, CancellationToken.None)
        );
        using Process self = Process.GetCurrentProcess();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{files.Length} documents, {count} decisions, {Changed} % of the documents changed, {Gone} % "
                    + $"gone\none anchor made {making.Total.TotalMilliseconds / 200:F1} ms; log derived "
                    + $"{deriving.Total.TotalSeconds:F2} s; found again {finding.Total.TotalSeconds:F2} s; peak "
                    + $"{self.PeakWorkingSet64 >> 20} MB"
            )
        );
        foreach (
            IGrouping<AnchorState, DecidedItem> state in found
                .GroupBy(item => item.Match.State)
                .OrderBy(state => state.Key)
        )
        {
            Console.WriteLine($"  {state.Key, -10} {state.Count()}");
        }

        return 0;
    }

    private static Decision Decide(Workspace workspace, KnownFile file, int number)
    {
        EvidenceAnchor anchor = Anchor(workspace, file, number, null);
        int fate = Math.Abs(file.Path.Sum(c => c * 31)) % 100;
        if (fate < Gone)
            anchor = anchor with { Path = "gone/" + anchor.Path, ContentHash = "older" };
        else if (fate < Gone + Changed)
            anchor = anchor with { ContentHash = "older" };
        string id = number.ToString(CultureInfo.InvariantCulture);
        return new Decision(id, DateTimeOffset.UnixEpoch, "ann", $"{1 + (number % 5)}.1.1", DecisionAction.Accept)
        {
            Anchor = anchor,
        };
    }

    private static EvidenceAnchor Anchor(Workspace workspace, KnownFile file, int number, AnchorMaker? maker)
    {
        IReadOnlyList<Passage> passages = workspace.PassagesOf(file.Hash);
        Passage passage = passages[number * 7 % passages.Count];
        return maker?.Make(file.Path, file.Hash, passage.Key, passage.Text)
            ?? new EvidenceAnchor(passage.Text, file.Path, file.Hash) { Headings = passage.Headings };
    }
}
