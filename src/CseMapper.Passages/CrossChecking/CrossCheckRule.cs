namespace CseMapper.Passages.CrossChecking;

/// <summary>How much two readings of a page may differ before the page is named.</summary>
/// <remarks>Found on half of 62 policy documents and judged on the others; see
/// docs/decisions/cross-check-counts-words.md.</remarks>
internal static class CrossCheckRule
{
    /// <summary>So few words are lost and found by the way letters are joined, on any page.</summary>
    private const int FewWords = 5;

    /// <summary>So many are too many however long the page is: it is a paragraph.</summary>
    private const int ManyWords = 8;

    /// <summary>The share of the second reader's words, between the two.</summary>
    private const double Share = 0.02;

    /// <summary>What is only in the text used is less grave: the second reader is the poorer one.</summary>
    private const int SurplusFactor = 4;

    /// <summary>True where the text used lacks too many words.</summary>
    public static bool IsLack(int lacking, int words) =>
        lacking >= ManyWords || (lacking >= FewWords && lacking >= Share * words);

    /// <summary>True where too many words of the text used were not found again.</summary>
    public static bool IsSurplus(int surplus, int words) => IsLack(surplus / SurplusFactor, words);
}
