using CseMapper.Passages.Splitting;
using Lucene.Net.Documents;
using Lucene.Net.Util;

namespace CseMapper.Passages.Indexing;

/// <summary>The fields under which a passage stands in the index.</summary>
internal static class PassageFields
{
    /// <summary>The key of the document it belongs to.</summary>
    public const string Document = "document";

    /// <summary>The key of the document, and the reading that its text came from: the unit that is added and
    /// deleted.</summary>
    public const string Reading = "reading";

    /// <summary>Its place in the document.</summary>
    public const string Ordinal = "ordinal";

    /// <summary>Its own words.</summary>
    public const string Body = "body";

    /// <summary>The headings above it.</summary>
    public const string Headings = "headings";

    /// <summary>The document's title, and the sentence that introduces a list it belongs to.</summary>
    public const string Context = "context";

    /// <summary>The fields in which elements are looked for, and what a word in each is worth.</summary>
    public static IReadOnlyList<(string Name, float Weight)> Searched { get; } =
    [(Body, 1f), (Headings, 2f), (Context, 0.5f)];

    /// <summary>The passages of a document as Lucene takes them.</summary>
    public static IEnumerable<Document> DocumentsOf(string key, string reading, DocumentText text) =>
        text.Passages.Select(passage => new Document
        {
            new StringField(Document, key, Field.Store.NO),
            new StringField(Reading, reading, Field.Store.NO),
            new SortedDocValuesField(Document, new BytesRef(key)),
            new NumericDocValuesField(Ordinal, passage.Ordinal),
            new TextField(Body, passage.Text, Field.Store.NO),
            new TextField(Headings, string.Join(" \n ", passage.Headings), Field.Store.NO),
            new TextField(Context, ContextOf(text.Title, passage), Field.Store.NO),
        });

    private static string ContextOf(string title, Passage passage) => $"{title} \n {passage.LeadIn}";
}
