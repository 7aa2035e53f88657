using System.Globalization;
using System.Text.Json;
using CseMapper.Passages.Storage;

namespace CseMapper.App.Configuration;

/// <summary>Turns the JSON of a settings file into settings, naming whatever does not fit.</summary>
/// <param name="faults">Hears of faults.</param>
/// <param name="folder">Where relative paths start.</param>
internal sealed class SettingsReader(SettingsFaults faults, string folder)
{
    public Settings Read(JsonItem root)
    {
        if (root.Kind != JsonValueKind.Object)
        {
            faults.Add(root, "expected an object { … } here.");
            return Settings.Default;
        }
        faults.CheckNames(
            root,
            "",
            "folders",
            "exclude",
            "out",
            "criteria",
            "passwordFile",
            "ocr",
            "jobs",
            "pdfReader",
            "crossCheck",
            "semantic",
            "index",
            "schedule",
            "limits",
            "review",
            "deletions",
            "notify",
            "logs",
            "telemetry"
        );
        if (root["index"] is { } index)
            faults.Add(index, "\"index\" is no longer needed: there is one index now. Delete this line.");
        Settings usual = Settings.Default;
        return new Settings
        {
            Folders = Paths(root, "folders"),
            Exclude = Patterns(root, "exclude"),
            Out = PathOf(root, "out"),
            Criteria = PathOf(root, "criteria"),
            PasswordFile = PathOf(root, "passwordFile"),
            Recognises = Flag(root, "ocr", "ocr") ?? usual.Recognises,
            Jobs = Number(root, "jobs", "jobs", 1, 64),
            PdfReader = Engine(root, "pdfReader", Engines.PdfReaders),
            CrossChecks = Flag(root, "crossCheck", "crossCheck") ?? usual.CrossChecks,
            Semantic = Flag(root, "semantic", "semantic") ?? usual.Semantic,
            Schedule =
                Section(root, "schedule", ["every", "cron", "timeZone", "onChange", "settle"], Schedule)
                ?? usual.Schedule,
            Limits = Section(root, "limits", ["time", "memoryMegabytes", "answerMegabytes"], Limits) ?? usual.Limits,
            Review = Section(root, "review", ["approval"], Review) ?? usual.Review,
            MostGone =
                Section(
                    root,
                    "deletions",
                    ["mostPercent"],
                    item => new Percent(Number(item, "deletions.mostPercent", "mostPercent", 0, 100))
                )?.Share
                ?? usual.MostGone,
            Notify = Section(root, "notify", ["command", "webhook"], Notify) ?? usual.Notify,
            Logs = Section(root, "logs", ["keep", "megabytes"], Logs) ?? usual.Logs,
            Telemetry = Section(root, "telemetry", ["otlp"], item => Address(item, "telemetry.otlp", "otlp")),
        };
    }

