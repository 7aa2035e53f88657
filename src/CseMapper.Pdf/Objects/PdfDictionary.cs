namespace CseMapper.Pdf.Objects;

/// <summary>A dictionary (ISO 32000-2, 7.3.7). Reading a key follows references; <see cref="Raw"/> does not.</summary>
internal sealed class PdfDictionary(IPdfResolver? resolver)
{
    private readonly Dictionary<string, PdfValue> _entries = new(StringComparer.Ordinal);

    public int Count => _entries.Count;

    /// <summary>The keys without their slash, in the order of the file.</summary>
    public IEnumerable<string> Keys => _entries.Keys;

    public PdfValue this[string key] => Follow(Raw(key));

    /// <summary>The value of the first key that is there: for the abbreviations of inline images.</summary>
    public PdfValue Any(string key, string abbreviation) => _entries.ContainsKey(key) ? this[key] : this[abbreviation];

    public PdfValue Raw(string key) => _entries.GetValueOrDefault(key);

    public void Set(string key, PdfValue value) => _entries[key] = value;

    public bool Contains(string key) => _entries.ContainsKey(key);

    private PdfValue Follow(PdfValue value) =>
        value.AsReference() is { } reference ? resolver?.Resolve(reference) ?? PdfValue.Null : value;
}
