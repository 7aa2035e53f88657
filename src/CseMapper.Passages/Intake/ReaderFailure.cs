using System.Globalization;

namespace CseMapper.Passages.Intake;

/// <summary>How a reading process came to its end before its time.</summary>
internal enum ReaderFailure
{
    /// <summary>It did not fail.</summary>
    None,

    /// <summary>It ended by itself: a stack overflow, a fault of the runtime, killed by the system.</summary>
    Crashed,

    /// <summary>A document took longer than the limit.</summary>
    TookTooLong,

    /// <summary>It took more memory than the limit.</summary>
    TookTooMuchMemory,

    /// <summary>An answer was longer than the limit.</summary>
    SaidTooMuch,
}

/// <summary>A reading process has ended before its time.</summary>
/// <param name="failure">How.</param>
internal sealed class ReaderFailedException(ReaderFailure failure) : Exception($"A reading process failed: {failure}.")
{
    public ReaderFailure Failure { get; } = failure;
}

/// <summary>Says in plain words why a document is left out; the same on every machine.</summary>
internal static class ReaderFailureText
{
    /// <summary>Why there is nothing to compare a document's text with; the text itself stands.</summary>
    public static string OfSecondReader(ReaderFailure failure, ReadingLimits limits) =>
        failure switch
        {
            ReaderFailure.TookTooLong => string.Create(
                CultureInfo.InvariantCulture,
                $"The second reader took longer than {limits.Time.TotalSeconds:0} seconds and was given up."
            ),
            ReaderFailure.TookTooMuchMemory => string.Create(
                CultureInfo.InvariantCulture,
                $"The second reader needed more than {limits.MemoryBytes >> 20:N0} MB of memory and was given up."
            ),
            _ => "This document brought the second reader down, so there is nothing to compare the text with.",
        };

    private const string Until = "It is left alone until it changes.";

    public static string Describe(ReaderFailure failure, ReadingLimits limits) =>
        failure switch
        {
            ReaderFailure.TookTooLong => string.Create(
                CultureInfo.InvariantCulture,
                $"Reading took longer than {limits.Time.TotalSeconds:0} seconds, twice, and was given up. "
                    + $"{Until} Save a copy as PDF, or split the document."
            ),
            ReaderFailure.TookTooMuchMemory => string.Create(
                CultureInfo.InvariantCulture,
                $"Reading needed more than {limits.MemoryBytes >> 20:N0} MB of memory, twice, and was given "
                    + $"up. {Until} Split the document, or take the pictures out of it."
            ),
            ReaderFailure.SaidTooMuch => string.Create(
                CultureInfo.InvariantCulture,
                $"Its text is longer than {limits.AnswerBytes >> 20:N0} MB, and reading it was given up. "
                    + $"{Until} Split the document."
            ),
            _ => $"Reading this document brought the reader down, twice. {Until} Open it, save a copy and put the "
                + "copy in its place.",
        };
}
