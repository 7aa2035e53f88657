namespace CseMapper.Passages.Intake;

/// <summary>What reading one document may take before its process is ended.</summary>
/// <param name="Time">Time for one document.</param>
/// <param name="MemoryBytes">Memory of the process that reads it.</param>
/// <param name="AnswerBytes">What it may hand back.</param>
public sealed record ReadingLimits(TimeSpan Time, long MemoryBytes, int AnswerBytes)
{
    /// <summary>Two minutes, 1,024 MB, 256 MB; an hour where text is recognised.</summary>
    /// <param name="recognises">Whether text is recognised.</param>
    public static ReadingLimits Usual(bool recognises) =>
        new(recognises ? TimeSpan.FromHours(1) : TimeSpan.FromMinutes(2), 1024L << 20, 256 << 20);
}
