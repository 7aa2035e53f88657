namespace CseMapper.Documents;

/// <summary>How the reading of a file ended, as the list of documents shows it.</summary>
public enum ReadStatus
{
    /// <summary>All of it was read.</summary>
    Read,

    /// <summary>Something of it is missing; the problems say what.</summary>
    PartlyRead,

    /// <summary>Damaged beyond reading.</summary>
    Unreadable,

    /// <summary>A kind of file that is not read.</summary>
    Unsupported,

    /// <summary>Encrypted, and no password given opens it.</summary>
    NeedsPassword,

    /// <summary>Pages are pictures (or letters without meaning) and need text recognition.</summary>
    NeedsOcr,
}
