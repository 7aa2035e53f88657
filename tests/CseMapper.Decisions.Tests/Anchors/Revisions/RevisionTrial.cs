using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CseMapper.Decisions.Anchors;
using CseMapper.Decisions.Log;
using CseMapper.Documents;
using CseMapper.Documents.Files;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Workspaces;

namespace CseMapper.Decisions.Tests.Anchors.Revisions;

/// <summary>
/// Decides about words of documents, gives the documents new versions, and looks whether the decisions are kept, shown
/// as changed, or carried over to words they were not about. All as in a run: workspace, anchors, log, search.
/// </summary>
/// <param name="folder">An empty folder for the workspaces.</param>
/// <param name="documents">The documents by path.</param>
/// <param name="seed">Decides everything.</param>
internal sealed class RevisionTrial(
    string folder,
    IReadOnlyList<(string Path, SourceDocument Document)> documents,
    int seed
)
{
    private const int MostQuotes = 12;

    private readonly Random _random = new(seed);
    private readonly PassageSplitter _splitter = new(PassageOptions.Default);
    private readonly Dictionary<string, SourceDocument> _now = new(StringComparer.Ordinal);

    /// <summary>Plays one round.</summary>
    /// <param name="tally">Counts what comes of it.</param>
    /// <param name="cancellation">Stops it.</param>
    public void Run(RevisionTally tally, CancellationToken cancellation)
    {
        WordEdits edits = new(
            _random,
            [
                .. documents
                    .SelectMany(one => one.Document.Blocks)
                    .Select(BlockText.Of)
                    .OfType<string>()
                    .SelectMany(BlockText.Sentences)
                    .Where(text => text.Length is > 40 and < 300),
            ]
        );
        DocumentRevision revision = new(_random, edits);
        Dictionary<string, SourceDocument> before = documents.ToDictionary(
            one => one.Path,
            one => one.Document,
            StringComparer.Ordinal
        );
        foreach ((string path, SourceDocument document) in documents.Where(_ => _random.Next(4) == 0))
            before["old/" + path] = revision.Revise(document, [], savesAsOther: _random.Next(2) == 0);
        List<DecidedQuote> quotes;
        using (Workspace workspace = Fill("before", before))
            quotes = Decide(workspace, cancellation);
        foreach ((string path, SourceDocument document) in before)
            Publish(path, document, [.. quotes.Where(quote => quote.Anchor.Path == path)], revision);
        using Workspace after = Fill("after", _now);
        Judge(after, quotes, tally, cancellation);
    }

    /// <summary>Replaces the documents by the same ones in another format, as another program converted them, and
    /// counts what of it is found.</summary>
    /// <param name="converted">The converted documents by path; a document's own has its name without
    /// extension.</param>
    /// <param name="tally">Counts what comes of it.</param>
    /// <param name="cancellation">Stops it.</param>
    public void RunConverted(
        IReadOnlyList<(string Path, SourceDocument Document)> converted,
        RevisionTally tally,
        CancellationToken cancellation
    )
    {
        ILookup<string, string> pathOf = converted.ToLookup(
            one => Path.GetFileNameWithoutExtension(one.Path),
            one => one.Path,
            StringComparer.Ordinal
        );
        List<DecidedQuote> quotes;
        using (
            Workspace workspace = Fill(
                "before",
                documents.ToDictionary(one => one.Path, one => one.Document, StringComparer.Ordinal)
            )
        )
        {
            quotes = Decide(workspace, cancellation);
        }

        foreach (DecidedQuote quote in quotes)
            quote.NewPath = pathOf[Path.GetFileNameWithoutExtension(quote.Anchor.Path)].FirstOrDefault();
        using Workspace after = Fill(
            "after",
            converted.ToDictionary(one => one.Path, one => one.Document, StringComparer.Ordinal)
        );
        Judge(after, [.. quotes.Where(quote => quote.NewPath is not null)], tally, cancellation);
    }

    private List<DecidedQuote> Decide(Workspace workspace, CancellationToken cancellation)
    {
        AnchorMaker anchors = new(workspace);
        List<DecidedQuote> quotes = [];
        foreach ((string path, SourceDocument document) in documents)
        {
            Passage[] passages = [.. _splitter.Split(document, cancellation)];
            _random.Shuffle(passages);
            quotes.AddRange(
                passages
                    .Take(MostQuotes)
                    .Select(passage => DecidedQuote.Choose(anchors, path, HashOf(document), document, passage, _random))
                    .OfType<DecidedQuote>()
            );
        }

        return quotes;
    }

    /// <summary>Left alone, edited, renamed, renamed and edited, saved in another format, or taken away.</summary>
    private void Publish(string path, SourceDocument document, List<DecidedQuote> quotes, DocumentRevision revision)
    {
        int change = path.StartsWith("old/", StringComparison.Ordinal) ? 0 : _random.Next(12);
        string? name = change switch
        {
            < 6 => path,
            6 or 7 => "renamed/" + path,
            8 or 9 => "2027/" + path,
            10 => Path.ChangeExtension(path, ".other"),
            _ => null,
        };
        foreach (DecidedQuote quote in quotes)
            (quote.NewPath, quote.Fate) = (name, name is null ? Fate.Deleted : Fate.Untouched);
        if (name is null)
            return;
        _now[name] = change is 0 or 6 ? document : revision.Revise(document, quotes, savesAsOther: change is 5 or 10);
        AnchorText text = new(new AnchorDocument(name, "", () => _splitter.Split(_now[name], CancellationToken.None)));
        // Taken out or edited at one place, the words may stand at another of the same document.
        foreach (DecidedQuote quote in quotes.Where(quote => quote.Fate > Fate.Moved && quote.StandsIn(text)))
            quote.Fate = Fate.Moved;
    }

    private static void Judge(
        Workspace workspace,
        List<DecidedQuote> quotes,
        RevisionTally tally,
        CancellationToken cancellation
    )
    {
        Decision[] lines =
        [
            .. quotes.Select(
                (quote, at) =>
                    new Decision(
                        at.ToString(CultureInfo.InvariantCulture),
                        DateTimeOffset.UnixEpoch,
                        "ann",
                        at.ToString(CultureInfo.InvariantCulture),
                        DecisionAction.Accept
                    )
                    {
                        Anchor = quote.Anchor,
                    }
            ),
        ];
        foreach (
            DecidedItem item in new AnchorSurvey(workspace).Find(
                ReviewLedger.Derive(lines, needsApproval: false),
                cancellation
            )
        )
        {
            tally.Add(quotes[int.Parse(item.Item.Id, CultureInfo.InvariantCulture)], item.Match);
        }
    }

    private Workspace Fill(string name, Dictionary<string, SourceDocument> files)
    {
        Workspace workspace = Workspace.Open(Path.Combine(folder, name), "trial", rebuild: true);
        using WorkspaceWriter writer = workspace.BeginWriting();
        foreach ((string path, SourceDocument document) in files)
        {
            string hash = HashOf(document);
            writer.Put(new KnownFile(path, new FileStamp(1, 1, 1), 1, hash));
            writer.Put(
                ReadContent.Encode(
                    hash,
                    new ReadingMark("", ""),
                    document.Format,
                    IngestResult.Read(document),
                    _splitter.Split(document, CancellationToken.None)
                )
            );
        }

        writer.Commit();
        return workspace;
    }

    private static string HashOf(SourceDocument document) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join(
                        '\n',
                        document.Blocks.Select(block =>
                            block is TableBlock table
                                ? string.Join('|', table.Rows.SelectMany(row => row.Cells))
                                : block.ToString()
                        )
                    )
                )
            )
        );
}
