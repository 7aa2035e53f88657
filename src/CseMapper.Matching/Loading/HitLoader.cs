using System.Security.Cryptography;
using System.Text;
using CseMapper.Matching.Queries;
using CseMapper.Passages.Indexing;
using CseMapper.Passages.Searching;
using CseMapper.Passages.Workspaces;

namespace CseMapper.Matching.Loading;

/// <summary>Fills the hits of all documents: from what was kept of an earlier run, and for the others from the
/// index.</summary>
/// <param name="source">The documents.</param>
/// <param name="features">What the standard looks for.</param>
/// <param name="hits">Empty; takes the hits.</param>
internal sealed class HitLoader(DocumentSource source, IReadOnlyList<Feature> features, PassageHits hits)
{
    /// <summary>By document: its number in the order of arrival, plus one.</summary>
    private readonly int[] _arrivals = new int[source.Documents.Count];

    public void Load(CancellationToken cancellation)
    {
        string name = NameOf(features);
        foreach (DocumentBytes kept in source.Hits(name))
        {
            cancellation.ThrowIfCancellationRequested();
            if (StoredHits.TryRead(kept.Bytes, source.Documents[kept.Document].Key, hits))
                _arrivals[kept.Document] = hits.Documents;
        }

        if (Array.IndexOf(_arrivals, 0) >= 0)
            Collect(name, cancellation);
        for (int document = 0; document < _arrivals.Length; document++)
        {
            if (_arrivals[document] == 0)
                AddEmpty(document);
            _arrivals[document]--;
        }

        hits.Arrange(_arrivals);
    }

    /// <summary>Names everything that decides which hits a document's words have: layout and rules, the build that makes
    /// terms of words, what is looked for, and what may stand for it. The build of this assembly is not among it: most of
    /// it decides what hits are worth.</summary>
    private static string NameOf(IReadOnlyList<Feature> features)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (Feature feature in features)
        {
            Add(hash, $"\n{(int)feature.Kind} {feature.Label}");
            foreach (QuerySynonym synonym in feature.Synonyms)
                Add(hash, $"\t{synonym.Term}");
        }

        return $"{StoredHits.FormatVersion} {HitCollector.RulesVersion} "
            + $"{typeof(PassageIndex).Module.ModuleVersionId} {Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }

    private static void Add(IncrementalHash hash, FormattableString text) =>
        hash.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant(text)));

    private void Collect(string name, CancellationToken cancellation)
    {
        Dictionary<string, int> missing = new(StringComparer.Ordinal);
        for (int document = 0; document < _arrivals.Length; document++)
        {
            if (_arrivals[document] == 0)
                missing.TryAdd(source.Documents[document].Key, document);
        }

        IndexSnapshot index = source.Index(cancellation);
        using WorkspaceWriter? writer = source.BeginKeeping(name);
        int next = -1;
        ParallelWork.ForEachRange(
            index.Parts,
            1,
            (_, _, _) =>
            {
                for (int part; (part = Interlocked.Increment(ref next)) < index.Parts; )
                    Collect(index, part, missing, writer, cancellation);
            }
        );
        writer?.Commit();
    }

    /// <summary>Collects the hits of the documents in one part of the index; those of one document lie there one after
    /// the other.</summary>
    private void Collect(
        IndexSnapshot index,
        int part,
        Dictionary<string, int> missing,
        WorkspaceWriter? writer,
        CancellationToken cancellation
    )
    {
        PassageHits own = new(features.Count);
        HitCollector collector = new(new Lexicon(features), features.Count, own);
        PostingsRuns runs = new(index, part, missing, collector.Choose);
        int document = -1;
        while (runs.MoveNext())
        {
            if (runs.Document != document)
            {
                Keep(document, own, writer);
                cancellation.ThrowIfCancellationRequested();
                document = runs.Document;
                own.Empty();
                own.BeginDocument();
            }

            collector.Add(runs);
        }

        Keep(document, own, writer);
    }

    private void Keep(int document, PassageHits own, WorkspaceWriter? writer)
    {
        if (document < 0)
            return;
        IndexedDocument known = source.Documents[document];
        byte[]? bytes = writer is null ? null : StoredHits.Write(own, known.Key);
        lock (hits)
        {
            hits.Add(own);
            _arrivals[document] = hits.Documents;
            if (bytes is not null)
                writer!.PutHits(known.Content, bytes);
        }
    }

    private void AddEmpty(int document)
    {
        hits.BeginDocument();
        _arrivals[document] = hits.Documents;
    }
}
