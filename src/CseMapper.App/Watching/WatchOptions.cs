using System.CommandLine;
using System.CommandLine.Parsing;
using CseMapper.App.Commands;
using CseMapper.App.Configuration;

namespace CseMapper.App.Watching;

/// <summary>The options of <c>csemapper watch</c> that say when it runs and who hears of it.</summary>
internal sealed class WatchOptions
{
    private readonly Option<TimeSpan?> _every = new("--every")
    {
        Description = "Run again this long after a run has ended: 30s, 15m, 2h, 1d.",
        CustomParser = Interval,
    };
    private readonly Option<CronSchedule?> _cron = new("--cron")
    {
        Description = "Run by the clock, as five fields of cron: \"0 2 * * *\" is every night at two.",
        CustomParser = Parse(CronSchedule.Parse),
    };
    private readonly Option<TimeZoneInfo?> _zone = new("--time-zone")
    {
        Description = "Whose clock --cron means: Europe/London; the machine's when not given.",
        CustomParser = Parse(TimeZones.Find),
    };
    private readonly Option<bool> _onChange = new("--when-changed")
    {
        Description = "Run soon after a document was changed.",
    };
    private readonly Option<TimeSpan?> _settle = new("--settle")
    {
        Description = "How long a document must have rested before it is read; 10s when not given.",
        CustomParser = Duration,
    };
    private readonly Option<bool> _once = new("--once")
    {
        Description = "Run once, wait for nothing, and end with the exit code of the run.",
    };
    private readonly Option<bool> _acceptDeletions = new("--accept-deletions")
    {
        Description =
            "Confirm that documents which are missing now were deleted, however many; counts for the first run only.",
    };
    private readonly Option<string?> _command = new("--on-change")
    {
        Description = "A command to start after a run that changed something.",
    };
    private readonly Option<Uri?> _webhook = new("--webhook")
    {
        Description = "An address that the report of changes is posted to as JSON.",
        CustomParser = Parse(Address),
    };

    /// <summary>Gives them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (
            Option option in (Option[])
                [_every, _cron, _zone, _onChange, _settle, _once, _acceptDeletions, _command, _webhook]
        )
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What was asked for; the command line goes before the settings.</summary>
    public WatchPlan PlanOf(ParseResult parsed, Settings settings, MapOptions map)
    {
        ScheduleSettings given = settings.Schedule;
        TimeSpan? every = parsed.GetValue(_every);
        CronSchedule? cron = parsed.GetValue(_cron);
        bool onChange = parsed.GetValue(_onChange);
        bool isGiven = every is not null || cron is not null || onChange;
        ScheduleSettings schedule = given with
        {
            Every = isGiven ? every : given.Every,
            Cron = isGiven ? cron : given.Cron,
            OnChange = isGiven ? onChange : given.OnChange,
            Zone = parsed.GetValue(_zone) ?? given.Zone,
            Settle = parsed.GetValue(_settle) ?? given.Settle,
        };
        // Who says nothing wants the mapping kept up to date.
        if (schedule is { Every: null, Cron: null, OnChange: false })
            schedule = schedule with { OnChange = true };
        NotifySettings notify = settings.Notify with
        {
            Command = parsed.GetValue(_command) ?? settings.Notify.Command,
            Webhook = parsed.GetValue(_webhook) ?? settings.Notify.Webhook,
        };
        return new WatchPlan(map with { Settle = schedule.Settle }, schedule, notify, parsed.GetValue(_once))
        {
            AcceptsDeletions = parsed.GetValue(_acceptDeletions),
        };
    }

    /// <summary>What starts the worker with the system.</summary>
    public static string UnitOf(string system, WatchPlan plan, IReadOnlyList<string> others)
    {
        string[] program = [ReaderCommand.Program.Path, .. ReaderCommand.Program.Arguments.SkipLast(1)];
        string[] arguments = [.. program[1..], "watch", .. plan.Folders, .. others];
        List<string> when = [];
        if (plan.Schedule.Every is { } every)
            when.AddRange(["--every", FormattableString.Invariant($"{every.TotalSeconds:0}s")]);
        if (plan.Schedule.Cron is { } cron)
            when.AddRange(["--cron", cron.ToString(), "--time-zone", plan.Schedule.Zone.Id]);
        if (plan.Schedule.OnChange)
            when.Add("--when-changed");
        if (plan.Notify.Command is { } command)
            arguments = [.. arguments, "--on-change", command];
        if (plan.Notify.Webhook is { } webhook)
            arguments = [.. arguments, "--webhook", webhook.AbsoluteUri];
        return system switch
        {
            "systemd" => UnitText.Systemd(program[0], arguments, when, plan.Schedule),
            "windows-service" => WindowsUnitText.Service(program[0], [.. arguments, .. when], plan.Map.OutputFolder),
            _ => WindowsUnitText.Task(program[0], [.. arguments, .. when]),
        };
    }

    private static Uri Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"
            ? address
            : throw new FormatException($"\"{text}\" is no address that begins with https:// or http://.");

    private static TimeSpan? Interval(ArgumentResult result)
    {
        TimeSpan? duration = Duration(result);
        if (duration < TimeSpan.FromSeconds(1))
            result.AddError("--every takes a second or more: 30s, 15m, 2h or 1d.");
        return duration;
    }

    private static TimeSpan? Duration(ArgumentResult result)
    {
        if (DurationText.TryParse(result.Tokens[0].Value, out TimeSpan duration))
            return duration;
        result.AddError($"\"{result.Tokens[0].Value}\" is no time; write 30s, 15m, 2h or 1d.");
        return null;
    }

    private static Func<ArgumentResult, T?> Parse<T>(Func<string, T> parse)
        where T : class =>
        result =>
        {
            try
            {
                return parse(result.Tokens[0].Value);
            }
            catch (FormatException fault)
            {
                result.AddError(fault.Message);
                return null;
            }
        };
}
