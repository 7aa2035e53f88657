using System.Security.Cryptography;
using CseMapper.Decisions.Mapping;
using CseMapper.Documents;
using CseMapper.Pdf;

namespace CseMapper.App.ReviewPage.Drawing;

/// <summary>Reads originals again, to show them as they look: pages of a PDF with every word in its place, others as
/// their blocks.</summary>
/// <param name="files">The originals; null where their folder is not known.</param>
/// <param name="ingest">Reads what is not a PDF.</param>
internal sealed class DocumentViews(PolicyFiles? files, DocumentIngest ingest) : IDisposable
{
    /// <summary>A page that somebody works on is asked for again with every card: the last few documents stay
    /// open.</summary>
    private const int MostOpen = 4;

    /// <summary>Larger documents are opened anew each time, so that a few of them cannot fill the memory.</summary>
    private const long LargestOpen = 16 << 20;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly List<OpenDocument> _open = [];

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    /// <summary>A page of a PDF.</summary>
    /// <param name="document">The document.</param>
    /// <param name="number">The page, counted from 1; the nearest one where there is no such page.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Null where the original cannot be read.</returns>
    public async Task<PageView?> Page(MappingDocument document, int number, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (Open(document, cancellation) is not { Pdf: { PageCount: > 0 } pdf } open)
                return null;
            PdfPage page = pdf.ReadPage(Math.Clamp(number, 1, pdf.PageCount), cancellation);
            return new PageView(page, pdf.PageCount, PrintedPages.From(pdf.PageLabels), open.HasChanged);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The blocks of another document; null where the original cannot be read.</summary>
    public async Task<BlocksView?> Blocks(MappingDocument document, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return Open(document, cancellation) is { Source: { } source } open
                ? new BlocksView(source.Blocks, open.HasChanged)
                : null;
        }
        finally
        {
            _gate.Release();
        }
    }

    private OpenDocument? Open(MappingDocument document, CancellationToken cancellation)
    {
        // What brought the reader of a run down is not read here, where nothing stands between it and the page.
        if (document.Record.Status == ReadStatus.Unreadable)
            return null;
        using Stream? stream = files?.Open(document);
        if (stream is null)
            return null;
        // A document inside of another file has no time of its own; its hash is compared as well.
        (DateTime, long) stamp = (
            stream is FileStream file ? File.GetLastWriteTimeUtc(file.SafeFileHandle) : DateTime.MinValue,
            stream.Length
        );
        int known = _open.FindIndex(open =>
            open.Path == document.Record.Path && open.Stamp == stamp && open.Hash == document.Record.Hash
        );
        OpenDocument? found = known >= 0 ? _open[known] : Read(document, stream, stamp, cancellation);
        if (known >= 0)
            _open.RemoveAt(known);
        if (found is not null && stream.Length <= LargestOpen)
            _open.Insert(0, found);
        if (_open.Count > MostOpen)
            _open.RemoveAt(MostOpen);
        return found;
    }

    private OpenDocument? Read(
        MappingDocument document,
        Stream stream,
        (DateTime, long) stamp,
        CancellationToken cancellation
    )
    {
        bool hasChanged = Convert.ToHexStringLower(SHA256.HashData(stream)) != document.Record.Hash;
        stream.Position = 0;
        OpenDocument open = new(document.Record.Path, document.Record.Hash, stamp, hasChanged);
        if (document.Record.Format != FileFormat.Pdf)
        {
            (_, IngestResult result) = ingest.Read(stream, Path.GetFileName(document.Record.Path), cancellation);
            return open with { Source = result.Document };
        }

        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return open with { Pdf = PdfDocument.Open(bytes) };
    }

    private sealed record OpenDocument(string Path, string Hash, (DateTime, long) Stamp, bool HasChanged)
    {
        public PdfDocument? Pdf { get; init; }

        public SourceDocument? Source { get; init; }
    }
}

/// <summary>A page of a PDF.</summary>
/// <param name="Page">Its words in their places.</param>
/// <param name="PageCount">How many pages the document has.</param>
/// <param name="Pages">How they are cited.</param>
/// <param name="HasChanged">True when the file is another than the last run read.</param>
internal sealed record PageView(PdfPage Page, int PageCount, PrintedPages Pages, bool HasChanged);

/// <summary>A document without pages.</summary>
/// <param name="Blocks">Its text in reading order.</param>
/// <param name="HasChanged">True when the file is another than the last run read.</param>
internal sealed record BlocksView(IReadOnlyList<Block> Blocks, bool HasChanged);
