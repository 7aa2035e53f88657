using CseMapper.Matching.Criteria;

namespace CseMapper.Matching.Scoring;

/// <summary>What passages are compared with by meaning: the wordings of all elements and the phrases of their
/// vocabularies, each text once.</summary>
internal sealed class ElementTexts
{
    private readonly List<string> _texts = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public ElementTexts(IReadOnlyList<StandardElement> elements) =>
        Elements = [
            .. elements.Select(element => new ElementText(
                NumberOf(element.Wording),
                [
                    .. element
                        .WholeVocabulary.GroupBy(entry => entry.Phrase, StringComparer.Ordinal)
                        .Select(same => (NumberOf(same.Key), (float)same.Max(entry => entry.Weight))),
                ]
            )),
        ];

    /// <summary>By element.</summary>
    public IReadOnlyList<ElementText> Elements { get; }

    /// <summary>The texts by their number.</summary>
    public IReadOnlyList<string> Texts => _texts;

    private int NumberOf(string text)
    {
        if (_numbers.TryAdd(text, _texts.Count))
            _texts.Add(text);
        return _numbers[text];
    }
}

/// <summary>The texts of an element.</summary>
/// <param name="Wording">The number of its wording.</param>
/// <param name="Phrases">The numbers of its vocabulary's phrases, with their weights.</param>
internal sealed record ElementText(int Wording, IReadOnlyList<(int Text, float Weight)> Phrases);
