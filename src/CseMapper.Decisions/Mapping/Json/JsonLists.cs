namespace CseMapper.Decisions.Mapping.Json;

/// <summary>Lists of mapping.json; an item that is null is damage, which types alone do not tell.</summary>
internal static class JsonLists
{
    /// <summary>What an item that is not there would have become later, said where it is found.</summary>
    private const string NoItem = "an item of a list is null";

    /// <summary>The items, each as the program has it.</summary>
    /// <param name="items">As they were read.</param>
    /// <param name="read">Makes one of them.</param>
    /// <exception cref="FormatException">One is null.</exception>
    public static TResult[] Read<T, TResult>(this T[] items, Func<T, TResult> read)
        where T : class
    {
        TResult[] results = new TResult[items.Length];
        for (int i = 0; i < items.Length; i++)
            results[i] = read(items[i] ?? throw new FormatException(NoItem));
        return results;
    }

    /// <summary>The same list.</summary>
    /// <param name="items">As they were read.</param>
    /// <exception cref="FormatException">One is null.</exception>
    public static T[] Whole<T>(this T[] items)
        where T : class =>
        Array.TrueForAll(items, item => item is not null) ? items : throw new FormatException(NoItem);
}
