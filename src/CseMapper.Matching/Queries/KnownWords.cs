using CseMapper.Passages.Terms;

namespace CseMapper.Matching.Queries;

/// <summary>Analyses texts as <see cref="TextAnalyzer"/> does, and looks up what their words count for; each word once,
/// in however many texts it stands.</summary>
/// <remarks>For one thread at a time; what it yields may be read on any.</remarks>
/// <param name="query">What is looked for.</param>
/// <param name="lexicon">What words count for.</param>
internal sealed class KnownWords(StandardQuery query, Lexicon lexicon)
{
    private readonly WordCache _numbers = new();
    private readonly List<KnownWord?> _words = [];

    /// <summary>All words of a text, in order.</summary>
    public TextWord[] Read(string text)
    {
        TextWord[] read = new TextWord[(text.Length / 4) + 1];
        int count = 0;
        WordBreaker words = new(text);
        while (words.MoveNext())
        {
            if (WordOf(text.AsSpan(words.Start, words.End - words.Start)) is not { } word)
                continue;
            if (count == read.Length)
                Array.Resize(ref read, count * 2);
            read[count++] = new TextWord(words.Start, words.End - words.Start, word);
        }

        return read[..count];
    }

    /// <returns>Null for a word of which nothing remains.</returns>
    private KnownWord? WordOf(ReadOnlySpan<char> word)
    {
        ref int number = ref _numbers.NumberOf(word, out bool isKnown);
        if (isKnown)
            return _words[number];
        number = _words.Count;
        Span<char> buffer = stackalloc char[TextAnalyzer.BufferLength];
        int length = TextAnalyzer.ToTerm(word, buffer, out bool isStopWord);
        _words.Add(length == 0 ? null : Describe(buffer[..length].ToString(), isStopWord));
        return _words[^1];
    }

    private KnownWord Describe(string term, bool isStopWord) =>
        new(term, isStopWord, lexicon.WordsOf(term).ToArray(), query.PhrasesFrom(term));
}

/// <summary>A word of a text.</summary>
/// <param name="Start">Its first character in the text, in UTF-16 code units.</param>
/// <param name="Length">How many.</param>
/// <param name="Word">What it is.</param>
internal readonly record struct TextWord(int Start, int Length, KnownWord Word)
{
    public string Term => Word.Term;
}

/// <summary>What is known of a word, wherever it stands.</summary>
/// <param name="Term">Its stem; for a stop word the word itself in lower case.</param>
/// <param name="IsStopWord">True for words that say nothing of the subject.</param>
/// <param name="Uses">What it counts for.</param>
/// <param name="Phrases">The phrases that begin with it.</param>
internal sealed record KnownWord(string Term, bool IsStopWord, WordUse[] Uses, IReadOnlyList<Feature> Phrases);
