using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace CseMapper.Benchmarks;

/// <summary>Times Poppler's and MuPDF's text extraction on the same files where they are installed, a process a file as
/// they are meant to be used.</summary>
internal static class OtherReaders
{
    private const int MostSeconds = 60;

    public static void Time(string[] files, int pages)
    {
        Time("pdftotext", file => [file, "-"], files, pages);
        Time("mutool", file => ["draw", "-q", "-F", "text", "-o", "-", file], files, pages);
    }

    private static void Time(string program, Func<string, string[]> arguments, string[] files, int pages)
    {
        int failed = 0;
        Stopwatch watch = Stopwatch.StartNew();
        foreach (string file in files)
        {
            ProcessStartInfo start = new(program, arguments(file))
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            try
            {
                using Process process = Process.Start(start)!;
                Task<string> errors = process.StandardError.ReadToEndAsync();
                Task copying = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                if (!process.WaitForExit(MostSeconds * 1000))
                    process.Kill();
                Task.WaitAll(errors, copying);
                process.WaitForExit();
                if (process.ExitCode != 0)
                    failed++;
            }
            catch (Win32Exception)
            {
                Console.WriteLine($"{program} is not installed.");
                return;
            }
        }

        double seconds = watch.Elapsed.TotalSeconds;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{program}: {seconds:F2} s, {pages / seconds:F0} pages/s; {failed} files failed"
            )
        );
    }
}
