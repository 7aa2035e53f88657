using CseMapper.Passages.Workspaces;

namespace CseMapper.Passages.Tests.Workspaces;

public sealed class DocumentChangesTests
{
    [Fact]
    public void EveryKindOfChangeIsToldApart()
    {
        DocumentChanges changes = DocumentChanges.Between(
            Files(("same.txt", "1"), ("changed.txt", "2"), ("old name.txt", "3"), ("gone.txt", "4")),
            Files(("same.txt", "1"), ("changed.txt", "20"), ("new/name.txt", "3"), ("new.txt", "5"))
        );

        Assert.Equal(["new.txt"], changes.Added);
        Assert.Equal(["changed.txt"], changes.Changed);
        Assert.Equal([("old name.txt", "new/name.txt")], changes.Moved);
        Assert.Equal(["gone.txt"], changes.Removed);
    }

    [Fact]
    public void ACopyIsNewAndOneOfTwoEqualFilesThatGoesIsGone()
    {
        DocumentChanges changes = DocumentChanges.Between(
            Files(("a.txt", "1"), ("b.txt", "2"), ("c.txt", "2")),
            Files(("a.txt", "1"), ("copy.txt", "1"), ("b.txt", "2"))
        );

        Assert.Equal(["copy.txt"], changes.Added);
        Assert.Empty(changes.Moved);
        Assert.Equal(["c.txt"], changes.Removed);
    }

    [Fact]
    public void EqualFilesThatAllMovedArePairedInOrder()
    {
        DocumentChanges changes = DocumentChanges.Between(
            Files(("a/1.txt", "x"), ("a/2.txt", "x"), ("a/3.txt", "x")),
            Files(("b/1.txt", "x"), ("b/2.txt", "x"))
        );

        Assert.Equal([("a/1.txt", "b/1.txt"), ("a/2.txt", "b/2.txt")], changes.Moved);
        Assert.Equal(["a/3.txt"], changes.Removed);
    }

    [Fact]
    public void FilesThatCouldNotBeOpenedAreNeverTakenForOneAnother()
    {
        DocumentChanges changes = DocumentChanges.Between(Files(("a.txt", "")), Files(("b.txt", "")));

        Assert.Equal((1, 0, 1), (changes.Added.Count, changes.Moved.Count, changes.Removed.Count));
    }

    [Fact]
    public void NothingIsNone()
    {
        Assert.True(DocumentChanges.Between(Files(("a.txt", "1")), Files(("a.txt", "1"))).IsNone);
    }

    private static Dictionary<string, KnownFile> Files(params (string Path, string Hash)[] files) =>
        files.ToDictionary(
            file => file.Path,
            file => new KnownFile(file.Path, default, 0, file.Hash),
            StringComparer.Ordinal
        );
}
