using CseMapper.Documents;
using CseMapper.Pdf.Catalog;
using CseMapper.Pdf.Files;
using CseMapper.Pdf.Images;
using CseMapper.Pdf.Layout.Lines;
using CseMapper.Pdf.Layout.Structure;
using CseMapper.Pdf.Layout.Tags;
using CseMapper.Pdf.Text;

namespace CseMapper.Pdf;

/// <summary>How far a file could be opened.</summary>
public enum PdfOpenStatus
{
    /// <summary>Pages can be read.</summary>
    Opened,

    /// <summary>The file is encrypted and no password given opens it.</summary>
    NeedsPassword,

    /// <summary>The file is no PDF, or nothing of it could be made sense of.</summary>
    Unreadable,
}

/// <summary>
/// An opened PDF file: its text with place, order and structure (ISO 32000-2). No file makes it throw: what is damaged
/// becomes a
/// <see cref="Status"/> or a problem. An instance is not for several threads at once; several instances are.
/// </summary>
public sealed class PdfDocument
{
    private readonly PdfFile _file;
    private readonly PdfOptions _options;
    private readonly PdfProblemLog _log;
    private readonly Lazy<IReadOnlyList<PdfBookmark>> _bookmarks;
    private readonly Lazy<IReadOnlyList<string>> _labels;
    private readonly Lazy<DocumentInformation> _information;

    private PdfDocument(PdfFile file, PdfOptions options, PdfProblemLog log)
    {
        _file = file;
        _options = options;
        _log = log;
        _bookmarks = new(ReadBookmarks, LazyThreadSafetyMode.None);
        _information = new(() => DocumentInformation.Read(file), LazyThreadSafetyMode.None);
        _labels = new(() => ReadLabels(file), LazyThreadSafetyMode.None);
    }

    /// <summary>Whether the file could be opened; without <see cref="PdfOpenStatus.Opened"/> it has no pages.</summary>
    public PdfOpenStatus Status => _file.Status;

    /// <summary>How many pages it has.</summary>
    public int PageCount => Status == PdfOpenStatus.Opened ? _file.Pages.Count : 0;

    /// <summary>What went wrong so far, in the order in which it was met.</summary>
    public IReadOnlyList<PdfProblem> Problems => _log.Problems;

    /// <summary>The title in the file's properties, or null.</summary>
    public string? Title => _information.Value.Title;

    /// <summary>The author in the file's properties, or null.</summary>
    public string? Author => _information.Value.Author;

    /// <summary>The document's language as in BCP 47 ("en-GB"), or null where the file does not tell.</summary>
    public string? Language => _information.Value.Language;

    /// <summary>True when the file says that it is tagged.</summary>
    public bool IsTagged => _information.Value.IsTagged;

    /// <summary>The document's outline in printed order; empty for most documents.</summary>
    public IReadOnlyList<PdfBookmark> Bookmarks => _bookmarks.Value;

    /// <summary>Printed page labels ("iv", "A-3") by page; empty where the file gives none.</summary>
    public IReadOnlyList<string> PageLabels => _labels.Value;

    /// <summary>Opens a file held in memory.</summary>
    /// <param name="file">All bytes of the file; not to be changed while the document is used.</param>
    /// <param name="options">Passwords and limits.</param>
    public static PdfDocument Open(ReadOnlyMemory<byte> file, PdfOptions? options = null)
    {
        options ??= PdfOptions.Default;
        PdfProblemLog log = new();
        PdfLimits limits = PdfLimits.Default with { FileBytes = options.MaxUnpackedBytes };
        return new PdfDocument(PdfFile.Open(file, options.Passwords, log, limits), options, log);
    }

    /// <summary>Opens a file from a stream, which is read to its end and not closed.</summary>
    /// <param name="stream">The file from its start; must be able to seek.</param>
    /// <param name="options">Passwords and limits.</param>
    /// <exception cref="ArgumentException">The stream is longer than the options allow.</exception>
    public static PdfDocument Open(Stream stream, PdfOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        long length = stream.Length - stream.Position;
        if (length > (options ?? PdfOptions.Default).MaxFileBytes)
            throw new ArgumentException("The file is larger than the options allow.", nameof(stream));
        byte[] bytes = new byte[length];
        int read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return Open(bytes.AsMemory(0, read), options);
    }

    /// <summary>Reads one page.</summary>
    /// <param name="number">The page, counted from 1.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such page.</exception>
    public PdfPage ReadPage(int number, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, PageCount);
        _log.Page = number;
        PageReader reader = new(_file, new StyleTable());
        reader.Read(_file.Pages[number - 1], cancellation);
        _log.Page = null;
        return PageWords.Make(number, reader.Text);
    }

    /// <summary>Reads the whole document.</summary>
    /// <param name="cancellation">Stops the reading.</param>
    public PdfContent ReadContent(CancellationToken cancellation = default)
    {
        StyleTable styles = new();
        DocumentText text = new(styles, _options.MaxTextLength);
        PageReader reader = new(_file, styles);
        TagTree tags = TagTreeReader.Read(_file, cancellation);
        PageLayout layout = new(text, tags);
        PageRecognition? recognition = _options.Recognise is { } recognise
            ? new PageRecognition(_file, recognise)
            : null;
        for (int i = 0; i < PageCount && !text.IsCut; i++)
        {
            _log.Page = i + 1;
            reader.Read(_file.Pages[i], cancellation);
            recognition?.Apply(i + 1, reader.Text, cancellation);
            if (layout.Add(i + 1, reader.Text).HasCoveredText)
            {
                _log.Add(
                    PdfProblemKind.Covered,
                    "Text on this page lies under a drawn box or a redaction that was never applied: it is not to be seen "
                        + "on the page, but it is in the file."
                );
            }
        }

        _log.Page = null;
        if (text.IsCut)
        {
            _log.Add(
                PdfProblemKind.LimitReached,
                $"The document has more than {_options.MaxTextLength} characters; the rest was left out."
            );
        }

        UnreadParts.ReportAttachments(_file);
        Hyphens hyphens = new(text);
        List<Block> blocks = StructureBuilder.Build(text, tags, Bookmarks, hyphens, cancellation);
        IReadOnlyList<PdfPageContent> pages = PageTexts.Make(text, hyphens);
        if (pages.Count == 1)
            UnreadParts.ReportForms(_file, pages[0].Text);
        return new PdfContent(blocks, pages);
    }

    private static string[] ReadLabels(PdfFile file) =>
        file.Status == PdfOpenStatus.Opened ? CseMapper.Pdf.Catalog.PageLabels.Read(file) ?? [] : [];

    private IReadOnlyList<PdfBookmark> ReadBookmarks() =>
        Status != PdfOpenStatus.Opened
            ? []
            :
            [
                .. Outline
                    .Read(_file)
                    .Select(item => new PdfBookmark(item.Title, item.Level, item.Target?.PageIndex + 1)),
            ];
}
