using System.Runtime.InteropServices;

namespace CseMapper.Passages.Intake;

/// <summary>Limits that the system itself holds a reading process to, where it can; the process that started it watches
/// too.</summary>
internal static class ReaderSystemLimits
{
    private const int LinuxData = 2;
    private const int LinuxCore = 4;

    /// <summary>Stacks, code and the runtime itself, beside what documents take.</summary>
    private const long Beside = 768L << 20;

    /// <summary>Limits writable memory, turns dumps off, and names the process as the one to end first when the machine
    /// runs out of memory.</summary>
    public static void Set(long memoryBytes)
    {
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess)
            return;
        ulong most = (ulong)(memoryBytes + Beside);
        _ = SetLimit(LinuxData, new Limit(most, most));
        _ = SetLimit(LinuxCore, new Limit(0, 0));
        try
        {
            File.WriteAllText("/proc/self/oom_score_adj", "500");
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            // Some containers do not allow it.
        }
    }

    [DllImport("libc", EntryPoint = "setrlimit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetLimit(int resource, in Limit limit);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Limit(ulong Soft, ulong Hard);
}
