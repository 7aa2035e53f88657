using System.Buffers.Binary;

namespace CseMapper.Ingest.Office;

/// <summary>Reads Word documents of 97 to 2003 (.doc): text by the piece table, headings, lists, tables, notes, headers and footers.</summary>
/// <remarks>Source: MS-DOC. Numbers of automatic lists are not worked out in this format; a remark says so where there are any.</remarks>
public sealed class DocReader : IDocumentReader
{
    private const string Damaged = "The file is damaged: no text could be read from it. Open it in Word, let Word repair it and save it as .docx, or ask for another copy.";

    /// <inheritdoc/>
    public IReadOnlyList<FileFormat> Formats { get; } = [FileFormat.WordBinary];

    /// <inheritdoc/>
    public IngestResult Read(Stream stream, ReadOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        if (stream.Length > options.MaxFileBytes) return IngestResult.Failed(ReadStatus.Unreadable, "The file is larger than is read. Save it as .docx, or leave out its pictures.");
        cancellation.ThrowIfCancellationRequested();
        CompoundFile file = CompoundFile.Open(stream);
        if (file.Find("WordDocument") is not { } main) return IngestResult.Failed(ReadStatus.Unreadable, Damaged);
        byte[] document = file.Read(main);
        if (document.Length < DocInformation.Length) return IngestResult.Failed(ReadStatus.Unreadable, Damaged);
        DocInformation information = new(document);
        byte[] table = file.Find(information.TableName) is { } found ? file.Read(found) : [];
        DocPieces? pieces = DocPieces.Read(document, table, information);
        if (pieces is null) return IngestResult.Failed(ReadStatus.Unreadable, Damaged);
        return Read(document, table, information, pieces, new Word.WordLimits(options, cancellation));
    }

    private static IngestResult Read(byte[] document, byte[] table, DocInformation information, DocPieces pieces, Word.WordLimits limits)
    {
        DocText text = new(pieces, DocRuns.Paragraphs(document, table, information), DocRuns.Characters(document, table, information), limits);
        List<Block> blocks = text.Read(0, information.TextLength, BlockRole.Body);
        int at = information.TextLength;
        foreach ((int length, BlockRole? role) in information.OtherTexts)
        {
            if (role is { } kind) blocks.AddRange(text.Read(at, at + length, kind));
            at += length;
        }

        SourceDocument source = new(FileFormat.WordBinary, blocks, PageCount: null, DocumentFacts.None)
        {
            HiddenWordCount = text.HiddenWords,
            UnacceptedChangeCount = text.Changes,
        };
        List<IngestProblem> problems = [];
        if (pieces.IsIncomplete) problems.Add(new IngestProblem("A part of the file is damaged; what could be found was read. Open it in Word and save it as .docx."));
        if (limits.Reached is { } reached) problems.Add(new IngestProblem(reached));
        if (blocks.Count == 0) return problems.Count > 0 ? IngestResult.Failed(ReadStatus.Unreadable, Damaged) : IngestResult.Read(source, new IngestProblem("The document has no text."));
        if (problems.Count > 0) return IngestResult.Partly(source, problems);
        return text.HasLists ? IngestResult.Read(source, new IngestProblem("Numbers that Word gives to lists by itself are not shown for this old format. Save it as .docx to see them.")) : IngestResult.Read(source);
    }
}

/// <summary>The file information block (MS-DOC 2.5): where things are.</summary>
internal sealed class DocInformation(byte[] document)
{
    /// <summary>Up to the last field used.</summary>
    public const int Length = 0x1AA;

    private const int FirstLength = 0x4C;
    private const int FirstPlace = 0x9A;

    public string TableName => (BinaryPrimitives.ReadUInt16LittleEndian(document.AsSpan(10)) & 0x0200) != 0 ? "1Table" : "0Table";

    /// <summary>Characters of the main text.</summary>
    public int TextLength => Count(0);

    /// <summary>The texts behind it: footnotes, headers and footers, macros, comments, endnotes, text boxes, text boxes of headers. A null role is left out.</summary>
    public (int Length, BlockRole? Role)[] OtherTexts =>
    [
        (Count(1), BlockRole.Note), (Count(2), BlockRole.Header), (Count(3), null), (Count(4), null), (Count(5), BlockRole.Note), (Count(6), BlockRole.Aside), (Count(7), null),
    ];

    public (int Start, int Length) CharacterTable => Place(12);

    public (int Start, int Length) ParagraphTable => Place(13);

    public (int Start, int Length) Pieces => Place(33);

    private int Count(int index) => Math.Max(0, BinaryPrimitives.ReadInt32LittleEndian(document.AsSpan(FirstLength + (index * 4))));

    private (int Start, int Length) Place(int index)
    {
        ReadOnlySpan<byte> pair = document.AsSpan(FirstPlace + (index * 8));
        return (BinaryPrimitives.ReadInt32LittleEndian(pair), BinaryPrimitives.ReadInt32LittleEndian(pair[4..]));
    }
}
