using System.Runtime.ExceptionServices;

namespace CseMapper.Matching.Loading;

/// <summary>Runs actions, and the ranges of a loop, in parallel; returns when all have ended.</summary>
internal static class ParallelWork
{
    /// <param name="here">Done on the calling thread.</param>
    /// <param name="beside">Done on another one. Where both fail, the fault of the first is told.</param>
    public static void InvokeBoth(Action here, Action beside)
    {
        Task other = Task.Run(beside);
        ExceptionDispatchInfo? fault = null;
        try
        {
            here();
        }
        catch (Exception trouble)
        {
            fault = ExceptionDispatchInfo.Capture(trouble);
        }

        Task.WaitAny(other);
        fault?.Throw();
        other.GetAwaiter().GetResult();
    }

    /// <summary>Cuts a range of numbers into one part a processor, and works on all parts at the same time.</summary>
    /// <param name="count">The numbers go from 0 to this.</param>
    /// <param name="least">The fewest that are worth a part.</param>
    /// <param name="work">Gets the number of the part, its first and its end. What it does must not depend on the
    /// cut.</param>
    public static void ForEachRange(int count, int least, Action<int, int, int> work)
    {
        int parts = RangesOf(count, least);
        if (parts == 1)
        {
            work(0, 0, count);
        }
        else
        {
            ForEachRange(
                0,
                parts,
                part => work(part, (int)((long)count * part / parts), (int)((long)count * (part + 1) / parts))
            );
        }
    }

    /// <summary>In how many parts <see cref="ForEachRange(int, int, Action{int, int, int})"/> cuts.</summary>
    public static int RangesOf(int count, int least) =>
        Math.Clamp(count / least, 1, Math.Min(Environment.ProcessorCount, 8));

    private static void ForEachRange(int first, int end, Action<int> work)
    {
        if (end - first == 1)
            work(first);
        else
            InvokeBoth(() => work(first), () => ForEachRange(first + 1, end, work));
    }
}
