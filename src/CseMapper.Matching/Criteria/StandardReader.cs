using System.Text.Json;
using CseMapper.Passages.Storage;

namespace CseMapper.Matching.Criteria;

/// <summary>Turns the JSON of a criteria file into a standard, naming whatever does not fit.</summary>
internal sealed class StandardReader(CriteriaFaults faults)
{
    private readonly Dictionary<string, int> _lineOfNumber = [];

    public Standard Read(JsonItem root, string fingerprint)
    {
        CheckNames(root, "format", "version", "id", "title", "source", "criteria");
        string id = Required(root, "id");
        string title = Required(root, "title");
        List<Criterion> criteria = [.. Items(root, "criteria").Select(ReadCriterion)];
        Standard standard = new(id, title, criteria, fingerprint);
        if (standard.Elements.Count == 0)
            faults.Add(root, "holds no elements.");
        return standard;
    }

    private Criterion ReadCriterion(JsonItem item)
    {
        CheckNames(item, "number", "title", "subCriteria");
        return new Criterion(
            Optional(item, "number"),
            Optional(item, "title"),
            [.. Items(item, "subCriteria").Select(ReadSubCriterion)]
        );
    }

    private SubCriterion ReadSubCriterion(JsonItem item)
    {
        CheckNames(item, "number", "title", "elements");
        string title = Optional(item, "title");
        return new SubCriterion(
            Optional(item, "number"),
            title,
            [.. Items(item, "elements").Select(element => ReadElement(element, title))]
        );
    }

    private StandardElement ReadElement(JsonItem item, string subCriterionTitle)
    {
        CheckNames(item, "number", "wording", "kind", "parts", "vocabulary", "damage");
        string number = Required(item, "number");
        if (!_lineOfNumber.TryAdd(number, item.Line))
            faults.Add(item, $"element {number} stands already on line {_lineOfNumber[number]}.");
        string damage = Optional(item, "damage");
        StandardElement element = new(
            number,
            damage.Length > 0 ? Optional(item, "wording") : Required(item, "wording"),
            subCriterionTitle
        )
        {
            Damage = damage.Length > 0 ? damage : null,
        };
        return WithDetails(element, item);
    }

    /// <summary>Kind, parts and vocabulary: what an organisation may edit, and what a file that extends another may
    /// add.</summary>
    public StandardElement WithDetails(StandardElement element, JsonItem item)
    {
        List<VocabularyEntry> above = ReadVocabulary(item);
        List<ElementPart> parts = [.. Items(item, "parts", required: false).Select(ReadPart)];
        IReadOnlyList<VocabularyEntry> below = element.Vocabulary;
        if (parts.Count == 0)
            parts = [.. element.Parts];
        else
            (parts, below) = Replace(element, parts);
        parts = parts.ConvertAll(part => part with { Vocabulary = Reweigh(part.Vocabulary, above) });
        HashSet<string> ofParts = parts
            .SelectMany(part => part.Vocabulary)
            .Select(entry => entry.Phrase)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return element with
        {
            Kind = item["kind"] is { } kind ? ReadKind(kind) : element.Kind,
            Parts = parts.Count > 0 ? parts : [new ElementPart(element.Wording)],
            Vocabulary = Merge(
                below,
                above.FindAll(entry => !ofParts.Contains(entry.Phrase) || below.Any(old => IsSame(old, entry)))
            ),
        };
    }

    /// <summary>New parts take over the words of a part of the same text; those of a part that is gone count for the
    /// element as a whole.</summary>
    private static (List<ElementPart> Parts, IReadOnlyList<VocabularyEntry> Vocabulary) Replace(
        StandardElement element,
        List<ElementPart> parts
    )
    {
        ILookup<bool, ElementPart> stays = element.Parts.ToLookup(old => parts.Exists(part => part.Text == old.Text));
        List<ElementPart> merged = parts.ConvertAll(part =>
            part with
            {
                Vocabulary = Merge(
                    [.. stays[true].Where(old => old.Text == part.Text).SelectMany(old => old.Vocabulary)],
                    [.. part.Vocabulary]
                ),
            }
        );
        return (merged, Merge(element.Vocabulary, [.. stays[false].SelectMany(old => old.Vocabulary)]));
    }

