using CseMapper.Matching.Criteria;
using CseMapper.Passages.Terms;

namespace CseMapper.Matching.Queries;

/// <summary>Turns stems back into words that people read: as the element and its vocabulary write them.</summary>
internal sealed class SurfaceWords
{
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);

    public SurfaceWords(StandardElement element)
    {
        Add(element.Wording);
        foreach (VocabularyEntry entry in element.WholeVocabulary)
        {
            Add(entry.Phrase);
            _words.TryAdd(string.Join(' ', TextAnalyzer.Analyze(entry.Phrase).Select(word => word.Term)), entry.Phrase);
        }
    }

    /// <summary>The word or phrase that a stem or the stems of a phrase stand for.</summary>
    public string Of(string term) => _words.GetValueOrDefault(term, term);

    private void Add(string text)
    {
        foreach (TextTerm word in TextAnalyzer.Analyze(text))
            _words.TryAdd(word.Term, text.Substring(word.Start, word.Length).ToLowerInvariant());
    }
}
