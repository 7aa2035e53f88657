namespace CseMapper.App.Configuration;

/// <summary>What <c>csemapper.json</c> says; what it leaves out stands at its default. Paths are full: those of the
/// file start at its folder.</summary>
public sealed record Settings
{
    /// <summary>The name of the file that is looked for in the current folder.</summary>
    public const string FileName = "csemapper.json";

    /// <summary>Without any file.</summary>
    public static Settings Default { get; } = new();

    /// <summary>The policy folders; empty where the command line must name them.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>Which files and folders of the policy folders are no policies, in the syntax of
    /// <c>.gitignore</c>.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>The output folder, or null for the usual one in the current folder.</summary>
    public string? Out { get; init; }

    /// <summary>The criteria file, or null for the built-in standard.</summary>
    public string? Criteria { get; init; }

    /// <summary>A file of passwords to try on encrypted documents, one a line, or null.</summary>
    public string? PasswordFile { get; init; }

    /// <summary>True to read pages that are pictures by text recognition.</summary>
    public bool Recognises { get; init; }

    /// <summary>The engine that reads PDF files; the embedded one by default.</summary>
    public string PdfReader { get; init; } = Engines.Embedded;

    /// <summary>True to read PDF files with the other engine as well, and compare.</summary>
    public bool CrossChecks { get; init; }

    /// <summary>True to compare passages by meaning as well as by words; by default so.</summary>
    public bool Semantic { get; init; } = true;

    /// <summary>Documents read at the same time, 1 to 64, or null for one a processor.</summary>
    public int? Jobs { get; init; }

    /// <summary>When the worker runs.</summary>
    public ScheduleSettings Schedule { get; init; } = new();

    /// <summary>What reading one document may take.</summary>
    public LimitSettings Limits { get; init; } = new();

    /// <summary>How decisions count.</summary>
    public ReviewSettings Review { get; init; } = new();

    /// <summary>The share of the documents, 0 to 1, that may go at once without being confirmed. Default 0.3.</summary>
    public double MostGone { get; init; } = 0.3;

    /// <summary>Who hears of changes.</summary>
    public NotifySettings Notify { get; init; } = new();

    /// <summary>The worker's log files.</summary>
    public LogSettings Logs { get; init; } = new();

    /// <summary>Where measurements are sent (OpenTelemetry, OTLP over gRPC), or null for nowhere.</summary>
    public Uri? Telemetry { get; init; }
}

/// <summary>When the worker runs.</summary>
public sealed record ScheduleSettings
{
    /// <summary>The time between the end of a run and the next, or null.</summary>
    public TimeSpan? Every { get; init; }

    /// <summary>Times by the clock, or null.</summary>
    public CronSchedule? Cron { get; init; }

    /// <summary>The time zone of <see cref="Cron"/>; that of the machine by default.</summary>
#pragma warning disable RS0030 // What "every night at two" means where nobody names a zone; nothing else hangs on it.
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Local;
#pragma warning restore RS0030

    /// <summary>True to run soon after a document was changed.</summary>
    public bool OnChange { get; init; }

    /// <summary>How long a changed folder must rest before it is read. Default ten seconds.</summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromSeconds(10);
}

/// <summary>What reading one document may take before it is given up.</summary>
public sealed record LimitSettings
{
    /// <summary>Time, or null for the usual: two minutes, an hour with text recognition.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>Memory of the reading process in MB. Default 1,024.</summary>
    public int MemoryMegabytes { get; init; } = 1024;

    /// <summary>What reading one document may hand back, in MB. Default 256.</summary>
    public int AnswerMegabytes { get; init; } = 256;
}

/// <summary>How decisions count.</summary>
public sealed record ReviewSettings
{
    /// <summary>True when an acceptance counts only after a second person's approval. Default false: one person is
    /// enough.</summary>
    public bool NeedsApproval { get; init; }
}

/// <summary>Who hears of changes; nobody unless set.</summary>
public sealed record NotifySettings
{
    /// <summary>A command that is started after a run that changed something, or null.</summary>
    public string? Command { get; init; }

    /// <summary>An address that the change report is posted to as JSON, or null.</summary>
    public Uri? Webhook { get; init; }
}

/// <summary>The worker's log files.</summary>
public sealed record LogSettings
{
    /// <summary>How many files are kept. Default 10.</summary>
    public int Keep { get; init; } = 10;

    /// <summary>How large one grows before the next is begun, in MB. Default 5.</summary>
    public int Megabytes { get; init; } = 5;
}
