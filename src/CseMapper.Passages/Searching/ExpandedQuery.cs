using System.Text;
using CseMapper.Passages.Indexing;
using CseMapper.Passages.Terms;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace CseMapper.Passages.Searching;

/// <summary>Stands for all words of one field that are like something; which those are, the index tells when the search
/// begins.</summary>
/// <remarks>The index has stems, and beside them the words as people write them: a pattern is held against
/// both.</remarks>
/// <param name="field">The field.</param>
/// <param name="text">What the words are like.</param>
internal abstract class ExpandedQuery(string field, string text) : Query
{
    /// <summary>More words than this cost time and say little: the most frequent ones are taken.</summary>
    public const int Most = 256;

    private ExpandedQuery? _beside;
    private Dictionary<string, long>? _forms;

    /// <summary>What the words are like, as it was typed.</summary>
    public string Text { get; } = text;

    /// <summary>The field.</summary>
    protected string Field { get; } = field;

    /// <summary>Takes the words as people write them from a query of the same words for another field.</summary>
    public void ShareWith(ExpandedQuery? other) => _beside = other;

    /// <summary>Whether another query stands for the same words, whatever their field.</summary>
    public bool IsLike(ExpandedQuery other) => GetType() == other.GetType() && Text == other.Text;

    /// <summary>True where it stood for more words than were taken.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Whether words as people write them are looked at, too.</summary>
    protected virtual bool TakesForms => true;

    /// <summary>Any of the words that were taken; by default all of them weigh what the commonest does.</summary>
    protected virtual Query AnyOf(WordForm[] words) => new FormsQuery(Field, words);

    /// <summary>The terms that are like it, one after the other.</summary>
    /// <param name="terms">The terms of a field of a part of the index.</param>
    protected abstract IEnumerable<TermsEnum> Matching(Lucene.Net.Index.Terms terms);

    /// <inheritdoc/>
    public override Query Rewrite(IndexReader reader)
    {
        Dictionary<string, long> stems = Collect(reader, Field);
        Dictionary<string, long> forms = TakesForms ? FormsIn(reader) : [];

        (WordForm Word, long Frequency)[] found =
        [
            .. stems.Select(stem => (new WordForm(stem.Key, null), stem.Value)),
            .. forms
                .Select(form => (Word: WordForm.Of(form.Key), form.Value))
                .Where(form => !stems.ContainsKey(form.Word.Stem)),
        ];
        IsCut = found.Length > Most;
        WordForm[] taken =
        [
            .. found
                .OrderByDescending(one => one.Frequency)
                .ThenBy(one => one.Word.Stem, StringComparer.Ordinal)
                .ThenBy(one => one.Word.Form, StringComparer.Ordinal)
                .Take(Most)
                .Select(one => one.Word),
        ];
        Query words = taken.Length == 0 ? new BooleanQuery() : AnyOf(taken);
        words.Boost = Boost;
        return words;
    }

    /// <inheritdoc/>
    public override string ToString(string fieldName) => $"{Field}:{Text}{ToStringUtils.Boost(Boost)}";

    /// <inheritdoc/>
    public override bool Equals(object? obj) =>
        obj is ExpandedQuery other && base.Equals(other) && ToString("") == other.ToString("");

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(base.GetHashCode(), StringComparer.Ordinal.GetHashCode(ToString("")));

    /// <summary>The words as people write them are the same for all fields: one part of a search looks for all.</summary>
    private Dictionary<string, long> FormsIn(IndexReader reader) =>
        _beside?.FormsIn(reader) ?? (_forms ??= Collect(reader, PassageFields.Forms));

    /// <summary>By word how often it stands there, roughly.</summary>
    private Dictionary<string, long> Collect(IndexReader reader, string from)
    {
        Dictionary<string, long> found = new(StringComparer.Ordinal);
        foreach (AtomicReaderContext leaf in reader.Leaves)
        {
            if (leaf.AtomicReader.GetTerms(from) is not { } terms)
                continue;
            foreach (TermsEnum term in Matching(terms))
            {
                string word = term.Term.Utf8ToString();
                found[word] = found.GetValueOrDefault(word) + term.DocFreq;
            }
        }

        return found;
    }

    /// <summary>The terms that begin with something.</summary>
    protected static IEnumerable<TermsEnum> BeginningWith(Lucene.Net.Index.Terms terms, string start)
    {
        TermsEnum all = terms.GetEnumerator();
        BytesRef prefix = new(start);
        for (
            bool isThere = all.SeekCeil(prefix) != TermsEnum.SeekStatus.END;
            isThere && StringHelper.StartsWith(all.Term, prefix);
            isThere = all.MoveNext()
        )
        {
            yield return all;
        }
    }
}

/// <summary>The words of a pattern: "complain*", "wom?n".</summary>
internal sealed class PatternQuery(string field, WordPattern pattern) : ExpandedQuery(field, pattern.ToString())
{
    protected override IEnumerable<TermsEnum> Matching(Lucene.Net.Index.Terms terms) =>
        BeginningWith(terms, pattern.Start).Where(IsMeant);

    private bool IsMeant(TermsEnum all)
    {
        BytesRef term = all.Term;
        Span<char> word = stackalloc char[TextAnalyzer.BufferLength];
        return term.Length <= word.Length
            && pattern.Matches(word[..Encoding.UTF8.GetChars(term.Bytes.AsSpan(term.Offset, term.Length), word)]);
    }
}

/// <summary>Words that differ from one by a letter or two: "satisf~".</summary>
internal sealed class LikeQuery(string field, string word, int edits) : ExpandedQuery(field, $"{word}~{edits}")
{
    /// <summary>The first letter is seldom the wrong one, and saves a look at most words of the index.</summary>
    private const int SameLetters = 1;

    protected override IEnumerable<TermsEnum> Matching(Lucene.Net.Index.Terms terms)
    {
        FuzzyTermsEnum like = new(
            terms,
            new AttributeSource(),
            new Term(Field, word),
            edits,
            SameLetters,
            transpositions: true
        );
        while (like.MoveNext())
            yield return like;
    }
}

/// <summary>The derivations of a stem, as evidence scores count them.</summary>
internal sealed class DerivedQuery(string field, string stem) : ExpandedQuery(field, stem + "~")
{
    protected override bool TakesForms => false;

    /// <summary>Elements have hundreds of words: to look for each place of their derivations would take too
    /// long.</summary>
    protected override Query AnyOf(WordForm[] words) =>
        WordQueries.AnyOf(words.Select(word => new TermQuery(new Term(Field, word.Stem))));

    /// <summary>Whether a stem is long enough to tell its derivations.</summary>
    public static bool MayHave(string stem) => WordRoots.RootOf(stem) is not null;

    protected override IEnumerable<TermsEnum> Matching(Lucene.Net.Index.Terms terms) =>
        WordRoots.RootOf(stem) is { } root
            ? BeginningWith(terms, root).Where(all => WordRoots.AreDerived(stem, all.Term.Utf8ToString()))
            : [];
}
