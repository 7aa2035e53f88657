using CseMapper.Matching.Loading;
using CseMapper.Testing;

namespace CseMapper.Matching.Tests.Loading;

public sealed class NumberTableTests
{
    [Fact]
    public void KeysKeepTheNumberOfTheirFirstAppearance() =>
        PropertyTest.Holds(
            (ulong[] keys) =>
            {
                NumberTable table = new(room: 1);
                List<ulong> order = [];
                foreach (ulong key in keys)
                {
                    if (!order.Contains(key))
                        order.Add(key);
                    if (table.FindOrAdd(key) != order.IndexOf(key))
                        return false;
                }

                return table.Count == order.Count
                    && order.TrueForAll(key => table.Find(key) == order.IndexOf(key))
                    && table.Find(~(ulong)keys.Length) == -1;
            }
        );

    [Fact]
    public void KeysThatMeetInOnePlaceAreToldApart()
    {
        NumberTable table = new(room: 4);
        for (ulong key = 0; key < 1000; key++)
            Assert.Equal((int)key, table.FindOrAdd(key));
        for (ulong key = 0; key < 1000; key++)
            Assert.Equal((int)key, table.Find(key));
        Assert.Equal(-1, table.Find(1000));
    }
}
