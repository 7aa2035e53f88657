using System.Security;
using System.Text;

namespace CseMapper.App.Watching;

/// <summary>What lets Windows start the worker by itself.</summary>
internal static class WindowsUnitText
{
    /// <summary>A task for the Task Scheduler that starts the worker with the machine.</summary>
    /// <remarks>
    /// Consoles save redirected text in different encodings, and schtasks refuses a file whose declaration names
    /// another than it has: so there is no declaration, and no letter that looks different in any of them.
    /// </remarks>
    /// <param name="program">The program's path.</param>
    /// <param name="arguments">All arguments.</param>
    public static string Task(string program, IReadOnlyList<string> arguments) =>
        $"""
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
              <Actions Context="Author"><Exec><Command>{Xml(program)}</Command><Arguments>{Xml(
                CommandLine(arguments)
            )}</Arguments></Exec></Actions>
            </Task>
            """.ReplaceLineEndings(
            "\n"
        );

    /// <summary>The commands that install the worker as a service, to be typed or pasted into a Command
    /// Prompt.</summary>
    /// <param name="program">The program's path.</param>
    /// <param name="arguments">All arguments.</param>
    /// <param name="outputFolder">The folder that the service must be able to write.</param>
    public static string Service(string program, IReadOnlyList<string> arguments, string outputFolder) =>
        $"""
            rem Run csemapper map once, so that the output folder is there. Then paste these lines into a Command Prompt (cmd, not
            rem PowerShell) that was opened as administrator.
            sc.exe create CseMapper binPath= {ForPrompt(
                Quoted(CommandLine([program, .. arguments]))
            )} start= delayed-auto obj= "NT SERVICE\CseMapper"
            sc.exe description CseMapper "CseMapper: keeps the mapping of the policies up to date"
            sc.exe failure CseMapper reset= 86400 actions= restart/60000/restart/60000/restart/300000
            sc.exe failureflag CseMapper 1
            icacls {ForPrompt(Quoted(outputFolder))} /grant "NT SERVICE\CseMapper:(OI)(CI)M"
            sc.exe start CseMapper

            rem The service runs under an account of its own, which needs no password and reads what any user of this machine may read:
            rem neither program nor policies may lie in a folder of somebody's own (C:\Users\...).
            rem For policies on a share, name one that may read them: obj= "DOMAIN\account" password= "its password"
            rem Drive letters of network drives belong to whoever connected them: map \\server\share instead.
            rem Later:  sc.exe query CseMapper    sc.exe stop CseMapper    sc.exe delete CseMapper
            """.ReplaceLineEndings(
            "\n"
        );

    /// <summary>Arguments as programs of Windows take them apart again (CommandLineToArgvW).</summary>
    public static string CommandLine(IEnumerable<string> arguments) =>
        string.Join(
            ' ',
            arguments.Select(argument =>
                argument.Length > 0 && argument.All(c => char.IsLetterOrDigit(c) || "-_./:\\,=".Contains(c))
                    ? argument
                    : Quoted(argument)
            )
        );

    /// <summary>Backslashes are doubled before a quotation mark, and nowhere else.</summary>
    private static string Quoted(string argument)
    {
        StringBuilder quoted = new("\"");
        int backslashes = 0;
        foreach (char c in argument)
        {
            if (c == '"')
                quoted.Append('\\', backslashes + 1);
            backslashes = c == '\\' ? backslashes + 1 : 0;
            quoted.Append(c);
        }
        return quoted.Append('\\', backslashes).Append('"').ToString();
    }

    /// <summary>
    /// The Command Prompt counts quotation marks without looking at backslashes: what is quoted inside quotes lies bare
    /// before it, and there its own signs need a caret.
    /// </summary>
    private static string ForPrompt(string commandLine)
    {
        StringBuilder text = new();
        bool isQuoted = false;
        foreach (char c in commandLine)
        {
            if (c == '"')
                isQuoted = !isQuoted;
            else if (!isQuoted && "&|<>^()%".Contains(c))
                text.Append('^');
            text.Append(c);
        }
        return text.ToString();
    }

    private static string Xml(string text) =>
        string.Concat(
            SecurityElement
                .Escape(text)!
                .EnumerateRunes()
                .Select(rune => rune.IsAscii ? rune.ToString() : FormattableString.Invariant($"&#{rune.Value};"))
        );
}
