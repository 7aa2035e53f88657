using System.Text;

namespace CseMapper.App;

/// <summary>Where a command writes: results to <see cref="Out"/>, progress and reasons to
/// <see cref="Error"/>.</summary>
/// <param name="Out">Results; UTF-8, LF.</param>
/// <param name="Error">Progress, reasons, faults.</param>
/// <param name="IsInteractive">True when a person watches <paramref name="Error"/>, so that progress may move.</param>
/// <param name="Width">Columns of the window; 100 where there is none.</param>
public sealed record Terminal(TextWriter Out, TextWriter Error, bool IsInteractive, int Width)
{
    /// <summary>The streams of this process.</summary>
    public static Terminal OfThisProcess()
    {
        UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);
        bool isWatched = !Console.IsErrorRedirected && !Console.IsOutputRedirected;
        // The window may show one of the two while the other goes into a file.
        if (OperatingSystem.IsWindows() && !(Console.IsErrorRedirected && Console.IsOutputRedirected))
            Console.OutputEncoding = utf8;
        return new Terminal(
            new StreamWriter(Console.OpenStandardOutput(), utf8, 1 << 16) { NewLine = "\n" },
            new StreamWriter(Console.OpenStandardError(), utf8, 256) { NewLine = "\n", AutoFlush = true },
            isWatched && Environment.GetEnvironmentVariable("TERM") != "dumb",
            isWatched ? Math.Max(Console.WindowWidth, 40) : 100
        );
    }
}
