using CseMapper.App.Configuration;

namespace CseMapper.App.Watching;

/// <summary>The files that let systemd start the worker by itself.</summary>
internal static class UnitText
{
    /// <summary>A service for systemd, and a timer for those who would rather have a run start and end.</summary>
    /// <param name="program">The program's path.</param>
    /// <param name="arguments">The arguments of the command line, without those of the schedule.</param>
    /// <param name="when">The arguments of the schedule.</param>
    /// <param name="schedule">The schedule.</param>
    public static string Systemd(
        string program,
        IReadOnlyList<string> arguments,
        IReadOnlyList<string> when,
        ScheduleSettings schedule
    )
    {
        string run = string.Join(' ', new[] { program }.Concat(arguments).Select(Escaped));
        string[] timer = schedule.Cron is { } cron
            ? [.. cron.ToCalendar().Select(line => $"OnCalendar={line} {schedule.Zone.Id}")]
            : ["OnBootSec=2min", $"OnUnitInactiveSec={(schedule.Every ?? TimeSpan.FromHours(1)).TotalSeconds:0}s"];
        return $"""
            # A worker that stays. Save this part as /etc/systemd/system/csemapper.service, then:
            #   systemctl daemon-reload && systemctl enable --now csemapper
            [Unit]
            Description=CseMapper: keeps the mapping of the policies up to date
            After=network-online.target remote-fs.target
            Wants=network-online.target

            [Service]
            Type=notify
            ExecStart={run}{string.Concat(when.Select(argument => " " + Escaped(argument)))}
            # An account that may read the policies and write the output folder:
            User=csemapper
            Restart=on-failure
            RestartPreventExitStatus=1
            RestartSec=30s
            KillMode=mixed
            TimeoutStopSec=10s

            [Install]
            WantedBy=multi-user.target

            # Or a run that starts and ends. Save the next two parts as csemapper-once.service and csemapper-once.timer, then:
            #   systemctl daemon-reload && systemctl enable --now csemapper-once.timer
            [Unit]
            Description=CseMapper: brings the mapping of the policies up to date

            [Service]
            Type=oneshot
            ExecStart={run} --once
            User=csemapper
            # 2 means that somebody should look at something, not that the run failed:
            SuccessExitStatus=2
            KillMode=mixed

            # csemapper-once.timer
            [Timer]
            {string.Join("\n", timer)}
            Persistent=true

            [Install]
            WantedBy=timers.target
            """.ReplaceLineEndings("\n");
    }

    /// <summary>systemd splits at blanks, takes double quotes, and has a meaning of its own for backslash, "%" and
    /// "$".</summary>
    private static string Escaped(string argument)
    {
        bool isPlain = argument.Length > 0 && argument.All(c => char.IsAsciiLetterOrDigit(c) || "-_./:".Contains(c));
        string quoted = isPlain
            ? argument
            : "\""
                + $"{argument.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}"
                + "\"";
        return quoted.Replace("%", "%%", StringComparison.Ordinal).Replace("$", "$$", StringComparison.Ordinal);
    }
}