    private string Engine(JsonItem root, string name, string[] known)
    {
        string engine = Text(root, name, name) ?? Engines.Embedded;
        if (known.Contains(engine))
            return engine;
        faults.Add(root[name]!, $"\"{name}\" is \"{engine}\"; write \"{string.Join("\" or \"", known)}\".");
        return Engines.Embedded;
    }

    private ScheduleSettings Schedule(JsonItem item)
    {
        ScheduleSettings usual = new();
        ScheduleSettings given = new()
        {
            Every = Duration(item, "schedule.every", "every", TimeSpan.FromSeconds(1)),
            Cron = Parsed(item, "schedule.cron", "cron", CronSchedule.Parse),
            Zone = Parsed(item, "schedule.timeZone", "timeZone", TimeZones.Find) ?? usual.Zone,
            OnChange = Flag(item, "schedule.onChange", "onChange") ?? usual.OnChange,
            Settle = Duration(item, "schedule.settle", "settle", TimeSpan.Zero) ?? usual.Settle,
        };
        if (item["timeZone"] is { } zone && item["cron"] is null)
            faults.Add(zone, "\"schedule.timeZone\" belongs to \"schedule.cron\", which is missing.");
        return given;
    }

    private LimitSettings Limits(JsonItem item)
    {
        LimitSettings usual = new();
        return new LimitSettings
        {
            Time = Duration(item, "limits.time", "time", TimeSpan.FromSeconds(1)),
            MemoryMegabytes =
                Number(item, "limits.memoryMegabytes", "memoryMegabytes", 128, 65536) ?? usual.MemoryMegabytes,
            AnswerMegabytes =
                Number(item, "limits.answerMegabytes", "answerMegabytes", 1, 1024) ?? usual.AnswerMegabytes,
        };
    }

    private ReviewSettings Review(JsonItem item)
    {
        string? approval = Text(item, "review.approval", "approval");
        if (approval is not (null or "single" or "two-person"))
        {
            faults.Add(
                item["approval"]!,
                $"\"review.approval\" is \"{approval}\"; write \"single\" or \"two-person\"."
            );
        }

        return new ReviewSettings { NeedsApproval = approval == "two-person" };
    }

    private NotifySettings Notify(JsonItem item) =>
        new()
        {
            Command = Text(item, "notify.command", "command"),
            Webhook = Address(item, "notify.webhook", "webhook"),
        };

    private LogSettings Logs(JsonItem item)
    {
        LogSettings usual = new();
        return new LogSettings
        {
            Keep = Number(item, "logs.keep", "keep", 1, 1000) ?? usual.Keep,
            Megabytes = Number(item, "logs.megabytes", "megabytes", 1, 1000) ?? usual.Megabytes,
        };
    }

    private T? Section<T>(JsonItem root, string name, string[] known, Func<JsonItem, T?> read)
        where T : class
    {
        if (root[name] is not { } item)
            return null;
        if (item.Kind != JsonValueKind.Object)
        {
            faults.Add(item, $"\"{name}\" must be an object {{ … }}.");
            return null;
        }
        faults.CheckNames(item, name, known);
        return read(item);
    }

    private string? Text(JsonItem item, string path, string name)
    {
        if (item[name] is not { } value)
            return null;
        if (value.Kind == JsonValueKind.String && value.Text.Length > 0)
            return value.Text;
        faults.Add(value, $"\"{path}\" must be a text in quotes.");
        return null;
    }

    private T? Parsed<T>(JsonItem item, string path, string name, Func<string, T> parse)
        where T : class
    {
        if (Text(item, path, name) is not { } text)
            return null;
        try
        {
            return parse(text);
        }
        catch (FormatException fault)
        {
            faults.Add(item[name]!, $"\"{path}\": {fault.Message}");
            return null;
        }
    }

    private TimeSpan? Duration(JsonItem item, string path, string name, TimeSpan least)
    {
        if (Text(item, path, name) is not { } text)
            return null;
        if (DurationText.TryParse(text, out TimeSpan duration) && duration >= least)
            return duration;
        faults.Add(item[name]!, $"\"{path}\" is \"{text}\"; write a time such as \"30s\", \"15m\", \"2h\" or \"1d\".");
        return null;
    }

    private Uri? Address(JsonItem item, string path, string name)
    {
        if (Text(item, path, name) is not { } text)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https")
            return address;
        faults.Add(item[name]!, $"\"{path}\" is \"{text}\"; write an address that begins with https:// or http://.");
        return null;
    }

    private bool? Flag(JsonItem item, string path, string name)
    {
        if (item[name] is not { } value)
            return null;
        if (value.Kind is JsonValueKind.True or JsonValueKind.False)
            return value.Kind == JsonValueKind.True;
        faults.Add(value, $"\"{path}\" must be true or false, without quotes.");
        return null;
    }

    private int? Number(JsonItem item, string path, string name, int least, int most)
    {
        if (item[name] is not { } value)
            return null;
        if (
            value.Kind == JsonValueKind.Number
            && value.Number >= least
            && value.Number <= most
            && value.Number == Math.Floor(value.Number)
        )
        {
            return (int)value.Number;
        }

        faults.Add(
            value,
            string.Create(CultureInfo.InvariantCulture, $"\"{path}\" must be a whole number from {least} to {most}.")
        );
        return null;
    }

    private string? PathOf(JsonItem root, string name) =>
        Text(root, name, name) is { } text ? Path.GetFullPath(text, folder) : null;

    private List<string> Paths(JsonItem root, string name)
    {
        if (root[name] is not { } value)
            return [];
        if (value.Kind == JsonValueKind.String && value.Text.Length > 0)
            return [Path.GetFullPath(value.Text, folder)];
        IReadOnlyList<JsonItem> items = value.Items;
        if (items.Count > 0 && items.All(item => item is { Kind: JsonValueKind.String, Text.Length: > 0 }))
            return [.. items.Select(item => Path.GetFullPath(item.Text, folder))];
        faults.Add(value, $"\"{name}\" must be a list of folders: [\"policies\", \"procedures\"].");
        return [];
    }

    private IReadOnlyList<string> Patterns(JsonItem root, string name)
    {
        if (root[name] is not { } value)
            return [];
        if (value.Kind == JsonValueKind.String && value.Text.Length > 0)
            return [value.Text];
        IReadOnlyList<JsonItem> items = value.Items;
        if (items.Count > 0 && items.All(item => item is { Kind: JsonValueKind.String, Text.Length: > 0 }))
            return [.. items.Select(item => item.Text)];
        faults.Add(value, $"\"{name}\" must be a list of patterns: [\"Archive/\", \"*.tmp\"].");
        return [];
    }

    private sealed record Percent(int? Number)
    {
        public double? Share => Number / 100.0;
    }
}
