using System.Diagnostics;
using System.Globalization;
using CseMapper.Decisions.Log;

namespace CseMapper.Benchmarks.Soak;

/// <summary>What a worker takes at a moment.</summary>
/// <param name="Managed">Managed memory after a collection, bytes.</param>
/// <param name="Resident">Memory of the process, bytes.</param>
/// <param name="Handles">Open files.</param>
/// <param name="Threads">Threads.</param>
/// <param name="Disk">The output folder without the decision log, bytes.</param>
internal readonly record struct SoakState(long Managed, long Resident, int Handles, int Threads, long Disk)
{
    /// <summary>Bounds, over the state of the first look.</summary>
    private const long MoreManaged = 32L << 20;
    private const long MoreResident = 128L << 20;
    private const int MoreHandles = 16;
    private const int MoreThreads = 8;
    private const double MoreDisk = 2;

    public static SoakState Of(string output)
    {
        long managed = GC.GetTotalMemory(forceFullCollection: true);
        using Process self = Process.GetCurrentProcess();
        int handles = OperatingSystem.IsLinux() ? Directory.GetFiles("/proc/self/fd").Length : self.HandleCount;
        long disk = new DirectoryInfo(output)
            .EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(file => file.Name != DecisionLog.FileName)
            .Sum(file => file.Length);
        return new SoakState(managed, self.WorkingSet64, handles, self.Threads.Count, disk);
    }

    public static SoakState Greatest(SoakState left, SoakState right) =>
        new(
            Math.Max(left.Managed, right.Managed),
            Math.Max(left.Resident, right.Resident),
            Math.Max(left.Handles, right.Handles),
            Math.Max(left.Threads, right.Threads),
            Math.Max(left.Disk, right.Disk)
        );

    /// <param name="start">The state of the first look.</param>
    /// <param name="logs">What log files may take, bytes.</param>
    public bool IsWithin(SoakState start, long logs) =>
        Managed <= start.Managed + MoreManaged
        && Resident <= start.Resident + MoreResident
        && Handles <= start.Handles + MoreHandles
        && Threads <= start.Threads + MoreThreads
        && Disk <= (start.Disk * MoreDisk) + logs;

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"managed {Managed >> 10:N0} KB, resident {Resident >> 20:N0} MB, {Handles} open files, {Threads} "
                + $"threads, disk {Disk >> 10:N0} KB"
        );
}
