using CseMapper.Documents.Containers;
using CseMapper.Documents.Detection;
using CseMapper.Documents.Files;
using CseMapper.Documents.Mail;
using MimeKit;

namespace CseMapper.Documents.Archives;

/// <summary>A document inside of another file: an archive's, or attached to a message.</summary>
/// <param name="Name">Its path inside, with '/'.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Refusal">Why it is not opened, or null.</param>
public sealed record InnerDocument(string Name, long Bytes, Refusal? Refusal = null);

/// <summary>
/// The documents inside of archives and messages, bounded in number, size, growth and depth. Each is a document of its
/// own, with a path that goes on where that of its file ends: "Complaints 2024.zip/March/letter.docx".
/// </summary>
public static class InnerDocuments
{
    /// <summary>Documents that are taken from one file; those behind them are left out.</summary>
    public const int MostDocuments = 1000;

    /// <summary>Why a document could not be taken out of the file that it lies in.</summary>
    public static Refusal NotTakenOut => InnerLimits.Damaged;

    private const long LargestDocument = 64L << 20;
    private const int DeepestNesting = 3;

    /// <summary>Names what is inside of a file, in the order in which it stands there.</summary>
    /// <param name="content">The file, readable and seekable.</param>
    /// <param name="fileName">Its name, which breaks ties between formats.</param>
    /// <param name="options">Limits what is unpacked.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Empty for a file that is no archive or message.</returns>
    public static IReadOnlyList<InnerDocument> List(
        Stream content,
        string fileName,
        ReadOptions options,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(options);
        InnerWalk walk = new(options, cancellation);
        List<InnerDocument> all = [];
        foreach (InnerFile file in walk.Files(content, fileName, "", depth: 1))
        {
            all.Add(new InnerDocument(file.Name, file.Bytes, file.Refusal));
            if (all.Count >= MostDocuments)
                break;
        }

        return all;
    }

    /// <summary>The bytes of a document inside of a file; null where it is not there any more or cannot be
    /// unpacked.</summary>
    /// <param name="content">The file, readable and seekable.</param>
    /// <param name="fileName">Its name.</param>
    /// <param name="inner">The document as <see cref="List"/> names it.</param>
    /// <param name="options">Limits what is unpacked.</param>
    /// <param name="cancellation">Stops it.</param>
    public static byte[]? Open(
        Stream content,
        string fileName,
        string inner,
        ReadOptions options,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(options);
        InnerWalk walk = new(options, cancellation);
        int seen = 0;
        foreach (InnerFile file in walk.Files(content, fileName, "", depth: 1))
        {
            if (file.Name == inner)
                return file.Refusal is null ? file.Read() : null;
            if (++seen >= MostDocuments)
                break;
        }

        return null;
    }

    /// <summary>A file on the way through archives in archives.</summary>
    private sealed record InnerFile(string Name, long Bytes, Refusal? Refusal, Func<byte[]?> Read);

    private sealed class InnerWalk(ReadOptions options, CancellationToken cancellation)
    {
        private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
        private long _left = options.MaxUnpackedBytes;

        public IEnumerable<InnerFile> Files(Stream content, string fileName, string prefix, int depth)
        {
            cancellation.ThrowIfCancellationRequested();
            IEnumerable<InnerFile> files = FormatDetector.Detect(content, fileName) switch
            {
                { NeedsPassword: true } => [],
                { Format: FileFormat.Archive } => InZip(content),
                { Format: FileFormat.Email } => InMail(content),
                _ => [],
            };
            foreach (InnerFile file in files)
            {
                cancellation.ThrowIfCancellationRequested();
                InnerFile named = file with { Name = Unique(prefix + InnerNames.Of(file.Name)) };
                yield return named;
                if (named.Refusal is not null || depth >= DeepestNesting || !InnerNames.MayHold(named.Name))
                    continue;
                if (named.Read() is not { } bytes)
                    continue;
                using MemoryStream inner = new(bytes, 0, bytes.Length, writable: false, publiclyVisible: true);
                foreach (InnerFile deeper in Files(inner, named.Name, named.Name + "/", depth + 1))
                    yield return deeper;
            }
        }

        private IEnumerable<InnerFile> InZip(Stream content)
        {
            ZipContainer zip = ZipContainer.Open(content);
            foreach (ZipEntry entry in zip.Entries)
            {
                if (InnerNames.IsSkipped(entry.Name))
                    continue;
                long bytes = Math.Max(entry.Bytes, 0);
                yield return new InnerFile(entry.Name, bytes, InnerLimits.Refuse(entry), () => Unpack(zip, entry));
            }
        }

        private IEnumerable<InnerFile> InMail(Stream content)
        {
            byte[] head = new byte[8];
            content.Position = 0;
            content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            if (head.AsSpan().SequenceEqual(CompoundFile.Signature))
            {
                CompoundFile file = CompoundFile.Open(content);
                return file.Entries.FirstOrDefault(entry => entry.IsRoot) is { } root
                    ? InOutlook(new OutlookMail(file, root), "", depth: 1)
                    : [];
            }

            return MimeMail.Open(content, cancellation) is { } message ? InMime(message) : [];
        }

        private IEnumerable<InnerFile> InMime(MimeMessage message)
        {
            foreach ((string name, Func<Stream, bool> write) in MimeMail.Attachments(message))
            {
                MemoryStream bytes = new();
                bool isThere = write(bytes);
                Refusal? refusal =
                    !isThere ? InnerLimits.Damaged
                    : bytes.Length > LargestDocument ? InnerLimits.TooLarge
                    : null;
                yield return new InnerFile(name, bytes.Length, refusal, () => Take(bytes.ToArray()));
            }
        }

        /// <summary>A message attached in Outlook's own form is no file; what is attached to it is.</summary>
        private IEnumerable<InnerFile> InOutlook(OutlookMail mail, string prefix, int depth)
        {
            foreach ((string name, Func<byte[]> read, OutlookMail? message) in mail.Attachments())
            {
                if (message is null)
                {
                    byte[] bytes = read();
                    Refusal? refusal = bytes.Length == 0 ? InnerLimits.Damaged : null;
                    yield return new InnerFile(prefix + name, bytes.Length, refusal, () => Take(bytes));
                    continue;
                }

                byte[] text = message.AsMime();
                yield return new InnerFile(prefix + name + ".eml", text.Length, null, () => Take(text));
                if (depth >= DeepestNesting)
                    continue;
                foreach (InnerFile deeper in InOutlook(message, prefix + name + "/", depth + 1))
                    yield return deeper;
            }
        }

        private byte[]? Unpack(ZipContainer zip, ZipEntry entry)
        {
            byte[] bytes = zip.ReadStart(entry, (int)LargestDocument);
            return Take(bytes);
        }

        private byte[]? Take(byte[] bytes)
        {
            _left -= bytes.Length;
            return _left < 0 ? null : bytes;
        }

        private string Unique(string name)
        {
            if (_names.Add(name))
                return name;
            string extension = Path.GetExtension(name);
            for (int i = 2; ; i++)
            {
                string other = FormattableString.Invariant($"{name[..^extension.Length]} ({i}){extension}");
                if (_names.Add(other))
                    return other;
            }
        }
    }
}
