using CseMapper.Matching.Loading;

namespace CseMapper.Matching.Tests.Loading;

public sealed class ParallelWorkTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public void EveryNumberIsWorkedOnOnce(int count)
    {
        int[] times = new int[count];
        bool[] parts = new bool[ParallelWork.RangesOf(count, 3)];
        ParallelWork.ForEachRange(
            count,
            3,
            (part, start, end) =>
            {
                parts[part] = true;
                for (int i = start; i < end; i++)
                    Interlocked.Increment(ref times[i]);
            }
        );

        Assert.All(times, one => Assert.Equal(1, one));
        Assert.All(parts, Assert.True);
    }

    [Fact]
    public void WhatIsDoneBesideHasEndedEvenWhereTheOtherFails()
    {
        bool hasEnded = false;
        using ManualResetEventSlim hasFailed = new();
        Assert.Throws<InvalidDataException>(() =>
            ParallelWork.InvokeBoth(
                () =>
                {
                    hasFailed.Set();
                    throw new InvalidDataException();
                },
                () =>
                {
                    hasFailed.Wait(TestContext.Current.CancellationToken);
                    Volatile.Write(ref hasEnded, true);
                }
            )
        );

        Assert.True(hasEnded);
    }

    [Fact]
    public void AFaultBesideIsToldAsItIs() =>
        Assert.Throws<InvalidDataException>(() =>
            ParallelWork.InvokeBoth(() => { }, () => throw new InvalidDataException())
        );
}
