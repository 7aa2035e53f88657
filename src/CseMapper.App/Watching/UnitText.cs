using System.Security;
using CseMapper.App.Configuration;

namespace CseMapper.App.Watching;

/// <summary>The files that let a system start the worker by itself.</summary>
internal static class UnitText
{
    /// <summary>A service for systemd, and a timer for those who would rather have a run start and end.</summary>
    /// <param name="program">The program's path.</param>
    /// <param name="arguments">The arguments of the command line, without those of the schedule.</param>
    /// <param name="when">The arguments of the schedule.</param>
    /// <param name="schedule">The schedule.</param>
    public static string Systemd(string program, IReadOnlyList<string> arguments, IReadOnlyList<string> when, ScheduleSettings schedule)
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

    /// <summary>A task for the Windows Task Scheduler that starts the worker with the machine.</summary>
    /// <param name="program">The program's path.</param>
    /// <param name="arguments">All arguments.</param>
    public static string WindowsTask(string program, IReadOnlyList<string> arguments) => $"""
        <?xml version="1.0" encoding="UTF-16"?>
        <!-- Save as csemapper-task.xml, then, with the account that may read the policies and write the output folder:
             schtasks /Create /TN CseMapper /XML csemapper-task.xml /RU DOMAIN\account /RP *
             schtasks /Run /TN CseMapper      schtasks /End /TN CseMapper      schtasks /Delete /TN CseMapper -->
        <Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
          <RegistrationInfo><Description>CseMapper: keeps the mapping of the policies up to date</Description></RegistrationInfo>
          <Triggers><BootTrigger><Delay>PT2M</Delay></BootTrigger></Triggers>
          <Principals><Principal id="Author"><LogonType>Password</LogonType><RunLevel>LeastPrivilege</RunLevel></Principal></Principals>
          <Settings>
            <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
            <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
            <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
            <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
            <RestartOnFailure><Interval>PT1M</Interval><Count>10</Count></RestartOnFailure>
          </Settings>
          <Actions Context="Author"><Exec><Command>{SecurityElement.Escape(program)}</Command><Arguments>{SecurityElement.Escape(string.Join(' ', arguments.Select(Quoted)))}</Arguments></Exec></Actions>
        </Task>
        """.ReplaceLineEndings("\n");

    /// <summary>"%" and "$" have a meaning of their own to systemd.</summary>
    private static string Escaped(string argument) => Quoted(argument).Replace("%", "%%", StringComparison.Ordinal).Replace("$", "$$", StringComparison.Ordinal);

    /// <summary>Both systems split at blanks and take double quotes.</summary>
    private static string Quoted(string argument) =>
        argument.Length > 0 && argument.All(c => char.IsAsciiLetterOrDigit(c) || "-_./:\\".Contains(c)) ? argument : $"\"{argument.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
