using CseMapper.Passages.Storage;

namespace CseMapper.Matching.Criteria;

/// <summary>
/// Reads a file that extends another: an organisation's own vocabulary, parts and kinds laid over a standard, which
/// stays as it is and can be updated under it.
/// </summary>
internal sealed class OverlayReader(CriteriaFaults faults)
{
    private readonly StandardReader _reader = new(faults);

    /// <param name="root">The extending file.</param>
    /// <param name="below">The standard it extends.</param>
    /// <param name="fingerprint">Of the extending file; the result's is made of both.</param>
    public Standard Read(JsonItem root, Standard below, string fingerprint)
    {
        _reader.CheckNames(root, "format", "version", "extends", "title", "elements");
        Dictionary<string, JsonItem> additions = Additions(root, below);
        return new Standard(
            below.Id,
            root["title"]?.Text ?? below.Title,
            [
                .. below.Criteria.Select(criterion =>
                    criterion with
                    {
                        SubCriteria = [.. criterion.SubCriteria.Select(sub => Lay(sub, additions))],
                    }
                ),
            ],
            $"{below.Fingerprint}+{fingerprint}"
        );
    }

    private SubCriterion Lay(SubCriterion sub, Dictionary<string, JsonItem> additions) =>
        sub with
        {
            Elements =
            [
                .. sub.Elements.Select(element =>
                    additions.TryGetValue(element.Number, out JsonItem? item)
                        ? _reader.WithDetails(element, item)
                        : element
                ),
            ],
        };

    private Dictionary<string, JsonItem> Additions(JsonItem root, Standard below)
    {
        Dictionary<string, JsonItem> additions = [];
        foreach ((string number, JsonItem item) in root["elements"]?.Properties ?? [])
        {
            _reader.CheckNames(item, "kind", "parts", "vocabulary");
            if (!below.Elements.Any(element => element.Number == number))
                faults.Add(item, $"the standard below has no element {number}.");
            if (!additions.TryAdd(number, item))
                faults.Add(item, $"element {number} stands twice.");
        }

        return additions;
    }
}
