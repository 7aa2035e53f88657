using System.CommandLine;

namespace CseMapper.App;

/// <summary>The options that mean the same in every command.</summary>
internal static class SharedOptions
{
    /// <summary>Stands on the root and holds for all commands below it.</summary>
    public static Option<bool> Json { get; } = new("--json") { Description = "Print the result as JSON, for machines.", Recursive = true };

    /// <summary>Stands on the root and holds for all commands below it.</summary>
    public static Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "No progress and no summary; only results, reasons and the exit code.", Recursive = true };

    /// <summary>The output folder; each command that has it makes its own.</summary>
    public static Option<string> Out() =>
        new("--out", "-o") { Description = "The folder of the mapping, its decisions and its cache.", DefaultValueFactory = _ => "cse-mapping" };

    /// <summary>The criteria file; each command that has it makes its own.</summary>
    public static Option<string?> Criteria() =>
        new("--criteria", "-c") { Description = "The criteria file; the built-in Customer Service Excellence standard when not given." };

    /// <summary>Text recognition; each command that has it makes its own.</summary>
    public static Option<bool> Ocr() =>
        new("--ocr") { Description = "Read pages that are pictures by text recognition; needs the program Tesseract." };
}
