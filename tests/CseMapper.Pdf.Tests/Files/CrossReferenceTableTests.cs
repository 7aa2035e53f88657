using CseMapper.Pdf.Files;

namespace CseMapper.Pdf.Tests.Files;

public sealed class CrossReferenceTableTests
{
    [Fact]
    public void OlderEntriesDoNotHideNewerOnes()
    {
        CrossReferenceTable table = new(1000);
        table.AddOlder(5, new(ObjectPlace.InFile, 100, 0));
        table.AddOlder(5, new(ObjectPlace.InFile, 50, 0));
        table.AddOlder(6, new(ObjectPlace.Free, 0, 0));
        table.AddOlder(6, new(ObjectPlace.InFile, 60, 0));
        Assert.Equal(100, table[5].Position);
        Assert.Equal(ObjectPlace.Free, table[6].Place);
        table.AddOlder(6, new(ObjectPlace.InStream, 9, 1), overFree: true);
        Assert.Equal(ObjectPlace.InStream, table[6].Place);
        Assert.Equal([5, 6], table.Numbers());
    }

    [Fact]
    public void NumbersBeyondTheLimitAreLeftOut()
    {
        CrossReferenceTable table = new(1000);
        table[1001] = new(ObjectPlace.InFile, 1, 0);
        table[-1] = new(ObjectPlace.InFile, 1, 0);
        table[int.MaxValue] = new(ObjectPlace.InFile, 1, 0);
        Assert.Equal(0, table.Length);
        table[1000] = new(ObjectPlace.InFile, 1, 0);
        Assert.Equal(1001, table.Length);
        Assert.Equal(ObjectPlace.Unknown, table[-5].Place);
    }
}
