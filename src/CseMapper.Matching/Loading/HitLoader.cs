using System.Security.Cryptography;
using System.Text;
using CseMapper.Matching.Queries;
using CseMapper.Passages.Terms;
using CseMapper.Passages.Workspaces;

namespace CseMapper.Matching.Loading;

/// <summary>Fills the hits of all documents: from what was kept of an earlier run, and for the others from their
/// terms.</summary>
/// <param name="source">The documents.</param>
/// <param name="lexicon">What terms mean.</param>
/// <param name="features">The features that the lexicon was made of.</param>
/// <param name="hits">Empty; takes the hits.</param>
internal sealed class HitLoader(
    DocumentSource source,
    Lexicon lexicon,
    IReadOnlyList<Feature> features,
    PassageHits hits
)
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

    /// <summary>Everything that decides which hits a document's terms have: the features, and the code with its table
    /// of related words.</summary>
    private static string NameOf(IReadOnlyList<Feature> features)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(
            Encoding.UTF8.GetBytes(
                $"{StoredHits.FormatVersion} {typeof(HitLoader).Module.ModuleVersionId} "
                    + $"{typeof(PassageTerms).Module.ModuleVersionId}"
            )
        );
        foreach (Feature feature in features)
            hash.AppendData(Encoding.UTF8.GetBytes($"\n{(int)feature.Kind} {feature.Label}"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private void Collect(string name, CancellationToken cancellation)
    {
        HitCollector collector = new(lexicon, features.Count, hits);
        bool[]? missing = Array.TrueForAll(_arrivals, arrival => arrival == 0)
            ? null
            : [.. _arrivals.Select(arrival => arrival == 0)];
        using WorkspaceWriter? writer = source.BeginKeeping(name);
        foreach (DocumentBytes document in source.Terms(missing))
        {
            cancellation.ThrowIfCancellationRequested();
            collector.Add(document.Bytes);
            _arrivals[document.Document] = hits.Documents;
            IndexedDocument known = source.Documents[document.Document];
            if (writer is not null && StoredHits.Write(hits, known.Key) is { } bytes)
                writer.PutHits(known.Content, bytes);
        }

        writer?.Commit();
    }

    private void AddEmpty(int document)
    {
        hits.BeginDocument();
        _arrivals[document] = hits.Documents;
    }
}
