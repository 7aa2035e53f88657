using CseMapper.Documents.Files;

namespace CseMapper;

/// <summary>Tells files that are still being copied, saved or worked on.</summary>
/// <param name="settle">How long a file must have rested; zero for not at all.</param>
/// <param name="time">The clock.</param>
internal sealed class Unsettled(TimeSpan settle, TimeProvider time)
{
    /// <summary>A document that has stood open for longer than this is not being worked on: what is on the disk is
    /// read.</summary>
    private static readonly TimeSpan _longestOpen = TimeSpan.FromHours(12);

    /// <summary>True when files are waited for at all.</summary>
    public bool IsPatient => settle > TimeSpan.Zero;

    /// <summary>True when a file should be left alone for now.</summary>
    public bool Is(FoundFile file)
    {
        if (settle == TimeSpan.Zero || file.Refusal is not null)
            return false;
        long now = time.GetUtcNow().UtcTicks;
        long touched = Math.Max(file.Stamp.Modified, file.Stamp.Changed);
        // A time in the future is another machine's clock: nothing can be told from it.
        if (touched > now - settle.Ticks && touched <= now + settle.Ticks)
            return true;
        return IsOpenInWord(file, now);
    }

    /// <summary>Word and its neighbours put a hidden file beside a document while it is open: "~$" in place of its
    /// first two letters, or before its name when that is short.</summary>
    private static bool IsOpenInWord(FoundFile file, long now)
    {
        string name = Path.GetFileName(file.FullPath);
        if (
            !Path.GetExtension(name).StartsWith(".do", StringComparison.OrdinalIgnoreCase)
            || Path.GetDirectoryName(file.FullPath) is not { } folder
        )
        {
            return false;
        }

        string[] owners = name.Length > 8 ? ["~$" + name[2..], "~$" + name] : ["~$" + name];
        return owners.Any(owner =>
            FileStamp.Read(Path.Combine(folder, owner)) is { } stamp && stamp.Modified > now - _longestOpen.Ticks
        );
    }
}
