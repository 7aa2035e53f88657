using System.Globalization;
using CseMapper.Documents.Files;
using CseMapper.Passages.Workspaces;

namespace CseMapper.Tests;

public sealed class DeletionsTests
{
    [Theory]
    [InlineData(100, 31, true)]
    [InlineData(100, 30, false)]
    [InlineData(100, 100, true)]
    [InlineData(4, 2, false)]
    [InlineData(4, 3, true)]
    [InlineData(1, 1, true)]
    public void MoreThanTheShareIsKeptUntilConfirmed(int known, int missing, bool isKept)
    {
        Deletions judged = Judge(known, Files(missing, known), _ => false, 0.3);

        Assert.Equal(isKept ? (0, missing) : (missing, 0), (judged.Gone.Count, judged.Kept.Count));
        Assert.Equal(isKept ? 1 : 0, judged.Notices.Count);
    }

    [Fact]
    public void WhatIsConfirmedGoesWhole() => Assert.Equal(50, Judge(50, [], _ => false, 1).Gone.Count);

    [Fact]
    public void AFolderThatWasRenamedHasNotGone()
    {
        FoundFile[] moved = [.. Files(0, 50).Select(file => file with { Path = "elsewhere/" + file.Path })];

        Deletions judged = Judge(50, moved, _ => true, 0.3);

        Assert.Equal((50, 0), (judged.Gone.Count, judged.Kept.Count));
    }

    [Fact]
    public void WhatLiesInAFolderThatCannotBeEnteredIsNeitherGoneNorMissed()
    {
        FoundFile[] found = [.. Files(10, 20), new("d", "/d", default) { IsFolder = true }];

        Deletions judged = Judge(20, found, _ => false, 0.3);

        Assert.Empty(judged.Gone);
        Assert.Empty(judged.Kept);
    }

    [Fact]
    public void WhatIsToBeLeftOutNeedsNoConfirmation()
    {
        Deletions judged = Judge(
            20,
            Files(0, 5),
            i => i < 5,
            0.3,
            path => path.StartsWith("d/", StringComparison.Ordinal)
        );

        Assert.Equal(15, judged.Gone.Count);
        Assert.Empty(judged.Kept);
    }

    private static Deletions Judge(
        int known,
        FoundFile[] found,
        Func<int, bool> isHere,
        double mostGone,
        Func<string, bool>? leavesOut = null
    ) =>
        Deletions.Judge(
            found,
            leavesOut ?? (_ => false),
            Enumerable
                .Range(0, known)
                .Select(i => new KnownFile(Name(i), default, 0, Hash(i)))
                .ToDictionary(file => file.Path),
            () => Enumerable.Range(0, known).Where(isHere).Select(Hash).ToHashSet(),
            mostGone
        );

    private static FoundFile[] Files(int from, int to) =>
        [.. Enumerable.Range(from, to - from).Select(i => new FoundFile(Name(i), "/" + Name(i), default))];

    private static string Name(int i) => string.Create(CultureInfo.InvariantCulture, $"d/{i:000}.docx");

    private static string Hash(int i) => string.Create(CultureInfo.InvariantCulture, $"hash {i}");
}
