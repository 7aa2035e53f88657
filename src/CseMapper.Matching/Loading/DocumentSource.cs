using CseMapper.Passages.Indexing;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Workspaces;

namespace CseMapper.Matching.Loading;

/// <summary>The documents to be ranked, and the way to their words: the index, and the texts, which are read when they
/// are needed and not kept.</summary>
/// <remarks>For one thread at a time; <see cref="OpenAgain"/> makes another one for another thread.</remarks>
public sealed class DocumentSource : IDisposable
{
    /// <summary>The setting that names what kept hits were found for.</summary>
    private const string HitsSetting = "hits of";

    private const int NumberBits = 24;

    private readonly Workspace? _workspace;
    private readonly PassageIndex _index;
    private readonly bool _isBeside;

    /// <summary>By number of content, ascending: that number and the document's in one.</summary>
    private readonly long[] _byContent;

    private DocumentSource(
        IReadOnlyList<IndexedDocument> documents,
        Workspace? workspace,
        PassageIndex index,
        long[] byContent,
        bool isBeside
    )
    {
        Documents = documents;
        _workspace = workspace;
        _index = index;
        _byContent = byContent;
        _isBeside = isBeside;
    }

    /// <summary>In the ordinal order of their keys.</summary>
    public IReadOnlyList<IndexedDocument> Documents { get; }

    /// <summary>True where what is found in the words may be kept for the next run.</summary>
    public bool KeepsHits { get; private init; }

    /// <summary>Documents that carry their passages with them.</summary>
    /// <param name="documents">In any order.</param>
    public static DocumentSource Of(IEnumerable<IndexedDocument> documents)
    {
        IndexedDocument[] sorted = Sorted(documents);
        PassageIndex index = PassageIndex.InMemory(
            sorted.Select(document => (document.Key, document.Title, document.Passages))
        );
        return new DocumentSource(sorted, null, index, [], false);
    }

    /// <summary>The documents of a workspace that have passages.</summary>
    /// <param name="workspace">Where they were read to; stays open as long as this is used.</param>
    /// <param name="records">Its documents, as of the day that review dates are compared with.</param>
    /// <param name="keepsHits">True to keep in the workspace what is found in the words.</param>
    public static DocumentSource Of(Workspace workspace, IEnumerable<DocumentRecord> records, bool keepsHits = false)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(records);
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<IndexedDocument> documents = [];
        foreach (DocumentRecord record in records)
        {
            if (record.PassageCount == 0 || !seen.Add(record.Hash))
                continue;
            documents.Add(
                new IndexedDocument(record.Hash, record.Facts.Title?.Text ?? "")
                {
                    Content = record.Content,
                    Facts = record.Facts,
                    Path = record.Path,
                    IsReviewOverdue = record.IsReviewOverdue,
                }
            );
        }

        IndexedDocument[] sorted = Sorted(documents);
        long[] byContent = new long[sorted.Length];
        for (int i = 0; i < sorted.Length; i++)
            byContent[i] = (sorted[i].Content << NumberBits) | (uint)i;
        Array.Sort(byContent);
        return new DocumentSource(sorted, workspace, PassageIndex.Of(workspace), byContent, false)
        {
            KeepsHits = keepsHits,
        };
    }

    /// <summary>The same documents for another thread.</summary>
    internal DocumentSource OpenAgain() => new(Documents, _workspace?.OpenSecondConnection(), _index, _byContent, true);

    /// <summary>The index, with the passages of all documents.</summary>
    internal IndexSnapshot Index(CancellationToken cancellation) => _index.Whole(cancellation);

    /// <summary>The passages of some documents, one document after the other in an order of their own.</summary>
    /// <param name="wanted">By document whether it is wanted.</param>
    /// <param name="first">The first document that is looked at.</param>
    /// <param name="end">The first that is not.</param>
    internal IEnumerable<DocumentPassages> Texts(bool[] wanted, int first = 0, int end = int.MaxValue)
    {
        end = Math.Min(end, wanted.Length);
        if (_workspace is not null)
        {
            foreach (StoredText text in _workspace.TextsOf(ContentsOf(wanted, first, end)))
                yield return new DocumentPassages(DocumentOf(text.Number), text.Passages());
            yield break;
        }

        for (int document = first; document < end; document++)
        {
            if (wanted[document])
                yield return new DocumentPassages(document, Documents[document].Passages);
        }
    }

    /// <summary>The hits that were kept for a lexicon, of as many documents as there are.</summary>
    /// <param name="lexicon">Names the lexicon and the code.</param>
    internal IEnumerable<DocumentBytes> Hits(string lexicon) =>
        _workspace is not null && _workspace.Setting(HitsSetting) == lexicon ? Kept(_workspace.Hits()) : [];

    /// <summary>Begins to keep hits.</summary>
    /// <param name="lexicon">Names what they are for; what was kept for another lexicon is dropped.</param>
    /// <returns>Null where they are not to be kept.</returns>
    internal WorkspaceWriter? BeginKeeping(string lexicon)
    {
        if (!KeepsHits || _workspace is null)
            return null;
        bool isSame = _workspace.Setting(HitsSetting) == lexicon;
        WorkspaceWriter writer = _workspace.BeginWriting();
        if (isSame)
            return writer;
        writer.RemoveHits();
        writer.Set(HitsSetting, lexicon);
        return writer;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isBeside)
            _workspace?.Dispose();
        else if (_workspace is null)
            _index.Dispose();
    }

    private static IndexedDocument[] Sorted(IEnumerable<IndexedDocument> documents)
    {
        IndexedDocument[] sorted = [.. documents];
        string[] keys = [.. sorted.Select(document => document.Key)];
        Array.Sort(keys, sorted, StringComparer.Ordinal);
        return sorted;
    }

    private IEnumerable<long> ContentsOf(bool[] wanted, int first, int end) =>
        _byContent
            .Where(both => NumberIn(both) >= first && NumberIn(both) < end && wanted[NumberIn(both)])
            .Select(both => both >> NumberBits);

    private int DocumentOf(long content)
    {
        int at = Array.BinarySearch(_byContent, content << NumberBits);
        return NumberIn(_byContent[at < 0 ? ~at : at]);
    }

    /// <summary>Both lists ascend: one walk finds whose bytes these are; bytes of contents that are no document are
    /// passed over.</summary>
    private IEnumerable<DocumentBytes> Kept(IEnumerable<KeptBytes> all)
    {
        int at = 0;
        foreach (KeptBytes kept in all)
        {
            while (at < _byContent.Length && _byContent[at] >> NumberBits < kept.Content)
                at++;
            if (at == _byContent.Length)
                yield break;
            if (_byContent[at] >> NumberBits == kept.Content)
                yield return new DocumentBytes(NumberIn(_byContent[at]), kept.Bytes);
        }
    }

    private static int NumberIn(long both) => (int)(both & ((1 << NumberBits) - 1));
}

/// <summary>A document's passages.</summary>
/// <param name="Document">The document's number.</param>
/// <param name="Passages">In order.</param>
internal sealed record DocumentPassages(int Document, IReadOnlyList<Passage> Passages);

/// <summary>What is kept of a document.</summary>
/// <param name="Document">The document's number.</param>
/// <param name="Bytes">Its hits.</param>
internal sealed record DocumentBytes(int Document, ReadOnlyMemory<byte> Bytes);
