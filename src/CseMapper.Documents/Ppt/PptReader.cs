using System.Buffers.Binary;
using CseMapper.Documents.Containers;
using CseMapper.Documents.Slides;
using CseMapper.Documents.Text;
using CseMapper.Documents.Word.Stories;

namespace CseMapper.Documents.Ppt;

/// <summary>Reads presentations of 97 to 2003 (.ppt): slide by slide, titles as headings; a slide is a page. Speaker
/// notes are marked, hidden slides left out.</summary>
/// <remarks>Source: MS-PPT.</remarks>
public sealed class PptReader : IDocumentReader
{
    private const string Damaged =
        "The presentation is damaged: no slides could be read from it. Open it in PowerPoint and save it as .pptx, or ask "
        + "for another copy.";

    /// <inheritdoc/>
    public IReadOnlyList<FileFormat> Formats { get; } = [FileFormat.PresentationBinary];

    /// <inheritdoc/>
    public IngestResult Read(Stream stream, ReadOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        if (stream.Length > options.MaxFileBytes)
            return IngestResult.Failed(ReadStatus.Unreadable, "The presentation is larger than is read. Split it.");
        cancellation.ThrowIfCancellationRequested();
        CompoundFile file = CompoundFile.Open(stream);
        if (file.Find("PowerPoint Document") is not { } entry)
            return IngestResult.Failed(ReadStatus.Unreadable, Damaged);
        if (IsEncrypted(file))
        {
            return IngestResult.Failed(
                ReadStatus.NeedsPassword,
                "This is a PowerPoint presentation of 97 to 2003 protected by a password. Save a copy without the password "
                    + "and put it in the folder."
            );
        }

        DocumentLimits limits = new(options, cancellation);
        List<PptSlide> slides = PptDeck.Read(file.Read(entry), limits);
        if (slides.Count == 0)
            return IngestResult.Failed(ReadStatus.Unreadable, Damaged);
        List<Block> blocks = [];
        List<int> hidden = [];
        for (int i = 0; i < slides.Count; i++)
        {
            if (slides[i].IsHidden)
                hidden.Add(i + 1);
            else
                blocks.AddRange(Blocks(slides[i], i + 1, limits));
        }

        SourceDocument document = new(FileFormat.PresentationBinary, blocks, slides.Count, DocumentFacts.None);
        return limits.Conclude(document, hidden.Count > 0 ? PptxReader.HiddenSlides(hidden) : null);
    }

    /// <summary>Its first stream says so by a number (MS-PPT 2.3.2).</summary>
    private static bool IsEncrypted(CompoundFile file)
    {
        const uint Encrypted = 0xF3D1C4DF;
        return file.Find("EncryptedSummary") is not null
            || (
                file.Find("Current User") is { } user
                && file.ReadStart(user, 16) is { Length: 16 } head
                && BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(12)) == Encrypted
            );
    }

    private static IEnumerable<Block> Blocks(PptSlide slide, int page, DocumentLimits limits)
    {
        BlockLocation place = new(page);
        List<Block> blocks = [];
        foreach (PptText text in slide.Texts)
        {
            foreach (string paragraph in Paragraphs(text))
            {
                limits.TakePiece();
                blocks.Add(
                    text.Kind switch
                    {
                        0 or 6 => new HeadingBlock(place, 1, null, paragraph),
                        1 or 7 or 8 => new ListItemBlock(place, 1, "•", paragraph),
                        _ => new TextBlock(place, null, paragraph),
                    }
                );
            }
        }

        string mark = PptxReader.NotesMark;
        foreach (string paragraph in slide.Notes.SelectMany(Paragraphs))
        {
            blocks.Add(new TextBlock(place, null, mark + paragraph) { Role = BlockRole.Note });
            mark = "";
        }

        return blocks.OrderBy(block => block is HeadingBlock ? 0 : 1);
    }

    /// <summary>Signs that stand for the number of the slide or the date are no words.</summary>
    private static IEnumerable<string> Paragraphs(PptText text) =>
        text
            .Text.Split('\r')
            .Select(paragraph => paragraph.Replace('\v', '\n').Trim())
            .Where(paragraph => paragraph.Length > 0 && paragraph != "*");
}