    /// <summary>A phrase of a part that is given again for the element stays with its part.</summary>
    private static List<VocabularyEntry> Reweigh(IReadOnlyList<VocabularyEntry> ofPart, List<VocabularyEntry> above) =>
        [
            .. ofPart
                .Select(entry => above.FindLast(one => IsSame(one, entry)) ?? entry)
                .Where(entry => entry.Weight > 0),
        ];

    private static bool IsSame(VocabularyEntry one, VocabularyEntry other) =>
        one.Phrase.Equals(other.Phrase, StringComparison.OrdinalIgnoreCase);

    public void CheckNames(JsonItem item, params ReadOnlySpan<string> known)
    {
        if (item.Kind != JsonValueKind.Object)
        {
            faults.Add(item, "expected an object { … } here.");
            return;
        }

        foreach ((string name, JsonItem value) in item.Properties)
        {
            // A name that begins with $ is a remark or an editor's schema reference.
            if (!known.Contains(name) && !name.StartsWith('$'))
                faults.Add(value, $"\"{name}\" is not known here; known are {string.Join(", ", known!)}.");
        }
    }

    /// <summary>A later weight for the same phrase replaces the earlier; weight 0 takes the phrase out.</summary>
    private static List<VocabularyEntry> Merge(IReadOnlyList<VocabularyEntry> below, List<VocabularyEntry> above)
    {
        List<VocabularyEntry> merged = [.. below];
        foreach (VocabularyEntry entry in above)
        {
            merged.RemoveAll(old => IsSame(old, entry));
            if (entry.Weight > 0)
                merged.Add(entry);
        }

        return merged;
    }

    private ElementPart ReadPart(JsonItem item)
    {
        if (item.Kind == JsonValueKind.String)
            return new ElementPart(item.Text);
        CheckNames(item, "text", "vocabulary");
        return new ElementPart(Required(item, "text")) { Vocabulary = ReadVocabulary(item) };
    }

    private List<VocabularyEntry> ReadVocabulary(JsonItem item) =>
        [.. Items(item, "vocabulary", required: false).Select(ReadEntry)];

    private VocabularyEntry ReadEntry(JsonItem item)
    {
        if (item.Kind == JsonValueKind.String)
            return new VocabularyEntry(item.Text);
        CheckNames(item, "phrase", "weight");
        double weight = item["weight"] is { Kind: JsonValueKind.Number } given ? given.Number : 1;
        if (weight is < 0 or > 3)
            faults.Add(item, $"the weight {weight} is outside 0 to 3.");
        return new VocabularyEntry(Required(item, "phrase"), weight);
    }

    private EvidenceKind ReadKind(JsonItem item)
    {
        switch (item.Text)
        {
            case "document":
                return EvidenceKind.Document;
            case "results":
                return EvidenceKind.Results;
            case "observed":
                return EvidenceKind.Observed;
            default:
                faults.Add(item, $"the kind \"{item.Text}\" is not known; known are document, results, observed.");
                return EvidenceKind.Document;
        }
    }

    private string Required(JsonItem item, string name)
    {
        string text = Optional(item, name);
        if (text.Length == 0)
            faults.Add(item, $"\"{name}\" is missing or empty.");
        return text;
    }

    private string Optional(JsonItem item, string name)
    {
        if (item[name] is not { } value)
            return "";
        if (value.Kind != JsonValueKind.String)
            faults.Add(value, $"\"{name}\" must be a text in quotes.");
        return value.Text.Trim();
    }

    private IReadOnlyList<JsonItem> Items(JsonItem item, string name, bool required = true)
    {
        if (item[name] is { Kind: JsonValueKind.Array } list)
            return list.Items;
        if (item[name] is { } other)
            faults.Add(other, $"\"{name}\" must be a list [ … ].");
        else if (required)
            faults.Add(item, $"\"{name}\" is missing.");
        return [];
    }
}
