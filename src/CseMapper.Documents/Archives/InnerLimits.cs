using CseMapper.Documents.Containers;
using CseMapper.Documents.Files;

namespace CseMapper.Documents.Archives;

/// <summary>Why documents inside of archives and messages are not opened.</summary>
internal static class InnerLimits
{
    private const long LargestDocument = 64L << 20;

    /// <summary>Text packs to a twentieth, empty pictures to a hundredth; what packs better is made to flood.</summary>
    private const long MostGrowth = 200;
    private const long SmallEnough = 4L << 20;

    /// <summary>For what cannot be taken out.</summary>
    public static Refusal Damaged { get; } =
        new(
            ReadStatus.Unreadable,
            "The document cannot be taken out of the file it lies in, and nothing of it was read. Save it into the folder "
                + "by itself."
        );

    /// <summary>For what is too large.</summary>
    public static Refusal TooLarge { get; } =
        new(
            ReadStatus.Unreadable,
            "The document is larger than is taken out of another file, and nothing of it was read. Save it into the folder "
                + "by itself."
        );

    private static Refusal Encrypted { get; } =
        new(
            ReadStatus.NeedsPassword,
            "The document lies in an archive protected by a password, and nothing of it was read. Unpack it into the "
                + "folder."
        );

    private static Refusal Floods { get; } =
        new(
            ReadStatus.Unreadable,
            "The document unpacks to far more than a document of its size would, and was not read. Unpack it by itself if "
                + "you know where it comes from."
        );

    /// <summary>Why an entry of an archive is not opened, or null.</summary>
    public static Refusal? Refuse(ZipEntry entry) =>
        entry.IsEncrypted ? Encrypted
        : entry.Method is not (0 or 8) ? Damaged
        : entry.Bytes > LargestDocument ? TooLarge
        : entry.Bytes > SmallEnough && entry.Bytes / Math.Max(1, entry.PackedBytes) > MostGrowth ? Floods
        : null;
}
