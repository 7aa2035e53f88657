using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace CseMapper.App;

/// <summary>The version and the commit it was built from: "csemapper 0.1.0 (commit 1a2b3c4d5e6f)".</summary>
internal static class VersionText
{
    /// <summary>The number alone, as it stands in files.</summary>
    public static string Number => Informational.Split('+')[0];

    private static string Informational =>
        typeof(VersionText).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        ?? "0";

    /// <summary>Makes <c>--version</c> print version and commit.</summary>
    public static void ReplaceIn(RootCommand root)
    {
        foreach (VersionOption option in root.Options.OfType<VersionOption>())
            option.Action = new Print();
    }

    private sealed class Print : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            string[] parts = Informational.Split('+');
            string commit = parts.Length > 1 ? $" (commit {parts[1][..Math.Min(12, parts[1].Length)]})" : "";
            parseResult.InvocationConfiguration.Output.WriteLine($"csemapper {parts[0]}{commit}");
            return ExitCode.Done;
        }
    }
}
