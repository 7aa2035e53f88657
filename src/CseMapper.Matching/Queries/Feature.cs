using CseMapper.Passages.Searching;

namespace CseMapper.Matching.Queries;

/// <summary>Something that is looked for in passages on behalf of one element or several.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Terms">Its stems: one for a word, two for a pair, all words in order for a phrase.</param>
internal sealed record Feature(FeatureKind Kind, IReadOnlyList<string> Terms)
{
    /// <summary>Its stems between blanks.</summary>
    public string Label { get; } = string.Join(' ', Terms);

    /// <summary>Of a word: those that policies use for it.</summary>
    public IReadOnlyList<QuerySynonym> Synonyms { get; init; } = [];

    /// <summary>The elements that look for it, in printed order, and what it is worth to each.</summary>
    public List<(int Element, float Weight)> Uses { get; } = [];

    /// <summary>What it is worth to an element; 0 where the element does not look for it.</summary>
    public float WeightFor(int element)
    {
        int low = 0;
        int high = Uses.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (Uses[middle].Element == element)
                return Uses[middle].Weight;
            if (Uses[middle].Element < element)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return 0;
    }
}
