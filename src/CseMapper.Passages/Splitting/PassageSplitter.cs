using CseMapper.Documents;

namespace CseMapper.Passages.Splitting;

/// <summary>Cuts a document into passages that a reviewer can judge one by one.</summary>
/// <param name="options">How long they are.</param>
/// <remarks>
/// Every word of the document's text stands in exactly one passage; only contents pages, running headers and footers
/// and remarks in the margin make none. Headings stand above their passages and make none by themselves.
/// </remarks>
public sealed class PassageSplitter(PassageOptions options)
{
    private readonly UnitPacker _packer = new(options);

    /// <summary>The passages of a document, in reading order.</summary>
    /// <param name="document">What its reader returned.</param>
    /// <param name="cancellation">Stops it between two blocks.</param>
    public IReadOnlyList<Passage> Split(SourceDocument document, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(document);
        List<Passage> passages = [];
        PassageKeys keys = new();
        HeadingPath path = new();
        SectionUnits section = new(options);
        bool isCovered = false;
        foreach (Block block in document.Blocks)
        {
            cancellation.ThrowIfCancellationRequested();
            if (block.Role is BlockRole.Contents or BlockRole.Header or BlockRole.Footer or BlockRole.Annotation)
                continue;
            // What nobody sees on the page is no evidence together with what stands around it.
            if (block.IsCovered != isCovered)
                Finish(section, path, keys, document.PrintedPages, passages);
            isCovered = block.IsCovered;
            if (!isCovered && block is HeadingBlock heading && !HeadingPath.IsSentence(heading))
            {
                Finish(section, path, keys, document.PrintedPages, passages);
                path.Enter(heading);
            }
            else
            {
                section.Add(block);
            }
        }
        Finish(section, path, keys, document.PrintedPages, passages);
        return passages;
    }

    private void Finish(
        SectionUnits section,
        HeadingPath path,
        PassageKeys keys,
        PrintedPages pages,
        List<Passage> passages
    )
    {
        foreach (IReadOnlyList<PassageUnit> units in _packer.Pack(section.TakeAll()))
        {
            PassageUnit first = units[0];
            passages.Add(
                new Passage(
                    keys.For(units),
                    passages.Count,
                    string.Join('\n', units.Select(unit => unit.Printed)),
                    path.Printed
                )
                {
                    Clause = first.Clause ?? path.Number,
                    Page = first.Page,
                    PageLabel = pages.LabelOf(first.Page),
                    IsPageApproximate = first.Page is not null && first.Block.Location.IsPageApproximate,
                    LeadIn = first.LeadIn,
                    Kind = units.GroupBy(unit => unit.Kind).MaxBy(kind => kind.Sum(unit => unit.Words))!.Key,
                    HasUnacceptedChanges = units.Any(unit => unit.Block.HasUnacceptedChanges),
                    IsCovered = first.Block.IsCovered,
                    IsRecognised = units.Any(unit => unit.Block.IsRecognised),
                }
            );
        }
    }
}
