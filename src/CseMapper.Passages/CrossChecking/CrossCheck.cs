using System.Security.Cryptography;

namespace CseMapper.Passages.CrossChecking;

/// <summary>What came of reading a document a second time with another reader: how an assessor is shown that nothing of
/// it was lost.</summary>
/// <param name="Pages">Pages that were compared.</param>
/// <param name="Differences">The pages on which the readers differ by more than <see cref="CrossCheckRule"/> allows, in
/// order.</param>
public sealed record CrossCheck(int Pages, IReadOnlyList<PageDifference> Differences)
{
    private const int MostNamed = 3;

    /// <summary>Why there is nothing to compare, as a sentence; null where there is. It says nothing against the text
    /// that is used.</summary>
    public string? Failure { get; init; }

    /// <summary>True where the second reader found words that the text used lacks: somebody should look.</summary>
    public bool FoundMore => Differences.Any(difference => difference.IsLack);

    /// <summary>What it comes to in sentences: the first pages that differ, or that there are none.</summary>
    public string Summary
    {
        get
        {
            if (Failure is not null)
                return Failure;
            if (Differences.Count == 0)
                return "The second reader found the same words.";
            string first = string.Join(
                ' ',
                Differences
                    .Take(MostNamed)
                    .Select(difference => FormattableString.Invariant($"Page {difference.Page}: {difference.Message}."))
            );
            return Differences.Count <= MostNamed
                ? first
                : FormattableString.Invariant($"{first} And {Differences.Count - MostNamed:N0} more pages.");
        }
    }

    /// <summary>Changes with everything that is shown of it.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(CrossCheckCodec.Encode(this)));

    /// <summary>One whose second reading came to nothing.</summary>
    /// <param name="reason">Why, as a sentence.</param>
    public static CrossCheck Failed(string reason) => new(0, []) { Failure = reason };
}

/// <summary>A page on which two readers differ.</summary>
/// <param name="Page">Counted from 1.</param>
/// <param name="Lacking">Words that the second reader found and the text used lacks.</param>
/// <param name="Surplus">Words of the text used that the second reader did not find.</param>
/// <param name="IsLack">True where the words that are lacking are too many; false where only the surplus is.</param>
public sealed record PageDifference(int Page, int Lacking, int Surplus, bool IsLack)
{
    /// <summary>The words that are lacking where there are any, else those that the second reader did not find; the
    /// first few, as printed.</summary>
    public string Words { get; init; } = "";

    /// <summary>What it comes to, as a sentence without the page.</summary>
    public string Message =>
        IsLack
            ? $"the second reader found {Count(Lacking, "word that is", "words that are")} not in the text used"
            : $"the second reader did not find {Count(Surplus, "word", "words")} of the text used";

    private static string Count(int number, string one, string many) =>
        FormattableString.Invariant($"{number:N0} {(number == 1 ? one : many)}");
}

/// <summary>A page as both readers have it, to be looked at side by side.</summary>
/// <param name="Page">Counted from 1.</param>
/// <param name="Used">The text that the mapping uses.</param>
/// <param name="Second">The text of the second reader.</param>
public sealed record PageTexts(int Page, string Used, string Second)
{
    /// <summary>The words of the text used that the second reader did not find.</summary>
    public IReadOnlyList<WordPlace> UsedMarks { get; init; } = [];

    /// <summary>The words of the second reader that the text used lacks.</summary>
    public IReadOnlyList<WordPlace> SecondMarks { get; init; } = [];
}
