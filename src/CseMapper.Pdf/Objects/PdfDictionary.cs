namespace CseMapper.Pdf.Objects;

/// <summary>A dictionary (ISO 32000-2, 7.3.7). Reading a key follows references; <see cref="Raw"/> does not.</summary>
internal sealed class PdfDictionary(IPdfResolver? resolver)
{
    /// <summary>Up to this many entries comparing one key after the other beats a hash table, in time and in
    /// memory.</summary>
    private const int MostInRow = 12;

    private KeyValuePair<string, PdfValue>[] _entries = [];
    private Dictionary<string, int>? _places;

    public int Count { get; private set; }

    /// <summary>The keys without their slash, in the order of the file.</summary>
    public IEnumerable<string> Keys
    {
        get
        {
            for (int i = 0; i < Count; i++)
                yield return _entries[i].Key;
        }
    }

    public PdfValue this[string key] => Follow(Raw(key));

    /// <summary>The value of the first key that is there: for the abbreviations of inline images.</summary>
    public PdfValue Any(string key, string abbreviation) => this[Contains(key) ? key : abbreviation];

    public PdfValue Raw(string key) => Find(key) is >= 0 and int place ? _entries[place].Value : PdfValue.Null;

    public bool Contains(string key) => Find(key) >= 0;

    /// <summary>Adds or replaces an entry: of two equal keys in a file the later one counts.</summary>
    public void Set(string key, PdfValue value)
    {
        int place = Find(key);
        if (place < 0)
        {
            if (Count == _entries.Length)
                Array.Resize(ref _entries, Math.Max(4, Count * 2));
            place = Count++;
            if (Count > MostInRow)
                Index(key);
        }

        _entries[place] = new(key, value);
    }

    private int Find(string key)
    {
        if (_places is not null)
            return _places.TryGetValue(key, out int place) ? place : -1;
        for (int i = 0; i < Count; i++)
        {
            if (string.Equals(_entries[i].Key, key))
                return i;
        }

        return -1;
    }

    private void Index(string newest)
    {
        if (_places is null)
        {
            _places = new(StringComparer.Ordinal);
            for (int i = 0; i < Count - 1; i++)
                _places[_entries[i].Key] = i;
        }

        _places[newest] = Count - 1;
    }

    private PdfValue Follow(PdfValue value) =>
        value.AsReference() is { } reference ? resolver?.Resolve(reference) ?? PdfValue.Null : value;
}
