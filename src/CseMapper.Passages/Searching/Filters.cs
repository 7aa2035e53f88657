using System.Text;
using CseMapper.Passages.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace CseMapper.Passages.Searching;

/// <summary>Makes queries that choose passages by where they stand and add nothing to their scores.</summary>
internal static class Filters
{
    /// <summary>Passages that begin on a page from one to another.</summary>
    public static Query Pages(long from, long to) => Of(new PageFilter(from, to));

    /// <summary>Passages of documents with such a path: a part of it, or with wildcards the whole path or file
    /// name.</summary>
    public static Query Documents(SearchCatalogue catalogue, string path)
    {
        string lower = path.ToLowerInvariant().Replace('\\', '/');
        WordPattern? pattern = lower.AsSpan().ContainsAny('*', '?')
            ? WordPattern.OfName(path.ToLowerInvariant())
            : null;
        return Of(
            new DocumentFilter(
                catalogue
                    .Documents.Where(document => IsMeant(document.Path.ToLowerInvariant(), lower, pattern))
                    .Select(document => document.Hash)
                    .ToHashSet(StringComparer.Ordinal)
            )
        );
    }

    /// <summary>Passages with such a clause number.</summary>
    public static Query Clauses(string clause)
    {
        string lower = clause.ToLowerInvariant();
        return lower.AsSpan().ContainsAny('*', '?')
            ? Of(new ClauseFilter(WordPattern.OfName(lower)))
            : new ConstantScoreQuery(new TermQuery(new Term(PassageFields.Clause, lower))) { Boost = 0 };
    }

    private static bool IsMeant(string path, string part, WordPattern? pattern) =>
        pattern is null
            ? path.Contains(part, StringComparison.Ordinal)
            : pattern.Matches(path) || pattern.Matches(path.AsSpan(path.LastIndexOf('/') + 1));

    private static ConstantScoreQuery Of(Filter filter) => new(filter) { Boost = 0 };

    private sealed class PageFilter(long from, long to) : Filter
    {
        public override DocIdSet? GetDocIdSet(AtomicReaderContext context, IBits acceptDocs)
        {
            if (context.AtomicReader.GetNumericDocValues(PassageFields.Page) is not { } pages)
                return null;
            // A passage without a page has 0 there.
            return new FieldCacheDocIdSet(
                context.AtomicReader.MaxDoc,
                acceptDocs,
                passage => pages.Get(passage) is var page && page > 0 && page >= from && page <= to
            );
        }
    }

    private sealed class DocumentFilter(HashSet<string> hashes) : Filter
    {
        public override DocIdSet? GetDocIdSet(AtomicReaderContext context, IBits acceptDocs) =>
            PassagesWith(
                context.AtomicReader,
                acceptDocs,
                PassageFields.Document,
                key => hashes.Contains(IndexedContent.HashIn(key))
            );
    }

    private sealed class ClauseFilter(WordPattern pattern) : Filter
    {
        public override DocIdSet? GetDocIdSet(AtomicReaderContext context, IBits acceptDocs) =>
            PassagesWith(
                context.AtomicReader,
                acceptDocs,
                PassageFields.Clause,
                clause => pattern.Matches(Encoding.UTF8.GetString(clause.Bytes, clause.Offset, clause.Length))
            );
    }

    private static FixedBitSet? PassagesWith(
        AtomicReader reader,
        IBits acceptDocs,
        string field,
        Func<BytesRef, bool> isMeant
    )
    {
        if (reader.GetTerms(field)?.GetEnumerator() is not { } terms)
            return null;
        FixedBitSet passages = new(reader.MaxDoc);
        DocsEnum? documents = null;
        while (terms.MoveNext())
        {
            if (!isMeant(terms.Term))
                continue;
            documents = terms.Docs(acceptDocs, documents, DocsFlags.NONE);
            int document;
            while ((document = documents.NextDoc()) != DocIdSetIterator.NO_MORE_DOCS)
                passages.Set(document);
        }

        return passages;
    }
}
