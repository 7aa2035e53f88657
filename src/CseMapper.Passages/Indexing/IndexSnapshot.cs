using System.Collections.Concurrent;
using CseMapper.Passages.Workspaces;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace CseMapper.Passages.Indexing;

/// <summary>The index as it is at one moment. Nothing it tells depends on how it came about: deleted passages count
/// nowhere, and passages are known by document and place, never by Lucene's numbers.</summary>
/// <remarks>Serves any number of threads.</remarks>
public sealed class IndexSnapshot
{
    private readonly IndexFolder _folder;

    internal IndexSnapshot(IndexFolder folder, DirectoryReader reader)
    {
        _folder = folder;
        Reader = reader;
        Searcher = new LiveSearcher(reader);
    }

    /// <summary>How many passages it holds.</summary>
    public int Passages => Reader.NumDocs;

    /// <summary>In how many parts it can be read at the same time.</summary>
    public int Parts => Reader.Leaves.Count;

    internal DirectoryReader Reader { get; }

    internal LiveSearcher Searcher { get; }

    /// <summary>In how many passages terms stand, body or heading path.</summary>
    /// <param name="terms">UTF-8 bytes of terms.</param>
    /// <exception cref="IndexException">The index is damaged.</exception>
    public int[] PassagesWith(IReadOnlyList<byte[]> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return Guard(() =>
        {
            BytesRef[] sought = [.. terms.Select(term => new BytesRef(term))];
            int[] order = [.. Enumerable.Range(0, sought.Length)];
            Array.Sort(sought, order);
            int[] counts = new int[sought.Length];
            Parallel.ForEach(
                Reader.Leaves,
                leaf =>
                {
                    TermPostings body = new(leaf.AtomicReader, PassageFields.Body);
                    TermPostings heading = new(leaf.AtomicReader, PassageFields.Heading);
                    for (int i = 0; i < sought.Length; i++)
                        Interlocked.Add(ref counts[order[i]], CountEither(body, heading, sought[i]));
                }
            );
            return counts;
        });
    }

    /// <summary>How often terms stand in bodies, roughly: what was deleted lately may count.</summary>
    /// <param name="terms">UTF-8 bytes of terms.</param>
    /// <exception cref="IndexException">The index is damaged.</exception>
    public int[] RoughFrequencies(IReadOnlyList<byte[]> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return Guard(() =>
            terms.Select(term => Reader.DocFreq(new Term(PassageFields.Body, new BytesRef(term)))).ToArray()
        );
    }

    /// <summary>The passages whose bodies hold so many of some terms, for any of several such demands; in no order, and
    /// one for each demand that it meets.</summary>
    /// <param name="sought">The demands.</param>
    /// <exception cref="IndexException">The index is damaged.</exception>
    public IReadOnlyCollection<FoundPassage> PassagesHolding(IReadOnlyList<HeldTerms> sought)
    {
        ArgumentNullException.ThrowIfNull(sought);
        return Guard(() =>
        {
            ConcurrentBag<FoundPassage> found = [];
            Parallel.ForEach(Reader.Leaves, leaf => FindHolders(leaf.AtomicReader, sought, found));
            return found;
        });
    }

    private static void FindHolders(
        AtomicReader reader,
        IReadOnlyList<HeldTerms> sought,
        ConcurrentBag<FoundPassage> found
    )
    {
        if (reader.GetTerms(PassageFields.Body)?.GetEnumerator() is not { } terms)
            return;
        SortedDocValues keys = reader.GetSortedDocValues(PassageFields.Document);
        NumericDocValues ordinals = reader.GetNumericDocValues(PassageFields.Ordinal);
        BytesRef key = new();
        int[] weights = new int[reader.MaxDoc];
        List<int> touched = [];
        DocsEnum? documents = null;
        foreach (HeldTerms one in sought)
        {
            foreach ((byte[] term, int weight) in one.Terms)
            {
                if (!terms.SeekExact(new BytesRef(term)))
                    continue;
                documents = terms.Docs(reader.LiveDocs, documents, DocsFlags.NONE);
                int document;
                while ((document = documents.NextDoc()) != DocIdSetIterator.NO_MORE_DOCS)
                {
                    if (weights[document] == 0)
                        touched.Add(document);
                    weights[document] += weight;
                }
            }

            foreach (int document in touched)
            {
                if (weights[document] >= one.Least)
                {
                    keys.Get(document, key);
                    found.Add(new FoundPassage(IndexedContent.HashIn(key), (int)ordinals.Get(document), 0));
                }

                weights[document] = 0;
            }

            touched.Clear();
        }
    }

    /// <summary>Does something with the index, and tells damage as such.</summary>
    internal T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (AggregateException faults) when (IndexException.IsTrouble(faults.InnerExceptions[0]))
        {
            throw new IndexException(_folder.Path, faults.InnerExceptions[0], isDamage: true);
        }
        catch (Exception fault) when (fault is not IndexException && IndexException.IsTrouble(fault))
        {
            throw new IndexException(_folder.Path, fault, isDamage: true);
        }
    }

    /// <summary>The documents that hold a term in one field or the other.</summary>
    private static int CountEither(TermPostings one, TermPostings other, BytesRef term)
    {
        bool inOne = one.Seek(term);
        bool inOther = other.Seek(term);
        if (inOne && inOther)
            return one.Count() + other.Count() - one.CountBoth(other);
        return inOne ? one.Count()
            : inOther ? other.Count()
            : 0;
    }

    /// <summary>The postings of one term after the other in a field of a segment.</summary>
    private sealed class TermPostings(AtomicReader reader, string field)
    {
        private readonly TermsEnum? _terms = reader.GetTerms(field)?.GetEnumerator();
        private DocsEnum? _documents;

        public bool Seek(BytesRef term) => _terms is not null && _terms.SeekExact(term);

        /// <summary>A segment without deletions knows by itself.</summary>
        public int Count()
        {
            if (reader.LiveDocs is null)
                return _terms!.DocFreq;
            int count = 0;
            for (DocsEnum documents = Begin(); documents.NextDoc() != DocIdSetIterator.NO_MORE_DOCS; )
                count++;
            return count;
        }

        public int CountBoth(TermPostings other)
        {
            if (other._terms!.DocFreq < _terms!.DocFreq)
                return other.CountBoth(this);
            DocsEnum rare = Begin();
            DocsEnum common = other.Begin();
            int count = 0;
            int at = -1;
            int document;
            while ((document = rare.NextDoc()) != DocIdSetIterator.NO_MORE_DOCS)
            {
                if (at < document)
                    at = common.Advance(document);
                if (at == document)
                    count++;
            }

            return count;
        }

        private DocsEnum Begin() => _documents = _terms!.Docs(reader.LiveDocs, _documents, DocsFlags.NONE);
    }
}
