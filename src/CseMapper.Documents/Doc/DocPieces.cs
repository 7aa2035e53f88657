using System.Buffers.Binary;
using System.Text;

namespace CseMapper.Documents.Doc;

/// <summary>The piece table (MS-DOC 2.4.1): which bytes of the file each character of the text stands in.</summary>
internal sealed class DocPieces
{
    private const int PieceLength = 8;
    private readonly byte[] _document;
    private readonly List<Piece> _pieces = [];

    private DocPieces(byte[] document) => _document = document;

    /// <summary>True where pieces point outside of the file.</summary>
    public bool IsIncomplete { get; private set; }

    /// <returns>Null where there is no table.</returns>
    public static DocPieces? Read(byte[] document, byte[] table, DocInformation information)
    {
        (int start, int length) = information.Pieces;
        if (start < 0 || length <= 0 || (long)start + length > table.Length)
            return null;
        ReadOnlySpan<byte> clx = table.AsSpan(start, length);
        while (clx is [1, _, _, ..])
        {
            // Formatting that pieces refer to stands in front.
            int skip = 3 + BinaryPrimitives.ReadUInt16LittleEndian(clx[1..]);
            if (skip > clx.Length)
                return null;
            clx = clx[skip..];
        }

        if (clx.Length < 5 || clx[0] != 2)
            return null;
        int size = Math.Min(BinaryPrimitives.ReadInt32LittleEndian(clx[1..]), clx.Length - 5);
        DocPieces pieces = new(document);
        pieces.Take(clx.Slice(5, Math.Max(0, size)));
        return pieces._pieces.Count > 0 ? pieces : null;
    }

    /// <summary>The characters of a stretch of text with the number of the first and its place in the file, piece by
    /// piece.</summary>
    /// <param name="from">The first character.</param>
    /// <param name="to">The first one not wanted.</param>
    public IEnumerable<(string Text, int First, int Place, int Width)> Between(int from, int to)
    {
        foreach (Piece piece in _pieces)
        {
            int first = Math.Max(from, piece.Start);
            int last = Math.Min(to, piece.End);
            if (first >= last)
                continue;
            int place = piece.Place + ((first - piece.Start) * piece.Width);
            int bytes = Math.Min((last - first) * piece.Width, _document.Length - place);
            if (bytes <= 0)
                continue;
            Encoding encoding =
                piece.Width == 2 ? Encoding.Unicode : CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
            yield return (encoding.GetString(_document, place, bytes), first, place, piece.Width);
        }
    }

    private void Take(ReadOnlySpan<byte> table)
    {
        int count = (table.Length - 4) / (4 + PieceLength);
        int end = 0;
        for (int i = 0; i < count; i++)
        {
            int from = BinaryPrimitives.ReadInt32LittleEndian(table[(i * 4)..]);
            int to = BinaryPrimitives.ReadInt32LittleEndian(table[((i + 1) * 4)..]);
            uint raw = BinaryPrimitives.ReadUInt32LittleEndian(table[(((count + 1) * 4) + (i * PieceLength) + 2)..]);
            bool isOneByte = (raw & 0x40000000) != 0;
            uint place = raw & 0x3FFFFFFF;
            if (isOneByte)
                place /= 2;
            int width = isOneByte ? 1 : 2;
            // Pieces follow one another; one that runs backwards or past the file is damage.
            bool isSound = from == end && to > from && place + ((long)(to - from) * width) <= _document.Length;
            IsIncomplete |= !isSound;
            if (from < end || to <= from || place >= _document.Length)
                continue;
            _pieces.Add(new Piece(from, to, (int)place, width));
            end = to;
        }
    }

    private readonly record struct Piece(int Start, int End, int Place, int Width);
}
