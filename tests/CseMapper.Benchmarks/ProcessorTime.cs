using System.Diagnostics;

namespace CseMapper.Benchmarks;

/// <summary>Sums up the processor time of some work, all threads of the process together.</summary>
internal sealed class ProcessorTime
{
    public TimeSpan Total { get; private set; }

    public T Of<T>(Func<T> work)
    {
        using Process self = Process.GetCurrentProcess();
        TimeSpan before = self.TotalProcessorTime;
        T result = work();
        self.Refresh();
        Total += self.TotalProcessorTime - before;
        return result;
    }
}
