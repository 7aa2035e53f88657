using CseMapper.Pdf.Catalog;
using CseMapper.Pdf.Objects;
using CseMapper.Pdf.Objects.Encryption;
using CseMapper.Pdf.Objects.Filters;
using CseMapper.Pdf.Syntax;

namespace CseMapper.Pdf.Files;

/// <summary>
/// An opened file: its objects, its pages and what the catalog says (ISO 32000-2, 7.5 and 7.7). Not for several threads
/// at once.
/// </summary>
internal sealed class PdfFile : IPdfResolver
{
    /// <summary>Where in the file the header is looked for; other readers take 1,024 bytes, but mail gateways and
    /// damaged discs put more before it.</summary>
    private const int HeaderWindow = 32 << 20;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly IReadOnlyList<string> _passwords;
    private readonly ObjectStore _store;
    private bool _isRebuilt;
    private PageList? _pages;

    private PdfFile(ReadOnlyMemory<byte> bytes, IReadOnlyList<string> passwords, PdfProblemLog log, PdfLimits limits)
    {
        _bytes = bytes;
        _passwords = passwords;
        Log = log;
        Limits = limits;
        _store = new ObjectStore(bytes, log, limits)
        {
            Shift = Math.Max(0, bytes.Span[..Math.Min(bytes.Length, HeaderWindow)].IndexOf("%PDF-"u8)),
        };
        Trailer = new PdfDictionary(this);
        Catalog = new PdfDictionary(this);
    }

    public PdfOpenStatus Status { get; private set; }

    /// <summary>The newest trailer; empty in a file that has none.</summary>
    public PdfDictionary Trailer { get; private set; }

    /// <summary>The document catalog (7.7.2); empty in a file that has none.</summary>
    public PdfDictionary Catalog { get; private set; }

    public PdfProblemLog Log { get; }

    public PdfLimits Limits { get; }

    public NameTable Names => _store.Names;

    public StreamDecoder Decoder => _store.Decoder;

    /// <summary>The pages in reading order; made when first asked for.</summary>
    public PageList Pages => _pages ??= FindPages();

    /// <param name="bytes">The whole file; must not change while the result is used.</param>
    /// <param name="passwords">Tried after the empty one, each as user and as owner password.</param>
    /// <param name="log">Takes what is wrong with the file.</param>
    /// <param name="limits">Bounds.</param>
    /// <returns>A file with its <see cref="Status"/>; never null, whatever the bytes are.</returns>
    public static PdfFile Open(
        ReadOnlyMemory<byte> bytes,
        IReadOnlyList<string> passwords,
        PdfProblemLog log,
        PdfLimits limits
    )
    {
        PdfFile file = new(bytes, passwords, log, limits);
        file.Status = file.Open();
        return file;
    }

    public PdfValue Resolve(PdfReference reference) => _store.Resolve(reference);

    private PdfOpenStatus Open()
    {
        CrossReferenceReader reader = new(_bytes, _store.Shift, Names, _store, Decoder, Limits);
        PdfOpenStatus status = PdfOpenStatus.Unreadable;
        if (reader.TryRead())
        {
            _store.Use(reader.Table, null);
            status = Enter(reader.Trailer);
        }

        return status == PdfOpenStatus.Unreadable ? Rebuild() : status;
    }

    /// <summary>Takes a trailer: decrypts the file and finds its catalog.</summary>
    private PdfOpenStatus Enter(PdfDictionary trailer)
    {
        Trailer = trailer;
        if (trailer["Encrypt"].AsDictionary() is { } encryption)
        {
            byte[] id = trailer["ID"].AsArray()?[0].AsString() ?? [];
            if (EncryptionSettings.Read(encryption, id) is not { } settings)
            {
                Log.Add(
                    PdfProblemKind.Unsupported,
                    "The file is protected with certificates or by a rights service, and only the software meant "
                        + "for it can open it. Save a copy without that protection."
                );
                return PdfOpenStatus.NeedsPassword;
            }

            if (StandardSecurity.Open(settings, _passwords) is not { } cipher)
                return PdfOpenStatus.NeedsPassword;
            _store.Use(_store.Table, cipher);
        }

        Catalog = trailer["Root"].AsDictionary() ?? new PdfDictionary(this);
        return Catalog["Pages"].AsDictionary() is null ? PdfOpenStatus.Unreadable : PdfOpenStatus.Opened;
    }

    /// <summary>Finds the objects by scanning, and among them what stands for a trailer.</summary>
    private PdfOpenStatus Rebuild()
    {
        _isRebuilt = true;
        FileRebuild rebuild = new(_bytes, _store, Limits);
        rebuild.FindObjects();
        PdfOpenStatus status = Enter(rebuild.FindTrailer());
        if (status == PdfOpenStatus.NeedsPassword)
            return status;
        rebuild.AddCompressedObjects();
        if (rebuild.Count == 0)
            return PdfOpenStatus.Unreadable;
        Log.Add(
            PdfProblemKind.Damaged,
            "The file's own list of where its parts lie is damaged and was made anew: check that no page is "
                + "missing, or ask for the file again."
        );
        if (status == PdfOpenStatus.Unreadable)
        {
            Catalog = Trailer["Root"].AsDictionary() ?? new PdfDictionary(this);
            if (Catalog["Pages"].AsDictionary() is null)
                Catalog = rebuild.FindCatalog() ?? Catalog;
        }

        return Pages.Count > 0 || Catalog.Count > 0 ? PdfOpenStatus.Opened : PdfOpenStatus.Unreadable;
    }

    private PageList FindPages()
    {
        PageList pages = PageTree.Read(Catalog.Raw("Pages"), this, Limits);
        if (pages.Count > 0)
            return pages;
        if (!_isRebuilt && Status == PdfOpenStatus.Opened)
        {
            Rebuild();
            pages = PageTree.Read(Catalog.Raw("Pages"), this, Limits);
            if (pages.Count > 0)
                return pages;
        }

        pages = PageTree.Gather(_store.Table.Numbers(), this, Limits);
        if (pages.Count > 0)
        {
            Log.Add(
                PdfProblemKind.Lost,
                "The list of pages is lost, as in a file that was cut off. The pages that are left were read; "
                    + "others may be missing. Ask for the file again."
            );
        }

        return pages;
    }
}
