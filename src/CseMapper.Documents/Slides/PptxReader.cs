using System.Globalization;
using System.Xml;
using CseMapper.Documents.Containers;

namespace CseMapper.Documents.Slides;

/// <summary>Reads presentations (.pptx): slide by slide, titles as headings, tables row by row; a slide is a
/// page.</summary>
/// <remarks>Source: ECMA-376 part 1, 19 and 21. Speakers' notes are not shown to anyone and are left out.</remarks>
public sealed class PptxReader : IDocumentReader
{
    private const string Presentation = "ppt/presentation.xml";

    /// <inheritdoc/>
    public IReadOnlyList<FileFormat> Formats { get; } = [FileFormat.Presentation];

    /// <inheritdoc/>
    public IngestResult Read(Stream stream, ReadOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        PackageXml package = new(stream, options, cancellation);
        List<string> slides = SlidesInOrder(package);
        List<Block> blocks = [];
        for (int i = 0; i < slides.Count; i++)
        {
            SlideText slide = new(package.Limits, i + 1);
            package.Read(slides[i], string.Create(CultureInfo.InvariantCulture, $"slide {i + 1}"), slide.Read);
            blocks.AddRange(slide.Blocks);
        }

        return package.Conclude(new SourceDocument(FileFormat.Presentation, blocks, slides.Count, DocumentFacts.None));
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
