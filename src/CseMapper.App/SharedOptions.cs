using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using CseMapper.App.Configuration;

namespace CseMapper.App;

/// <summary>The options that mean the same in every command.</summary>
internal static class SharedOptions
{
    private const string On = "on";
    private const string Off = "off";

    /// <summary>Stands on the root and holds for all commands below it.</summary>
    public static Option<bool> Json { get; } =
        new("--json") { Description = "Print the result as JSON, for machines.", Recursive = true };

    /// <summary>Stands on the root and holds for all commands below it.</summary>
    public static Option<bool> Quiet { get; } =
        new("--quiet", "-q")
        {
            Description = "No progress and no summary; only results, reasons and the exit code.",
            Recursive = true,
        };

    /// <summary>The settings file; stands on the root and holds for all commands below it.</summary>
    public static Option<FileInfo?> SettingsPath { get; } =
        new("--settings")
        {
            Description =
                "A settings file; csemapper.json in the current folder when not given. The command line goes "
                + "before it.",
            Recursive = true,
        };

    /// <summary>What the settings file says; faults in it become faults of the command line.</summary>
    public static Settings SettingsOf(SymbolResult result)
    {
        try
        {
            return result.GetValue(SettingsPath) is { } file
                ? SettingsFile.Load(file.FullName)
                : SettingsFile.LoadFrom(Environment.CurrentDirectory);
        }
        catch (SettingsException fault)
        {
            result.AddError(fault.Message);
            return Settings.Default;
        }
    }

    /// <summary>What the settings file says, for a command whose options have been read.</summary>
    /// <exception cref="SettingsException">It is faulty.</exception>
    public static Settings SettingsOf(ParseResult parsed) =>
        parsed.GetValue(SettingsPath) is { } file
            ? SettingsFile.Load(file.FullName)
            : SettingsFile.LoadFrom(Environment.CurrentDirectory);

    /// <summary>The full path of the settings file that is used, or null where there is none.</summary>
    public static string? SettingsFileOf(ParseResult parsed)
    {
        string usual = Path.GetFullPath(Settings.FileName);
        return parsed.GetValue(SettingsPath)?.FullName ?? (File.Exists(usual) ? usual : null);
    }

    /// <summary>The output folder; each command that has it makes its own.</summary>
    public static Option<string> Out() =>
        new("--out", "-o")
        {
            Description = "The folder of the mapping, its decisions and its cache.",
            DefaultValueFactory = result => SettingsOf(result).Out ?? "cse-mapping",
        };

    /// <summary>The criteria file; each command that has it makes its own.</summary>
    public static Option<string?> Criteria() =>
        new("--criteria", "-c")
        {
            Description = "The criteria file; the built-in Customer Service Excellence standard when not given.",
            DefaultValueFactory = result => SettingsOf(result).Criteria,
        };

    /// <summary>The engine that reads PDF files; each command that has it makes its own.</summary>
    public static Option<string> PdfReader() =>
        Engine(
            "--pdf-reader",
            "What reads PDF files: embedded, or pdfpig.",
            Engines.PdfReaders,
            settings => settings.PdfReader
        );

    /// <summary>Reading PDF files twice; each command that has it makes its own.</summary>
    public static Option<bool> CrossCheck() =>
        new("--cross-check")
        {
            Description =
                "Read PDF files with the other reader as well, and name the pages on which it finds words that are not "
                + "in the text used.",
            DefaultValueFactory = result => SettingsOf(result).CrossChecks,
        };

    /// <summary>Whether meanings are compared; each command that has it makes its own.</summary>
    /// <param name="usual">What holds where it is not given, as a sentence.</param>
    public static Option<string?> Semantic(string usual)
    {
        Option<string?> option = new("--semantic")
        {
            Description = "Whether passages are compared by meaning as well as by words: on, or off. " + usual,
        };
        AllowOnly(option, On, Off);
        return option;
    }

    /// <summary>What was given to <see cref="Semantic"/>, or null.</summary>
    public static bool? IsOn(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) is { } given ? given == On : null;

    /// <summary>A whole number; each command that has it makes its own.</summary>
    public static Option<int?> Number(string name, string shortName, int least, int most, string description) =>
        new(name, shortName)
        {
            Description = description,
            CustomParser = result =>
            {
                if (
                    int.TryParse(
                        result.Tokens[0].Value,
                        NumberStyles.AllowLeadingSign,
                        CultureInfo.InvariantCulture,
                        out int number
                    )
                    && number >= least
                    && number <= most
                )
                {
                    return number;
                }

                result.AddError(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{name} takes a number from {least}{(most == int.MaxValue ? "" : $" to {most}")}; '"
                            + $"{result.Tokens[0].Value}' is none."
                    )
                );
                return null;
            },
        };

    private static Option<string> Engine(string name, string description, string[] known, Func<Settings, string> usual)
    {
        Option<string> option = new(name)
        {
            Description = description,
            DefaultValueFactory = result => usual(SettingsOf(result)),
        };
        AllowOnly(option, known);
        return option;
    }

    /// <summary>Lets an option take some words only, and names them where another is given.</summary>
    public static void AllowOnly(Option option, params string[] known)
    {
        option.CompletionSources.Clear();
        option.CompletionSources.Add(known);
        option.Validators.Add(result =>
        {
            foreach (Token token in result.Tokens.Where(token => !known.Contains(token.Value, StringComparer.Ordinal)))
                result.AddError($"{option.Name} takes {string.Join(" or ", known)}; '{token.Value}' is none of them.");
        });
    }

    /// <summary>The day that review dates are compared with; each command that has it makes its own.</summary>
    public static Option<DateOnly?> AsOf() =>
        new("--as-of")
        {
            Description = "The day that review dates are compared with, as yyyy-MM-dd; today when not given.",
            CustomParser = ParseDay,
        };

    /// <summary>Text recognition; each command that has it makes its own.</summary>
    public static Option<bool> Ocr() =>
        new("--ocr")
        {
            Description = "Read pages that are pictures by text recognition; needs the program Tesseract.",
            DefaultValueFactory = result => SettingsOf(result).Recognises,
        };

    private static DateOnly? ParseDay(ArgumentResult result)
    {
        if (
            DateOnly.TryParseExact(
                result.Tokens[0].Value,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out DateOnly day
            )
        )
        {
            return day;
        }

        result.AddError($"--as-of takes a day as yyyy-MM-dd, such as 2026-03-31; '{result.Tokens[0].Value}' is none.");
        return null;
    }
}
