namespace CseMapper.Pdf.Objects;

/// <summary>An array (ISO 32000-2, 7.3.6). Reading an item follows references; <see cref="Raw"/> does not.</summary>
internal sealed class PdfArray(IPdfResolver? resolver)
{
    private readonly List<PdfValue> _items = [];

    public int Count => _items.Count;

    /// <returns>The item, null outside the array.</returns>
    public PdfValue this[int index]
    {
        get
        {
            PdfValue value = Raw(index);
            return value.AsReference() is { } reference ? resolver?.Resolve(reference) ?? PdfValue.Null : value;
        }
    }

    public PdfValue Raw(int index) => (uint)index < (uint)_items.Count ? _items[index] : PdfValue.Null;

    public void Add(PdfValue value) => _items.Add(value);
}
