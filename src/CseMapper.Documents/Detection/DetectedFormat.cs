namespace CseMapper.Documents.Detection;

/// <summary>What a file turned out to be by its content.</summary>
/// <param name="Format">The format that a reader takes, or <see cref="FileFormat.Unknown"/>.</param>
/// <param name="Name">What it is in words that follow "This is": "a Word document", "a picture (JPEG)".</param>
public sealed record DetectedFormat(FileFormat Format, string Name)
{
    /// <summary>True when the container itself says that its content is encrypted; a PDF is asked by its
    /// reader.</summary>
    public bool NeedsPassword { get; init; }

    /// <summary>What to do about a kind of file that is not read, or null when there is nothing better to
    /// say.</summary>
    public string? Advice { get; init; }

    /// <summary>The result to record for a file that no reader takes, or whose container is encrypted; null when a
    /// reader should try.</summary>
    public IngestResult? Refusal =>
        this switch
        {
            { NeedsPassword: true } => IngestResult.Failed(
                ReadStatus.NeedsPassword,
                $"This is {Name} protected by a password. Save a copy without the password and put it in the folder."
            ),
            { Format: FileFormat.Unknown } => IngestResult.Failed(
                ReadStatus.Unsupported,
                $"This is {Name}, which is not read.{(Advice is null ? "" : " " + Advice)}"
            ),
            _ => null,
        };
}
