using CseMapper.Pdf.Files;

namespace CseMapper.Pdf.Tests.Files;

public sealed class TwoAgeCacheTests
{
    [Fact]
    public void WhatIsUsedStaysAndWhatIsNotGoes()
    {
        TwoAgeCache<string> cache = new(20);
        cache.Add(0, "used", 1);
        cache.Add(1, "unused", 1);
        for (int i = 2; i < 100; i++)
        {
            cache.Add(i, "new", 1);
            Assert.True(cache.TryGet(0, out string item));
            Assert.Equal("used", item);
        }

        Assert.False(cache.TryGet(1, out _));
        Assert.InRange(Enumerable.Range(0, 100).Count(i => cache.TryGet(i, out _)), 2, 20);
    }

    [Fact]
    public void ClearingForgetsAll()
    {
        TwoAgeCache<string> cache = new(20);
        cache.Add(1, "x", 1);
        cache.Clear();
        Assert.False(cache.TryGet(1, out _));
    }
}
