using System.Buffers.Binary;
using CseMapper.Documents.Containers;
using CseMapper.Documents.Text;

namespace CseMapper.Documents.Doc;

/// <summary>Reads Word documents of 97 to 2003 (.doc): text by the piece table, headings, lists, tables, notes, headers
/// and footers.</summary>
/// <remarks>Source: MS-DOC. Numbers of automatic lists are counted as in .docx; a remark says so where a list's
/// definition is missing.</remarks>
public sealed class DocReader : IDocumentReader
{
    private const string Damaged =
        "The file is damaged: no text could be read from it. Open it in Word, let Word repair it and save it as "
        + ".docx, or ask for another copy.";

    /// <inheritdoc/>
    public IReadOnlyList<FileFormat> Formats { get; } = [FileFormat.WordBinary];

    /// <inheritdoc/>
    public IngestResult Read(Stream stream, ReadOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        if (stream.Length > options.MaxFileBytes)
        {
            return IngestResult.Failed(
                ReadStatus.Unreadable,
                "The file is larger than is read. Save it as .docx, or leave out its pictures."
            );
        }

        cancellation.ThrowIfCancellationRequested();
        CompoundFile file = CompoundFile.Open(stream);
        if (file.Find("WordDocument") is not { } main)
            return IngestResult.Failed(ReadStatus.Unreadable, Damaged);
        byte[] document = file.Read(main);
        if (document.Length < DocInformation.Length)
            return IngestResult.Failed(ReadStatus.Unreadable, Damaged);
        DocInformation information = new(document);
        byte[] table = file.Find(information.TableName) is { } found ? file.Read(found) : [];
        DocPieces? pieces = DocPieces.Read(document, table, information);
        if (pieces is null)
            return IngestResult.Failed(ReadStatus.Unreadable, Damaged);
        return Read(document, table, information, pieces, new DocumentLimits(options, cancellation));
    }

    private static IngestResult Read(
        byte[] document,
        byte[] table,
        DocInformation information,
        DocPieces pieces,
        DocumentLimits limits
    )
    {
        DocStyles styles = DocStyles.Read(table, information);
        DocRuns paragraphs = DocRuns.Paragraphs(document, table, information, styles);
        DocFonts fonts = DocFonts.Read(table, information);
        DocText text = new(
            pieces,
            paragraphs,
            DocRuns.Characters(document, table, information),
            styles,
            DocLists.Read(table, information, fonts),
            fonts,
            limits
        );
        DocNotes footnotes = DocNotes.Read(
            table,
            information.FootnoteCitations,
            information.FootnoteTexts,
            information.FootnotesLength
        );
        DocNotes endnotes = DocNotes.Read(
            table,
            information.EndnoteCitations,
            information.EndnoteTexts,
            information.EndnotesLength
        );
        List<Block> blocks = text.ReadBody(information, footnotes, endnotes);
        blocks.AddRange(text.ReadOthers(information));

        SourceDocument source = new(FileFormat.WordBinary, blocks, PageCount: null, DocumentFacts.None)
        {
            UnacceptedChangeCount = text.Changes,
        };
        List<IngestProblem> problems = [];
        if (pieces.IsIncomplete)
        {
            problems.Add(
                new IngestProblem(
                    "A part of the file is damaged; what could be found was read. Open it in Word and save it as .docx."
                )
            );
        }

        if (limits.Reached is { } reached)
            problems.Add(new IngestProblem(reached));
        if (blocks.Count == 0)
        {
            return problems.Count > 0
                ? IngestResult.Failed(ReadStatus.Unreadable, Damaged)
                : new IngestResult(ReadStatus.Unreadable, source, [new IngestProblem(TextLimits.NoWords)]);
        }

        if (problems.Count > 0)
            return IngestResult.Partly(source, problems);
        return text.HasUnknownLists
            ? IngestResult.Read(
                source,
                new IngestProblem(
                    "Some numbers that Word gives to lists by itself could not be worked out, since the file "
                        + "does not say how they count. Save it as .docx to see them."
                )
            )
            : IngestResult.Read(source);
    }
}

/// <summary>The file information block (MS-DOC 2.5): where things are.</summary>
internal sealed class DocInformation(byte[] document)
{
    /// <summary>Up to the last field used.</summary>
    public const int Length = 0x1AA;

    // Of one text; more than a file can hold is damage, and the sum of all must not overflow.
    private const int MostCharacters = 1 << 27;
    private const int FirstLength = 0x4C;
    private const int FirstPlace = 0x9A;

    public string TableName =>
        (BinaryPrimitives.ReadUInt16LittleEndian(document.AsSpan(10)) & 0x0200) != 0 ? "1Table" : "0Table";

    /// <summary>Characters of the main text.</summary>
    public int TextLength => Count(0);

    public int FootnotesLength => Count(1);

    /// <summary>Headers and footers stand behind the footnotes.</summary>
    public (int From, int To) Running => (TextLength + Count(1), TextLength + Count(1) + Count(2));

    /// <summary>Endnotes stand behind macros and comments, which are left out.</summary>
    public (int From, int To) Endnotes =>
        (Running.To + Count(3) + Count(4), Running.To + Count(3) + Count(4) + Count(5));

    public int EndnotesLength => Count(5);

    /// <summary>Text boxes stand behind the endnotes; those of headers, behind them, are left out.</summary>
    public (int From, int To) TextBoxes => (Endnotes.To, Endnotes.To + Count(6));

    public (int Start, int Length) StyleSheet => Place(1);

    public (int Start, int Length) FootnoteCitations => Place(2);

    public (int Start, int Length) FootnoteTexts => Place(3);

    public (int Start, int Length) EndnoteCitations => Place(46);

    public (int Start, int Length) EndnoteTexts => Place(47);

    public (int Start, int Length) Fonts => Place(15);

    /// <summary>The lists' heads; their levels stand behind them.</summary>
    public (int Start, int Length) Lists => Place(73);

    public (int Start, int Length) ListOverrides => Place(74);

    public (int Start, int Length) CharacterTable => Place(12);

    public (int Start, int Length) ParagraphTable => Place(13);

    public (int Start, int Length) Pieces => Place(33);

    /// <summary>A part of the table stream; empty where the place is not in it.</summary>
    public static ReadOnlySpan<byte> Slice(byte[] table, (int Start, int Length) place) =>
        place.Start < 0 || place.Length <= 0 || (long)place.Start + place.Length > table.Length
            ? []
            : table.AsSpan(place.Start, place.Length);

    private int Count(int index) =>
        Math.Clamp(
            BinaryPrimitives.ReadInt32LittleEndian(document.AsSpan(FirstLength + (index * 4))),
            0,
            MostCharacters
        );

    private (int Start, int Length) Place(int index)
    {
        int at = FirstPlace + (index * 8);
        if (at + 8 > document.Length)
            return default;
        ReadOnlySpan<byte> pair = document.AsSpan(at);
        return (BinaryPrimitives.ReadInt32LittleEndian(pair), BinaryPrimitives.ReadInt32LittleEndian(pair[4..]));
    }
}
