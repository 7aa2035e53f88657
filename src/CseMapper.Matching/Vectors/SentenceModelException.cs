namespace CseMapper.Matching.Vectors;

/// <summary>The sentence model beside the program cannot be used; the message says why, and what to do.</summary>
/// <param name="reason">What is wrong with it, as a sentence.</param>
/// <param name="inner">What was thrown, or null.</param>
public sealed class SentenceModelException(string reason, Exception? inner)
    : IOException(
        $"The sentence model beside the program cannot be used: {reason} Install or build the program again, or rank by "
            + "words alone: --semantic off.",
        inner
    );
