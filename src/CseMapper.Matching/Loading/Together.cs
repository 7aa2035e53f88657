using System.Runtime.ExceptionServices;

namespace CseMapper.Matching.Loading;

/// <summary>Does two things at the same time, and ends when both have ended.</summary>
internal static class Together
{
    /// <param name="here">Done on the calling thread.</param>
    /// <param name="beside">Done on another one. Where both fail, the fault of the first is told.</param>
    public static void Do(Action here, Action beside)
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
    public static void Split(int count, int least, Action<int, int, int> work)
    {
        int parts = PartsOf(count, least);
        if (parts == 1)
        {
            work(0, 0, count);
        }
        else
        {
            Split(
                0,
                parts,
                part => work(part, (int)((long)count * part / parts), (int)((long)count * (part + 1) / parts))
            );
        }
    }

    /// <summary>In how many parts <see cref="Split(int, int, Action{int, int, int})"/> cuts.</summary>
    public static int PartsOf(int count, int least) =>
        Math.Clamp(count / least, 1, Math.Min(Environment.ProcessorCount, 8));

    private static void Split(int first, int end, Action<int> work)
    {
        if (end - first == 1)
            work(first);
        else
            Do(() => work(first), () => Split(first + 1, end, work));
    }
}
