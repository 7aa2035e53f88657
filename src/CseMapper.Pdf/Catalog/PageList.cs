using System.Collections;
using CseMapper.Pdf.Objects;

namespace CseMapper.Pdf.Catalog;

/// <summary>The pages of a file; each is read anew when asked for, so that a file of many pages does not stay in
/// memory.</summary>
internal sealed class PageList(IPdfResolver resolver) : IReadOnlyList<PageObject>
{
    private readonly List<(PdfValue Page, InheritedAttributes Inherited)> _pages = [];
    private Dictionary<int, int>? _places;

    public int Count => _pages.Count;

    public PageObject this[int index]
    {
        get
        {
            (PdfValue page, InheritedAttributes inherited) = _pages[index];
            PdfReference? reference = page.AsReference();
            PdfDictionary? dictionary = (reference is { } number ? resolver.Resolve(number) : page).AsDictionary();
            return new PageObject(index, reference, dictionary ?? new PdfDictionary(resolver), inherited, resolver);
        }
    }

    /// <returns>The place of a page, counted from 0, or null for what is no page.</returns>
    public int? IndexOf(PdfReference reference)
    {
        if (_places is null)
        {
            _places = [];
            for (int i = 0; i < _pages.Count; i++)
            {
                if (_pages[i].Page.AsReference() is { } page)
                    _places.TryAdd(page.Number, i);
            }
        }

        return _places.TryGetValue(reference.Number, out int index) ? index : null;
    }

    /// <param name="page">A reference to a page, or the page itself.</param>
    /// <param name="inherited">What the nodes above it say.</param>
    public void Add(PdfValue page, InheritedAttributes inherited) => _pages.Add((page, inherited));

    public IEnumerator<PageObject> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
