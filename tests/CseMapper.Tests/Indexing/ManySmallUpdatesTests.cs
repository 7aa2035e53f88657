using System.Globalization;
using CseMapper.Documents;
using CseMapper.Documents.Text;
using CseMapper.Matching.Criteria;
using CseMapper.Matching.Scoring;
using CseMapper.Passages.Splitting;
using CseMapper.Testing;

namespace CseMapper.Tests.Indexing;

/// <summary>How an index came about makes no difference to what is found in it.</summary>
public sealed class ManySmallUpdatesTests : IDisposable
{
    private const int Steps = 60;
    private const int BetweenLooks = 15;

    private static readonly string[] _sentences =
    [
        .. CriteriaFile
            .Load(RepositoryFiles.Path("criteria", "cse.json"))
            .Elements.SelectMany(element =>
                (string[])[element.Wording, .. element.WholeVocabulary.Select(entry => $"We have {entry.Phrase}.")]
            ),
        "The library opens at nine, and readers may keep books for three weeks.",
        "Lorries are weighed at the gate before they enter the yard.",
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void AMappingAfterManySmallUpdatesIsThatOfAFreshRun(int seed)
    {
        Random random = new(seed);
        Directory.CreateDirectory(_folder.At("policies"));
        for (int step = 1; step <= Steps; step++)
        {
            Change(random);
            Run("out", jobs: 1 + random.Next(3));
            if (step % BetweenLooks != 0)
                continue;
            string fresh = string.Create(CultureInfo.InvariantCulture, $"fresh {step}");
            Run(fresh, jobs: 1 + (step / BetweenLooks % 3));
            Assert.Equal(MappingIn(fresh), MappingIn("out"));
        }
    }

    /// <summary>Adds, changes or takes away a document or several.</summary>
    private void Change(Random random)
    {
        for (int left = random.Next(1, 4); left > 0; left--)
        {
            bool isNew = _names.Count < 8 || random.Next(3) == 0;
            string name = isNew
                ? string.Create(CultureInfo.InvariantCulture, $"{random.Next(1000):000}.txt")
                : _names.ElementAt(random.Next(_names.Count));
            if (!isNew && random.Next(2) == 0)
            {
                File.Delete(_folder.At("policies/" + name));
                _names.Remove(name);
                continue;
            }

            _folder.Write("policies/" + name, string.Join("\n\n", random.GetItems(_sentences, random.Next(3, 40))));
            _names.Add(name);
        }
    }

    private string MappingIn(string output) => File.ReadAllText(_folder.At($"{output}/mapping.json"));

    private void Run(string output, int jobs)
    {
        MapOptions options = new(_folder.At("policies"), _folder.At(output))
        {
            CriteriaFile = RepositoryFiles.Path("criteria", "cse.json"),
            AsOf = new DateOnly(2026, 1, 1),
            MostGone = 1,
            Jobs = jobs,
        };
        new MappingPipeline(
            new DocumentIngest([new PlainTextReader()], ReadOptions.Default, TimeProvider.System),
            new PassageSplitter(PassageOptions.Default),
            new EvidenceRanker(),
            "CseMapper test",
            TimeProvider.System
        ).Run(options, new Progress<MapProgress>(), CancellationToken.None);
    }
}
