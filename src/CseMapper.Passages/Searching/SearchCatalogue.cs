namespace CseMapper.Passages.Searching;

/// <summary>What a search may name beside words: documents by their paths, elements by their numbers. Each is asked for
/// only where a search does.</summary>
/// <param name="documents">By path the hash of the content; a content may have several paths.</param>
/// <param name="element">An element's query; null where there is no such element.</param>
public sealed class SearchCatalogue(
    Func<IEnumerable<(string Path, string Hash)>> documents,
    Func<string, ElementQuery?> element
)
{
    private readonly Lazy<(string Path, string Hash)[]> _documents = new(() => [.. documents()]);

    /// <summary>One that knows nothing.</summary>
    public static SearchCatalogue Empty { get; } = new(() => [], _ => null);

    internal IReadOnlyList<(string Path, string Hash)> Documents => _documents.Value;

    internal ElementQuery? Element(string number) => element(number);
}
