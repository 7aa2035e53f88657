using CseMapper.Documents;
using CseMapper.Documents.Word;
using CseMapper.Testing;

namespace CseMapper.Decisions.Tests.Anchors.Revisions;

/// <summary>The short form of the trial of revisions; the benchmarks hold the long one.</summary>
public sealed class RevisionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void DecisionsSurviveRevisionsOfTheSamplesAndNoneIsCarriedToOtherWords()
    {
        (string Path, SourceDocument Document)[] documents = [.. Samples()];
        RevisionTally tally = new();
        new RevisionTrial(_folder.FullPath, documents, seed: 20261121).Run(
            tally,
            TestContext.Current.CancellationToken
        );

        Assert.True(tally.Count > 100, tally.ToString());
        Assert.Empty(tally.WrongCarryOvers);
        Assert.True(tally.Kept >= 0.97, tally + "\n" + string.Join('\n', tally.Lost));
        Assert.True(tally.Found >= 0.9, tally + "\n" + string.Join('\n', tally.Lost));
    }

    private static IEnumerable<(string Path, SourceDocument Document)> Samples()
    {
        string folder = RepositoryFiles.Path("corpus-samples");
        WordReader word = new();
        foreach (
            string file in Directory
                .EnumerateFiles(folder, "*.docx", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
        )
        {
            using FileStream stream = File.OpenRead(file);
            if (word.Read(stream, ReadOptions.Default, CancellationToken.None).Document is { } document)
                yield return (Path.GetRelativePath(folder, file).Replace('\\', '/'), document);
        }
    }
}
