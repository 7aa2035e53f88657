using CseMapper.Matching.Loading;
using CseMapper.Testing;
using FsCheck.Fluent;

namespace CseMapper.Matching.Tests.Loading;

public sealed class PassageHitsTests
{
    private const int Features = 3000;

    [Fact]
    public void GivesBackTheHitsOfEveryPassage() =>
        PropertyTest.Holds(
            Gen.Choose(0, Features - 1)
                .SelectMany(feature => Gen.Choose(0, 255), (feature, body) => (feature, body))
                .SelectMany(_ => Gen.Choose(0, 3), (hit, heading) => (hit.feature, hit.body, Heading: heading * 10))
                .ArrayOf()
                .ArrayOf(5),
            passages =>
            {
                (int Feature, int Body, int Heading)[][] sorted =
                [
                    .. passages.Select(hits =>
                        hits.DistinctBy(hit => hit.feature).OrderBy(hit => hit.feature).ToArray()
                    ),
                ];
                PassageHits stored = new(Features);
                stored.BeginDocument();
                foreach ((int Feature, int Body, int Heading)[] hits in sorted)
                    Add(stored, hits);
                return stored.Passages == sorted.Length
                    && sorted
                        .Select((hits, passage) => hits.SequenceEqual(Read(stored, passage)))
                        .All(isSame => isSame);
            }
        );

    [Fact]
    public void PassagesLieWithinChunksHoweverManyThereAre()
    {
        (int, int, int)[] hits = [.. Enumerable.Range(0, 999).Select(i => (i * 3, 20, 10))];
        PassageHits stored = new(Features);
        stored.BeginDocument();
        for (int i = 0; i < 1200; i++)
            Add(stored, hits);

        Assert.All(Enumerable.Range(0, 1200), passage => Assert.True(hits.SequenceEqual(Read(stored, passage))));
        Assert.Equal(1200, stored.Frequency[3]);
        Assert.Equal(0, stored.Frequency[1]);
    }

    [Fact]
    public void CountsBeyondAByteAreCut()
    {
        PassageHits stored = new(Features);
        stored.BeginDocument();
        Add(stored, [(7, 400, 300)]);
        Assert.Equal([(7, 255, 255)], Read(stored, 0));
    }

    private static void Add(PassageHits stored, (int Feature, int Body, int Heading)[] hits)
    {
        stored.BeginPassage();
        foreach ((int feature, int body, int heading) in hits)
            stored.AddHit(feature, body, heading, isExact: true);
        stored.EndPassage(90, 5);
    }

    private static List<(int Feature, int Body, int Heading)> Read(PassageHits stored, int passage)
    {
        List<(int, int, int)> read = [];
        Hits hits = stored[passage];
        while (hits.MoveNext())
            read.Add((hits.Feature, hits.Body, hits.Heading));
        return read;
    }
}
