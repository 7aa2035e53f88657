using CseMapper.Documents;
using CseMapper.Passages.Splitting;
using CseMapper.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace CseMapper.Passages.Tests.Splitting;

/// <summary>What holds for the passages of any document.</summary>
public sealed class PassageSplitterProperties
{
    private static readonly BlockLocation _place = new(Page: null);

    private static readonly Gen<string> _words =
        from count in Gen.Frequency((1, Gen.Choose(0, 3)), (4, Gen.Choose(1, 60)), (1, Gen.Choose(150, 700)))
        from words in Gen.Elements(
                "service",
                "Customers",
                "complaint.",
                "within",
                "10",
                "days;",
                "e.g.",
                "staff,",
                "Ünïcode",
                "line\nbreak",
                "tab\tstop"
            )
            .ListOf(count)
        select string.Join(' ', words);

    private static readonly Gen<Block> _blocks = Gen.Frequency(
        (6, _words.Select(text => (Block)new TextBlock(_place, null, text))),
        (2, _words.Select(text => (Block)new TextBlock(_place, "4.3.2", text))),
        (2, _words.Select(text => (Block)new TextBlock(_place, null, text + ":"))),
        (
            6,
            from depth in Gen.Choose(1, 3)
            from text in _words
            select (Block)new ListItemBlock(_place, depth, "•", text)
        ),
        (1, _words.Select(text => (Block)new TextBlock(_place, null, text) { Role = BlockRole.Note })),
        (1, _words.Select(text => (Block)new TextBlock(_place, null, "omitted " + text) { Role = BlockRole.Footer })),
        (1, from level in Gen.Choose(1, 4) select (Block)new HeadingBlock(_place, level, null, "Title")),
        (
            1,
            from rows in _words.ListOf(2).Select(cells => new TableRow([.. cells])).ListOf(4)
            select (Block)new TableBlock(_place, [.. rows], 0)
        )
    );

    private static readonly Gen<SourceDocument> _documents = _blocks
        .ListOf()
        .Select(blocks => new SourceDocument(FileFormat.PlainText, [.. blocks], null, DocumentFacts.None));

    [Fact]
    public void NoWordIsLostOrDoubledOrMoved()
    {
        PropertyTest.Holds(
            _documents,
            document =>
                Bare(Split(document).Select(passage => passage.Text))
                    .SequenceEqual(Bare(document.Blocks.SelectMany(Texts)))
        );
    }

    [Fact]
    public void NoPassageIsTooLongOrEmpty()
    {
        PropertyTest.Holds(_documents, document => Split(document).All(passage => Count(passage) is > 0 and <= 180));
    }

    [Fact]
    public void APassageIsShortOnlyWhereNeitherNeighbourUnderItsHeadingHasRoom()
    {
        PropertyTest.Holds(
            _documents,
            document =>
            {
                IReadOnlyList<Passage> passages = Split(document);
                return Enumerable
                    .Range(0, passages.Count - 1)
                    .All(i =>
                        !ReferenceEquals(passages[i].Headings, passages[i + 1].Headings)
                        || Math.Min(Count(passages[i]), Count(passages[i + 1])) >= 40
                        || Count(passages[i]) + Count(passages[i + 1]) > 180
                    );
            }
        );
    }

    [Fact]
    public void KeysAreUniqueAndOrdinalsCount()
    {
        PropertyTest.Holds(
            _documents,
            document =>
            {
                IReadOnlyList<Passage> passages = Split(document);
                return passages.Select(passage => passage.Key).Distinct().Count() == passages.Count
                    && passages.Select(passage => passage.Ordinal).SequenceEqual(Enumerable.Range(0, passages.Count));
            }
        );
    }

    private static IReadOnlyList<Passage> Split(SourceDocument document) =>
        new PassageSplitter(PassageOptions.Default).Split(document, CancellationToken.None);

    private static int Count(Passage passage) =>
        passage.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>Cells are parted by semicolons, so these do not count.</summary>
    private static IEnumerable<string> Bare(IEnumerable<string> texts) =>
        texts
            .SelectMany(text => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Select(word => word.TrimEnd(';'))
            .Where(word => word.Length > 0);

    private static IEnumerable<string> Texts(Block block) =>
        block switch
        {
            { Role: BlockRole.Footer } or HeadingBlock => [],
            TextBlock text => [text.Number ?? "", text.Text],
            ListItemBlock item => [item.Label, item.Text],
            TableBlock table => table.Rows.SelectMany(row => row.Cells),
            _ => [],
        };
}
