using CseMapper.Matching.Loading;
using CseMapper.Matching.Remarks;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Terms;

namespace CseMapper.Matching.Tests.Remarks;

public sealed class PassageCopiesTests
{
    private const string Promise =
        "We acknowledge every complaint within three working days, answer it within twenty, and tell you who "
        + "deals with it and how to go to the ombudsman.";
    private const string Other =
        "The depot has lockers, a kitchen and a place where coats dry after a wet round in the winter months.";

    [Fact]
    public void NearlyTheSameWordsAreACopyAndOtherWordsAreNot()
    {
        IndexedDocument[] documents =
        [
            Document("a", Promise),
            Document("b", Other, Promise.Replace("three", "five", StringComparison.Ordinal)),
            Document("c", Other),
        ];

        Assert.Equal([new PassagePlace(1, 1)], Copies(documents, new PassagePlace(0, 0)).Of(new PassagePlace(0, 0)));
    }

    [Fact]
    public void AParagraphOfManyDocumentsIsBoilerplate()
    {
        IndexedDocument[] documents =
        [
            .. Enumerable
                .Range(0, 8)
                .Select(i =>
                    i < 5
                        ? Document($"{i}", Promise, $"Document number {i} speaks of things that nobody else does.")
                        : Document($"{i}", Other)
                ),
        ];

        Assert.True(
            Copies(documents, new PassagePlace(0, 0)).IsBoilerplate(new PassagePlace(0, 0), document => document.Key)
        );
        Assert.False(
            Copies(documents, new PassagePlace(5, 0)).IsBoilerplate(new PassagePlace(5, 0), document => document.Key)
        );
    }

    [Fact]
    public void BoilerplateIsFoundInsideALongerPassageToo()
    {
        IndexedDocument[] documents =
        [
            .. Enumerable
                .Range(0, 5)
                .Select(i =>
                    Document(
                        $"{i}",
                        i == 0
                            ? Promise
                            : $"{Promise} {string.Join(' ', Enumerable.Range(0, 40).Select(word => $"w{i}x{word}"))}"
                    )
                ),
        ];

        Assert.True(
            Copies(documents, new PassagePlace(0, 0)).IsBoilerplate(new PassagePlace(0, 0), document => document.Key)
        );
        Assert.Empty(Copies(documents, new PassagePlace(0, 0)).Of(new PassagePlace(0, 0)));
    }

    [Fact]
    public void VersionsOfOneDocumentAreNoBoilerplate()
    {
        IndexedDocument[] documents = [.. Enumerable.Range(0, 6).Select(i => Document($"{i}", Promise))];

        Assert.False(
            Copies(documents, new PassagePlace(0, 0)).IsBoilerplate(new PassagePlace(0, 0), _ => "one family")
        );
    }

    [Fact]
    public void AWordOrTwoHaveNoRunsAndSoNoCopies()
    {
        IndexedDocument[] documents = [Document("a", "Complaints."), Document("b", "Complaints.")];

        Assert.Empty(Copies(documents, new PassagePlace(0, 0)).Of(new PassagePlace(0, 0)));
    }

    private static PassageCopies Copies(IndexedDocument[] documents, PassagePlace candidate) =>
        new(DocumentSource.Of(documents), [candidate], TestContext.Current.CancellationToken);

    private static IndexedDocument Document(string key, params string[] texts) =>
        new(key, "") { Passages = [.. texts.Select((text, i) => new Passage($"{key}{i}", i, text, []))] };
}
