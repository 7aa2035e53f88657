using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using CseMapper.Decisions.Log;
using CseMapper.Decisions.Mapping;
using CseMapper.Documents.Archives;
using CseMapper.Documents.Files;
using CseMapper.Passages.Storage;
using CseMapper.Reports.Packages;

namespace CseMapper.Reports.Pack;

/// <summary>What a pack came to.</summary>
/// <param name="Quotes">Pieces of evidence in it.</param>
/// <param name="Elements">Elements that have any.</param>
/// <param name="Documents">Documents in it.</param>
/// <param name="Waiting">What was left out because somebody must decide first, with the element's number.</param>
/// <param name="LeftOut">The list of these, beside the pack; null where nothing waits.</param>
public sealed record PackResult(
    int Quotes,
    int Elements,
    int Documents,
    IReadOnlyList<(string Element, MappingDecision Decision)> Waiting,
    string? LeftOut
);

/// <summary>A document of the pack is not what was read; the message says what to do.</summary>
public sealed class PackException(string message) : Exception(message);

/// <summary>
/// Writes what goes to the assessor as one zip file: a Word document and a workbook in the layout of the assessor's
/// sheet, every cited document once, and the SHA-256 of them all. Only accepted evidence that stands as it was. The
/// same input gives the same bytes.
/// </summary>
public static class AssessorPack
{
    /// <summary>The list of the other files with their SHA-256, as sha256sum reads it.</summary>
    public const string Manifest = "manifest-sha256.txt";

    /// <summary>Names the decision log that a pack was made from.</summary>
    public const string LogName = "decision-log.txt";

    private static readonly DateTimeOffset _time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes a pack, whole or not at all, and beside it the list of what was left out.</summary>
    /// <param name="mapping">The mapping with its decisions.</param>
    /// <param name="policies">Where the documents lie.</param>
    /// <param name="outputFolder">The folder of the mapping, which is no policy.</param>
    /// <param name="path">The zip file.</param>
    /// <param name="log">The decision log; where it is damaged, the pack says so.</param>
    /// <param name="takesCovered">Also take documents that hold text under a drawn box, which the assessor could copy
    /// out of them.</param>
    /// <param name="cancellation">Leaves the file as it was.</param>
    /// <exception cref="PackException">A document has gone or was changed since it was read.</exception>
    /// <exception cref="OutputFileException">The file cannot be written.</exception>
    public static PackResult Write(
        MappingFile mapping,
        PolicyFolders policies,
        string outputFolder,
        string path,
        DecisionLogContent log,
        bool takesCovered,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(log);
        PackContent content = new(mapping, takesCovered) { Damage = [.. log.Damage()] };
        Dictionary<string, FoundFile> files =
            content.Documents.Count == 0
                ? []
                : policies
                    .List(outputFolder, [], cancellation)
                    .Files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        AtomicFile.Write(
            path,
            stream =>
            {
                // The zip's directory is rewritten once it stands, so it is made in a file of its own.
                using FileStream zip = new(
                    Path.GetTempFileName(),
                    FileMode.Create,
                    FileAccess.ReadWrite,
                    FileShare.None,
                    1 << 16,
                    FileOptions.DeleteOnClose
                );
                WriteZip(content, files, log, zip, cancellation);
                ZipHost.Neutralise(zip);
                zip.Position = 0;
                zip.CopyTo(stream);
            },
            cancellation
        );
        string? leftOut = LeftOut.Write(content, path, cancellation);
        return new PackResult(
            content.Elements.Sum(element => element.Quotes.Count),
            content.Elements.Count(element => element.Quotes.Count > 0),
            content.Documents.Count,
            content.Waiting,
            leftOut
        );
    }

    private static void WriteZip(
        PackContent content,
        Dictionary<string, FoundFile> files,
        DecisionLogContent log,
        Stream stream,
        CancellationToken cancellation
    )
    {
        using ZipArchive zip = new(stream, ZipArchiveMode.Create, leaveOpen: true);
        SortedDictionary<string, string> hashes = new(StringComparer.Ordinal);
        Add(PackWord.Name, new PackWord(content).Write);
        Add(PackWorkbook.Name, new PackWorkbook(content).Write);
        Add(LogName, text => text.Write(Encoding.UTF8.GetBytes(Describe(log))));
        foreach (PackDocument document in content.Documents)
        {
            cancellation.ThrowIfCancellationRequested();
            using OpenedFile opened = Open(document, files, cancellation);
            using Stream entry = Entry(document.Entry);
            opened.Content.Position = 0;
            opened.Content.CopyTo(entry);
            hashes.Add(document.Entry, opened.Hash);
        }

        using Stream manifest = Entry(Manifest);
        manifest.Write(Encoding.UTF8.GetBytes(string.Concat(hashes.Select(hash => $"{hash.Value}  {hash.Key}\n"))));

        void Add(string name, Action<Stream> write)
        {
            using MemoryStream bytes = new();
            write(bytes);
            hashes.Add(name, Convert.ToHexStringLower(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length))));
            using Stream entry = Entry(name);
            bytes.WriteTo(entry);
        }

        Stream Entry(string name)
        {
            ZipArchiveEntry entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
            entry.LastWriteTime = _time;
            entry.ExternalAttributes = 0;
            return entry.Open();
        }
    }

    /// <summary>Which decisions the pack was made from, so that it can be compared with the log later.</summary>
    private static string Describe(DecisionLogContent log)
    {
        StringBuilder text = new();
        text.Append(
            CultureInfo.InvariantCulture,
            $"Made from a decision log of {Plural.Count(log.Head.Lines, "line")}.\nHash of the chain over them: "
                + $"{log.Head.Hash}\n"
        );
        foreach (string damage in log.Damage())
            text.Append(CultureInfo.InvariantCulture, $"\nThe log was damaged when the pack was made. {damage}\n");
        return text.ToString();
    }

    /// <summary>The file of a document, or the one that it lies in.</summary>
    private static FoundFile? Find(string path, Dictionary<string, FoundFile> files)
    {
        if (files.TryGetValue(path, out FoundFile? file))
            return file;
        return InnerNames.Split(path) is { } place && files.TryGetValue(place.File, out FoundFile? holder)
            ? holder with
            {
                Path = path,
                Inner = place.Inner,
            }
            : null;
    }

    private static OpenedFile Open(
        PackDocument document,
        Dictionary<string, FoundFile> files,
        CancellationToken cancellation
    )
    {
        string name = DisplayText.OneLine(document.Path);
        if (Find(document.Path, files) is not { Refusal: null } file)
        {
            throw new PackException(
                $"{name} is cited but is not in the policy folder any more. Run csemapper map, look at what has "
                    + "changed, and export again."
            );
        }

        OpenedFile? opened = null;
        try
        {
            opened = OpenedFile.Open(file, cancellation);
            return opened.Hash == document.Hash
                ? opened
                : throw new PackException(
                    $"{name} was changed since it was read. Run csemapper map, look at what has changed, and "
                        + "export again."
                );
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new PackException($"{name} cannot be read: {fault.Message}");
        }
        catch (PackException)
        {
            opened?.Dispose();
            throw;
        }
    }
}
