using CseMapper.Documents;
using CseMapper.Documents.Files;
using CseMapper.Documents.Text;
using CseMapper.Matching.Scoring;
using CseMapper.Matching.Vectors;
using CseMapper.Meaning;
using CseMapper.Passages.Splitting;
using CseMapper.Testing;

namespace CseMapper.Tests;

/// <summary>What a run makes of the sentence model: kept vectors, and a model that is not there or damaged.</summary>
public sealed class MeaningPipelineTests : IDisposable
{
    private const string Criteria = """
        {
          "format": "csemapper-criteria", "version": 1, "id": "small", "title": "A small standard",
          "criteria": [{ "number": "1", "title": "Customers", "subCriteria": [{ "number": "1.1", "title": "Listening", "elements": [
            { "number": "1.1.1", "wording": "We change services because of what customers tell us.", "vocabulary": ["you said, we did"] },
            { "number": "1.1.2", "wording": "Our premises are clean and comfortable for customers.", "vocabulary": ["waiting area"] }
          ] }] }]
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public MeaningPipelineTests()
    {
        Assert.SkipUnless(
            File.Exists(SentenceModel.DefaultPath),
            "This build has no weights: their package could not be restored."
        );
        _folder.Write("criteria.json", Criteria);
        _folder.Write("policies/hours.txt", "Customers asked for later closing; services now stay open until eight.");
        _folder.Write("policies/premises.txt", "The waiting area is clean, and swept twice a day for customers.");
        _folder.Write("policies/fees.txt", "Services cost customers what the list of charges says they do.");
        _folder.Age();
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ASecondRunMakesNoVectorAgain()
    {
        List<MapProgress> first = [];
        Run(With(SentenceModel.DefaultPath), progress: first.Add);
        byte[] mapping = File.ReadAllBytes(Mapping);
        File.Delete(Mapping);

        List<MapProgress> second = [];
        MapSummary again = Run(With(Damaged()), progress: second.Add);

        Assert.Equal(7, first.Last(progress => progress.Stage == MapStage.Comparing).FilesDone);
        Assert.DoesNotContain(second, progress => progress.Stage == MapStage.Comparing);
        Assert.Empty(again.Notices);
        Assert.Equal(mapping, File.ReadAllBytes(Mapping));
        Assert.Contains("\"closeTo\": \"", File.ReadAllText(Mapping), StringComparison.Ordinal);
    }

    [Fact]
    public void OfAnotherRunOnlyNewPassagesAreCompared()
    {
        Run(With(SentenceModel.DefaultPath));
        _folder.Write("policies/more.txt", "What customers told us changed the services of the waiting area.");
        _folder.Age();

        List<MapProgress> heard = [];
        Run(With(SentenceModel.DefaultPath), progress: heard.Add);

        Assert.Equal(1, heard.Last(progress => progress.Stage == MapStage.Comparing).FilesTotal);
    }

    [Fact]
    public void ADamagedModelIsToldAndCostsTheComparingOnly()
    {
        MapSummary summary = Run(With(Damaged()));
        MapSummary again = Run(With(Damaged()));

        Assert.Contains("compared by words alone", Assert.Single(summary.Notices), StringComparison.Ordinal);
        Assert.False(again.WasUpToDate);
        Run(null);
        byte[] byWords = File.ReadAllBytes(Mapping);
        Run(With(Damaged()));
        Assert.Equal(byWords, File.ReadAllBytes(Mapping));
    }

    [Fact]
    public void ABuildWithoutTheModelSaysSo()
    {
        MapSummary summary = Run(null, missesModel: true);

        Assert.Contains("this build has no sentence model", Assert.Single(summary.Notices), StringComparison.Ordinal);
    }

    [Fact]
    public void SwitchingTheComparingOnOrOffMakesTheMappingAnew()
    {
        Run(null);
        MapSummary switched = Run(With(SentenceModel.DefaultPath));
        MapSummary same = Run(With(SentenceModel.DefaultPath));

        Assert.False(switched.WasUpToDate);
        Assert.True(same.WasUpToDate);
    }

    [Fact]
    public void AStoppedComparingGoesOnWhereItWas()
    {
        using CancellationTokenSource stop = new();
        Assert.Throws<OperationCanceledException>(() =>
            Run(
                With(SentenceModel.DefaultPath),
                progress =>
                {
                    if (progress is { Stage: MapStage.Comparing, FilesDone: >= 2 })
                        stop.Cancel();
                },
                stop: stop.Token
            )
        );

        List<MapProgress> heard = [];
        Run(With(SentenceModel.DefaultPath), progress: heard.Add);
        byte[] mapping = File.ReadAllBytes(Mapping);
        // Texts that were under way when it was stopped are kept as well.
        int left = heard.FindLast(progress => progress.Stage == MapStage.Comparing).FilesTotal;
        Assert.InRange(left, 0, 5);
        Directory.Delete(_folder.At("out"), recursive: true);
        Run(With(SentenceModel.DefaultPath));
        Assert.Equal(mapping, File.ReadAllBytes(Mapping));
    }

    private string Mapping => _folder.At("out/mapping.json");

    private string Damaged()
    {
        byte[] model = File.ReadAllBytes(SentenceModel.DefaultPath);
        model[model.Length / 2] ^= 1;
        return _folder.Write("damaged.bin", model);
    }

    private SentenceVectors With(string model) =>
        SentenceVectors.With(model, CacheFolder.In(_folder.At("out"))) ?? throw new FileNotFoundException(model);

    private MapSummary Run(
        SentenceVectors? vectors,
        Action<MapProgress>? progress = null,
        bool missesModel = false,
        CancellationToken stop = default
    ) =>
        new MappingPipeline(
            new DocumentIngest([new PlainTextReader()], ReadOptions.Default, TimeProvider.System),
            new PassageSplitter(PassageOptions.Default),
            new EvidenceRanker(vectors) { MissesModel = missesModel },
            "CseMapper test",
            TimeProvider.System
        ).Run(
            new MapOptions(_folder.At("policies"), _folder.At("out")) { CriteriaFile = _folder.At("criteria.json") },
            new Heard(progress),
            stop
        );

    private sealed class Heard(Action<MapProgress>? heard) : IProgress<MapProgress>
    {
        public void Report(MapProgress value) => heard?.Invoke(value);
    }
}
