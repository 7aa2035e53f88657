using CseMapper.Pdf.Files;
using CseMapper.Pdf.Objects;

namespace CseMapper.Pdf.Catalog;

/// <summary>A place in the document that bookmarks and links lead to (ISO 32000-2, 12.3.2).</summary>
/// <param name="PageIndex">The page, counted from 0.</param>
/// <param name="Top">The height above the page's origin in points, or null where the destination names none.</param>
internal readonly record struct Destination(int PageIndex, double? Top);

/// <summary>Finds destinations, written out or named.</summary>
internal sealed class Destinations(PdfFile file)
{
    /// <summary>A name that stands for a name that stands for a name.</summary>
    private const int MostHops = 4;

    private Dictionary<string, PdfValue>? _named;

    /// <summary>Where a bookmark or link leads: its Dest, or the D of its GoTo action.</summary>
    /// <returns>Null where it leads out of the document or nowhere.</returns>
    public Destination? OfItem(PdfDictionary item)
    {
        PdfValue destination = item["Dest"];
        if (destination.IsNull && item["A"].AsDictionary() is { } action && action["S"].AsName() == "GoTo")
            destination = action["D"];
        return Find(destination);
    }

    /// <param name="destination">An array, a name or a string.</param>
    public Destination? Find(PdfValue destination)
    {
        for (int hop = 0; hop < MostHops; hop++)
        {
            if (destination.AsArray() is { Count: > 0 } array)
                return Read(array);
            if (destination.AsDictionary() is { } dictionary)
                destination = dictionary["D"];
            else if (Key(destination) is { } key && Named().TryGetValue(key, out PdfValue value))
                destination = Follow(value);
            else
                return null;
        }

        return null;
    }

    private static string? Key(PdfValue value) =>
        value.AsName() ?? (value.AsString() is { } bytes ? System.Text.Encoding.Latin1.GetString(bytes) : null);

    private Destination? Read(PdfArray array)
    {
        // The standard has a reference; page numbers counted from 0 are seen too.
        PdfValue target = array.Raw(0);
        int? page =
            target.AsReference() is { } reference ? file.Pages.IndexOf(reference)
            : target.IsNumber && target.AsInt() >= 0 && target.AsInt() < file.Pages.Count ? target.AsInt()
            : null;
        if (page is not { } index)
            return null;
        PdfValue top = array[1].AsName() switch
        {
            "XYZ" => array[3],
            "FitH" or "FitBH" => array[2],
            "FitR" => array[5],
            _ => PdfValue.Null,
        };
        return new Destination(index, top.IsNumber ? top.AsNumber() : null);
    }

    private Dictionary<string, PdfValue> Named()
    {
        if (_named is not null)
            return _named;
        _named = new(StringComparer.Ordinal);
        if (file.Catalog["Dests"].AsDictionary() is { } old)
        {
            foreach (string key in old.Keys)
                _named[key] = old.Raw(key);
        }

        PdfDictionary? tree = file.Catalog["Names"].AsDictionary()?["Dests"].AsDictionary();
        foreach ((PdfValue name, PdfValue value) in NameTree.Entries(tree, "Names", file.Limits))
        {
            if (Key(name) is { } key)
                _named.TryAdd(key, value);
        }

        return _named;
    }

    private PdfValue Follow(PdfValue value) => value.AsReference() is { } reference ? file.Resolve(reference) : value;
}
