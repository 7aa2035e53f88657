using System.Globalization;
using System.Xml;
using CseMapper.Documents.Containers;

namespace CseMapper.Documents.Slides;

/// <summary>Reads presentations (.pptx): slide by slide, titles as headings, tables row by row; a slide is a
/// page.</summary>
/// <remarks>Source: ECMA-376 part 1, 19 and 21. What the speaker noted stands behind its slide, marked as notes; hidden
/// slides are left out.</remarks>
public sealed class PptxReader : IDocumentReader
{
    private const string Presentation = "ppt/presentation.xml";
    internal const string NotesMark = "Speaker notes: ";

    /// <inheritdoc/>
    public IReadOnlyList<FileFormat> Formats { get; } = [FileFormat.Presentation];

    /// <inheritdoc/>
    public IngestResult Read(Stream stream, ReadOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        PackageXml package = new(stream, options, cancellation);
        List<string> slides = SlidesInOrder(package);
        SlideMasters masters = new(package);
        List<Block> blocks = [];
        List<int> hidden = [];
        for (int i = 0; i < slides.Count; i++)
        {
            string entry = slides[i];
            SlideText slide = new(package.Limits, i + 1, masters.Of(entry));
            package.Read(entry, string.Create(CultureInfo.InvariantCulture, $"slide {i + 1}"), slide.Read);
            if (slide.IsHidden)
            {
                hidden.Add(i + 1);
                continue;
            }

            blocks.AddRange(slide.Blocks);
            blocks.AddRange(Notes(package, entry, i + 1));
        }

        if (hidden.Count > 0)
            package.AddRemark(HiddenSlides(hidden));
        return package.Conclude(new SourceDocument(FileFormat.Presentation, blocks, slides.Count, DocumentFacts.None));
    }

    /// <summary>A remark that names slides which were not read.</summary>
    internal static string HiddenSlides(List<int> slides) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(slides.Count == 1 ? "Slide" : "Slides")} {string.Join(", ", slides)} "
        )
        + (slides.Count == 1 ? "is" : "are")
        + " hidden in the presentation and not read; show "
        + (slides.Count == 1 ? "it" : "them")
        + " in PowerPoint (Slide Show, Hide Slide) to have the words read.";

    /// <summary>What the speaker noted to a slide, which nobody is shown: the first words say so.</summary>
    private static IEnumerable<Block> Notes(PackageXml package, string slide, int page)
    {
        if (package.Related(slide, "notesSlide").FirstOrDefault() is not { } entry)
            return [];
        SlideText notes = new(package.Limits, page, (_, _, _) => null) { IsNotes = true };
        package.Read(entry, string.Create(CultureInfo.InvariantCulture, $"the notes to slide {page}"), notes.Read);
        return notes.Blocks.Select(
            (block, i) =>
                i > 0 ? block with { Role = BlockRole.Note }
                : block is TextBlock text ? text with { Text = NotesMark + text.Text, Role = BlockRole.Note }
                : block is ListItemBlock item
                    ? new TextBlock(item.Location, null, $"{NotesMark}{item.Label} {item.Text}")
                    {
                        Role = BlockRole.Note,
                    }
                : block with { Role = BlockRole.Note }
        );
    }

    /// <summary>In the order of the presentation; by name where its list is lost.</summary>
    private static List<string> SlidesInOrder(PackageXml package)
    {
        Dictionary<string, string> targets = package.Relations(Presentation);
        List<string> slides = [];
        package.Read(
            Presentation,
            "the list of slides",
            reader =>
            {
                while (package.Limits.MayGoOn() && reader.Read())
                {
                    if (
                        reader is { NodeType: XmlNodeType.Element, LocalName: "sldId" }
                        && PackageXml.RelationId(reader) is { } id
                        && targets.TryGetValue(id, out string? slide)
                    )
                    {
                        slides.Add(slide);
                    }
                }
            }
        );
        if (slides.Count > 0)
            return slides;
        return
        [
            .. package
                .Entries.Select(entry => entry.Name)
                .Where(name =>
                    name.StartsWith("ppt/slides/slide", StringComparison.OrdinalIgnoreCase)
                    && name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
                )
                .OrderBy(name => name.Length)
                .ThenBy(name => name, StringComparer.Ordinal),
        ];
    }
}
