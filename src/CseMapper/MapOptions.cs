using CseMapper.Decisions.Changes;
using CseMapper.Documents.Files;

namespace CseMapper;

/// <summary>What to map, and where to.</summary>
/// <param name="Folder">The policy folder; never written to, unless the output folder lies in it. Empty where no folder
/// holds all of <see cref="Parts"/>.</param>
/// <param name="OutputFolder">The folder of the mapping, its decisions and its cache; created when missing.</param>
public sealed record MapOptions(string Folder, string OutputFolder)
{
    /// <summary>What a mapping names as the place of <see cref="Exclude"/>.</summary>
    public const string ExcludeSource = "settings";

    /// <summary>The folders below <see cref="Folder"/> that are mapped, full paths; empty for all of it.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>The criteria file; null for the built-in standard.</summary>
    public string? CriteriaFile { get; init; }

    /// <summary>Documents read at the same time, 1 to 64. Default: one a processor.</summary>
    public int Jobs { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, 64);

    /// <summary>True to forget what earlier runs have read; decisions stay.</summary>
    public bool Rebuild { get; init; }

    /// <summary>True when an acceptance counts only after a second person's approval.</summary>
    public bool NeedsApproval { get; init; }

    /// <summary>The day that review dates are compared with; null for today. It decides which documents are overdue,
    /// and stands in no file itself.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The share of the documents, 0 to 1, that may be gone at once; where more are missing, all of these are
    /// kept until the deletion is confirmed. Default 0.3.</summary>
    public double MostGone { get; init; } = 0.3;

    /// <summary>How long a file must have rested before it is read; one that has not waits, as what the last run knew
    /// of it. Default zero: files are read as they are.</summary>
    public TimeSpan Settle { get; init; }

    /// <summary>Which files and folders are no policies, in the syntax of <c>.gitignore</c>, for each policy folder;
    /// what a <see cref="IgnoreFile"/> in the folder says goes before it.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>True to read PDF files with a second reader as well, and to name the pages on which it found words that
    /// the text used lacks. Default false.</summary>
    public bool CrossChecks { get; init; }

    /// <summary>Where the documents' paths start.</summary>
    public PolicyFolders Policies => Folder.Length > 0 ? Folder : PolicyFolders.Apart(Parts);

    /// <summary>Hears what changed once the files are written and before the run is remembered: what it keeps is not
    /// lost when the program ends between the two.</summary>
    public Action<MappingChanges>? WhenWritten { get; init; }

    /// <summary>The folder of the workspace.</summary>
    public string CacheFolder => Documents.Files.CacheFolder.In(OutputFolder);
}
