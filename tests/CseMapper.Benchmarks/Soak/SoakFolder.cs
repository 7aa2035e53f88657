using System.Globalization;
using CseMapper.Decisions.Anchors;
using CseMapper.Decisions.Log;
using CseMapper.Decisions.Mapping;
using CseMapper.Decisions.Mapping.Json;
using CseMapper.Passages.Workspaces;

namespace CseMapper.Benchmarks.Soak;

/// <summary>What happens to a policy folder between two runs: a hundred days of it in ten thousand.</summary>
/// <param name="map">The folders.</param>
/// <param name="random">Chooses.</param>
internal sealed class SoakFolder(MapOptions map, Random random)
{
    private const int Documents = 12;

    /// <summary>So many runs: a document that brings the reader down, a deleted cache.</summary>
    private const int BreakerEvery = 200;
    private const int NoCacheEvery = 1500;

    /// <summary>The log only grows, and the mapping with it; that is no leak.</summary>
    private const int MostDecisions = 150;

    /// <summary>Decisions taken.</summary>
    public int Decisions { get; private set; }

    /// <summary>Changes something, or nothing.</summary>
    public void Change(int run)
    {
        if (run == 1)
        {
            for (int i = 0; i < Documents; i++)
                Write(i, 0);
        }

        if (run % BreakerEvery == 100)
            Write("breaker.txt", "end as told " + Number(run));
        if (run % BreakerEvery == 150)
            File.Delete(At("breaker.txt"));
        if (run % NoCacheEvery == 0)
            Directory.Delete(map.CacheFolder, recursive: true);
        int document = random.Next(Documents);
        string path = PathOf(document);
        switch (random.Next(20))
        {
            case < 7:
                Write(document, run);
                break;
            case < 9:
                File.Delete(path);
                break;
            case < 11 when File.Exists(path):
                File.Move(path, PathOf(Documents + random.Next(4)), overwrite: true);
                break;
            case 11:
                Write("damaged.pdf", "%PDF-1.7 and nothing else " + Number(run));
                break;
            case 12:
                Write("same words.txt", Text(document, run % 10));
                break;
            case 13 when random.Next(4) == 0 && Decisions < MostDecisions:
                Decide(run);
                break;
        }
    }

    private void Decide(int run)
    {
        if (!File.Exists(Path.Combine(map.OutputFolder, "mapping.json")))
            return;
        using Workspace? workspace = Workspace.OpenExisting(map.CacheFolder);
        if (workspace is null)
            return;
        MappingFile mapping;
        using (FileStream stream = File.OpenRead(Path.Combine(map.OutputFolder, "mapping.json")))
            mapping = MappingJsonReader.Read(stream);
        DecisionMaker maker = new(mapping, new AnchorMaker(workspace), TimeProvider.System);
        MappingEntry[] choice = [.. mapping.Elements.Where(element => element.Suggestions.Count > 0)];
        if (choice.Length == 0)
            return;
        MappingEntry entry = choice[random.Next(choice.Length)];
        string id = "soak-" + Number(run);
        Decision? line =
            random.Next(3) == 0
                ? maker.Comment(id, "Ann", entry.Number, "Commentary " + Number(run))
                : maker.Judge(
                    id,
                    "Ann",
                    entry.Number,
                    entry.Suggestions[0].Id,
                    new Judgement(random.Next(2) == 0 ? DecisionAction.Accept : DecisionAction.Reject)
                );
        if (line is null)
            return;
        using DecisionLog log = new(Path.Combine(map.OutputFolder, DecisionLog.FileName), TimeProvider.System);
        log.AppendAsync([line], CancellationToken.None).GetAwaiter().GetResult();
        Decisions++;
    }

    private void Write(int document, int version) => Write(Number(document) + ".txt", Text(document, version));

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(map.Folder);
        File.WriteAllText(At(name), text);
    }

    private string PathOf(int document) => At(Number(document) + ".txt");

    private string At(string name) => Path.Combine(map.Folder, name);

    private static string Text(int document, int version) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Policy {document}, version {version}\n\nWe publish how to complain, answer every complaint "
                + $"within {version} working days, tell the customer the outcome, and use what {document} customers "
                + $"told us to improve the service.\n\nStaff are trained in customer care every {document + 2} "
                + $"years and treat all customers with respect; leaders value what they do.\n"
        );

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
