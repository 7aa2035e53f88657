using System.Diagnostics;
using System.Globalization;

namespace CseMapper.Meaning.Probe;

/// <summary>Passages a second of one thread, in processor time, so that other programs' load matters little.</summary>
internal static class Measuring
{
    private const string Sentence =
        "We consult our customers every year about the standards of service, publish what they told us and what we"
        + " changed because of it, and report the results to the board within twenty working days of the survey. ";

    private const int Pieces = 145;

    private const int Passages = 60;

    private const int Rounds = 5;

    /// <summary>Prints a line a round, and the memory in use at the end.</summary>
    public static void Run(SentenceModel model)
    {
        string text = Passage(model);
        Console.WriteLine($"{model.Instructions}, {model.Encode(text).Pieces} word pieces a passage");
        for (int round = 0; round < Rounds; round++)
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            long start = Stopwatch.GetTimestamp();
            for (int passage = 0; passage < Passages; passage++)
                model.Encode(text);
            double busy = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
            double wall = Stopwatch.GetElapsedTime(start).TotalSeconds;
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Passages / busy:F1} passages/s of processor time, {Passages / wall:F1} by the clock"
                )
            );
        }

        Console.WriteLine($"{Environment.WorkingSet >> 20} MB of memory");
    }

    /// <summary>Words are taken away until as many pieces are left as wanted.</summary>
    private static string Passage(SentenceModel model)
    {
        string text = string.Concat(Enumerable.Repeat(Sentence, 6)).TrimEnd();
        while (model.Encode(text).Pieces > Pieces)
            text = text[..text.LastIndexOf(' ')];
        return text;
    }
}
