using System.Globalization;
using System.Text;
using CseMapper.Matching.Criteria;
using CseMapper.Passages.Splitting;

namespace CseMapper.Benchmarks.Indexing;

/// <summary>
/// Documents that are to an index what policies are: passages of 90 words, two in five of them function words, some of
/// the standard's own words and phrases as often as real policies have them, the rest from a long tail in which the
/// n-th word stands about 1/n as often as the first. The same for the same seed.
/// </summary>
internal sealed class GeneratedDocuments
{
    public const int PassagesEach = 40;
    private const int WordsEach = 90;
    private const int PassagesASection = 4;
    private const int TailWords = 120_000;
    private const double FunctionShare = 0.42;
    private const double StandardShare = 0.215;
    private const double PhraseShare = 0.003;

    /// <summary>How often a word of the tail is one that its document has used before: documents keep to their
    /// subject.</summary>
    private const double Repeated = 0.6;

    private static readonly string[] _functions = (
        "the and of to in a for is be that with or are as by on will this any not from an it which have at all "
        + "may our we can their must if they has been who should you other was its do when no where"
    ).Split(' ');

    private readonly Random _random = new(20_261_121);
    private readonly string[] _standard;
    private readonly double[] _standardRates;
    private readonly string[] _phrases;
    private readonly string[] _tail;
    private readonly double[] _tailRates;
    private readonly double[] _functionRates = Rates(_functions.Length, 2);
    private readonly List<string> _used = [];
    private readonly StringBuilder _text = new();

    public GeneratedDocuments(Standard standard)
    {
        string[] phrases =
        [
            .. standard
                .Elements.SelectMany(element =>
                    element.Vocabulary.Concat(element.Parts.SelectMany(part => part.Vocabulary))
                )
                .Select(entry => entry.Phrase),
        ];
        _phrases =
        [
            .. phrases.Where(phrase => phrase.Contains(' ', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal),
        ];
        _standard =
        [
            .. standard
                .Elements.Select(element => element.Wording)
                .Concat(phrases)
                .SelectMany(text =>
                    text.ToLowerInvariant()
                        .Split([' ', ',', '.', ';', ':', '(', ')', '/'], StringSplitOptions.RemoveEmptyEntries)
                )
                .Where(word => word.Length > 2 && !_functions.Contains(word))
                .GroupBy(word => word, StringComparer.Ordinal)
                .OrderByDescending(group => group.Count())
                .ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => group.Key),
        ];
        _standardRates = Rates(_standard.Length, 40);
        _tail = [.. Enumerable.Range(0, TailWords).Select(_ => MakeWord()).Distinct(StringComparer.Ordinal)];
        _tailRates = Rates(_tail.Length, 20);
    }

    /// <summary>The passages of the next document.</summary>
    public (string Title, Passage[] Passages) Next(int passages)
    {
        _used.Clear();
        string title = Heading();
        Passage[] made = new Passage[passages];
        string[] headings = [];
        for (int i = 0; i < passages; i++)
        {
            if (i % PassagesASection == 0)
                headings = [title, Heading()];
            made[i] = new Passage(
                _random.NextInt64().ToString("x16", CultureInfo.InvariantCulture),
                i,
                Text(WordsEach),
                headings
            )
            {
                Page = (i / 4) + 1,
            };
        }

        return (title, made);
    }

    private string Heading()
    {
        string text = Text(4);
        return char.ToUpperInvariant(text[0]) + text[1..^1];
    }

    private string Text(int words)
    {
        _text.Clear();
        bool begins = true;
        for (int left = words; left > 0; left--)
        {
            string word = NextWord();
            if (_text.Length > 0)
                _text.Append(' ');
            _text.Append(begins ? char.ToUpperInvariant(word[0]) : word[0]).Append(word, 1, word.Length - 1);
            begins = left == 1 || _random.Next(16) == 0;
            if (begins)
                _text.Append('.');
            else if (_random.Next(12) == 0)
                _text.Append(',');
        }

        return _text.ToString();
    }

    private string NextWord()
    {
        double place = _random.NextDouble();
        if (place < PhraseShare)
            return _phrases[_random.Next(_phrases.Length)];
        if (place < PhraseShare + StandardShare)
            return Draw(_standard, _standardRates);
        if (place < PhraseShare + StandardShare + FunctionShare)
            return Draw(_functions, _functionRates);
        if (_used.Count > 0 && _random.NextDouble() < Repeated)
            return _used[_random.Next(_used.Count)];
        _used.Add(Draw(_tail, _tailRates));
        return _used[^1];
    }

    private string Draw(string[] words, double[] rates)
    {
        int place = Array.BinarySearch(rates, _random.NextDouble());
        return words[Math.Min(place < 0 ? ~place : place, words.Length - 1)];
    }

    /// <summary>Summed shares of the words, the n-th in proportion to 1/(n + shift).</summary>
    private static double[] Rates(int count, double shift)
    {
        double[] sums = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++)
            sums[i] = sum += 1 / (i + shift);
        for (int i = 0; i < count; i++)
            sums[i] /= sum;
        return sums;
    }

    private string MakeWord()
    {
        const string consonants = "bcdfghklmnprstvw";
        const string vowels = "aeiou";
        string[] endings = ["", "", "", "s", "ed", "ing", "ation", "er", "ly", "ment"];
        int syllables = _random.Next(1, 4);
        StringBuilder word = new();
        for (int i = 0; i < syllables; i++)
            word.Append(consonants[_random.Next(consonants.Length)]).Append(vowels[_random.Next(vowels.Length)]);
        return word.Append(consonants[_random.Next(consonants.Length)])
            .Append(endings[_random.Next(endings.Length)])
            .ToString();
    }
}
