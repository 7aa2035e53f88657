using System.CommandLine;
using CseMapper.App.Configuration;
using CseMapper.Documents;
using CseMapper.Passages.Intake;

namespace CseMapper.App;

/// <summary>A run as the command line and the settings file together ask for it.</summary>
/// <param name="Map">What to map, and where to.</param>
/// <param name="Readers">How documents are read.</param>
/// <param name="InProcess">True to read them in this process.</param>
/// <param name="ComparesMeaning">True to compare passages by meaning as well as by words.</param>
internal sealed record RunRequest(MapOptions Map, ReaderOptions Readers, bool InProcess, bool ComparesMeaning);

/// <summary>The options of the commands that read and map: <c>map</c> and <c>watch</c>.</summary>
internal sealed class RunOptions
{
    private const int MostJobs = 64;

    /// <summary>The policy folders.</summary>
    public Argument<string[]> Folders { get; } =
        new("folder")
        {
            Description =
                "The folder of policy documents, with its sub-folders; may be several. Those of csemapper.json "
                + "when not given.",
            Arity = ArgumentArity.ZeroOrMore,
        };

    private readonly Option<string> _output = SharedOptions.Out();
    private readonly Option<string?> _criteria = SharedOptions.Criteria();
    private readonly Option<int?> _jobs = SharedOptions.Number(
        "--jobs",
        "-j",
        1,
        MostJobs,
        "Documents read at the same time, 1 to 64; one a processor when not given."
    );
    private readonly Option<bool> _ocr = SharedOptions.Ocr();
    private readonly Option<string> _pdfReader = SharedOptions.PdfReader();
    private readonly Option<bool> _crossCheck = SharedOptions.CrossCheck();
    private readonly Option<string?> _semantic = SharedOptions.Semantic("On, unless csemapper.json says otherwise.");
    private readonly Option<DateOnly?> _asOf = SharedOptions.AsOf();
    private readonly Option<bool> _inProcess = new("--in-process")
    {
        Description = "Read documents in this process instead of a guarded one; for finding faults.",
    };
    private readonly PasswordOptions _passwords = new();

    /// <summary>Gives them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(Folders);
        foreach (
            Option option in (Option[])
                [
                    _output,
                    _criteria,
                    _jobs,
                    _ocr,
                    _pdfReader,
                    _crossCheck,
                    _semantic,
                    _asOf,
                    _passwords.Password,
                    _passwords.File,
                    _inProcess,
                ]
        )
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Those that were given, as arguments with full paths, to start the same run from anywhere. Passwords are
    /// not among them: they belong in a file.</summary>
    public IReadOnlyList<string> ArgumentsOf(ParseResult parsed)
    {
        List<string> arguments = ["--out", Path.GetFullPath(parsed.GetRequiredValue(_output))];
        if (parsed.GetValue(_criteria) is { } criteria)
            arguments.AddRange(["--criteria", Path.GetFullPath(criteria)]);
        if (parsed.GetValue(_passwords.File) is { } file)
            arguments.AddRange(["--password-file", file.FullName]);
        if (parsed.GetValue(_jobs) is { } jobs)
            arguments.AddRange(["--jobs", jobs.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        if (parsed.GetValue(_ocr))
            arguments.Add("--ocr");
        if (parsed.GetRequiredValue(_pdfReader) is not Engines.Embedded and { } engine)
            arguments.AddRange(["--pdf-reader", engine]);
        if (parsed.GetValue(_crossCheck))
            arguments.Add("--cross-check");
        if (parsed.GetValue(_semantic) is { } semantic)
            arguments.AddRange(["--semantic", semantic]);
        if (SharedOptions.SettingsFileOf(parsed) is { } settings)
            arguments.AddRange(["--settings", settings]);
        return arguments;
    }

    /// <summary>What was asked for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <exception cref="CommandException">No folder is named, or the password file cannot be read.</exception>
    public RunRequest Read(ParseResult parsed)
    {
        Settings settings = SharedOptions.SettingsOf(parsed);
        string[] given = [.. (parsed.GetValue(Folders) ?? []).Select(folder => Path.GetFullPath(folder))];
        ThrowIfOneNameFellApart(parsed.GetValue(Folders) ?? []);
        IReadOnlyList<string> folders = CommonFolder.WithoutInner(given.Length > 0 ? given : settings.Folders);
        if (folders.Count == 0)
        {
            throw new CommandException(
                $"Which folder? Name the folder of the documents, or write \"folders\" into {Settings.FileName}.",
                ExitCode.Usage
            );
        }

        MapOptions map = new(CommonFolder.Of(folders) ?? "", Path.GetFullPath(parsed.GetRequiredValue(_output)))
        {
            Parts = folders.Count > 1 ? folders : [],
            CriteriaFile = parsed.GetValue(_criteria),
            AsOf = parsed.GetValue(_asOf),
            MostGone = settings.MostGone,
            Exclude = settings.Exclude,
            CrossChecks = parsed.GetValue(_crossCheck),
            NeedsApproval = settings.Review.NeedsApproval,
        };
        if ((parsed.GetValue(_jobs) ?? settings.Jobs) is { } jobs)
            map = map with { Jobs = jobs };
        ReadOptions reading = ReadOptions.Default with
        {
            Passwords = _passwords.Read(parsed),
            Recognises = parsed.GetValue(_ocr),
            PdfReader = parsed.GetRequiredValue(_pdfReader),
        };
        ReadingLimits usual = ReadingLimits.Usual(reading.Recognises);
        ReadingLimits limits = new(
            settings.Limits.Time ?? usual.Time,
            (long)settings.Limits.MemoryMegabytes << 20,
            settings.Limits.AnswerMegabytes << 20
        );
        return new RunRequest(
            map,
            new ReaderOptions(reading, limits, map.Jobs),
            parsed.GetValue(_inProcess),
            SharedOptions.IsOn(parsed, _semantic) ?? settings.Semantic
        );
    }

    /// <summary>A name with blanks in it that was typed without quotation marks arrives as several.</summary>
    private static void ThrowIfOneNameFellApart(string[] given)
    {
        string whole = string.Join(' ', given);
        if (given.Length > 1 && !given.All(Directory.Exists) && Directory.Exists(whole))
            throw new CommandException($"Put a name with blanks between quotation marks: \"{whole}\".", ExitCode.Usage);
    }
}
