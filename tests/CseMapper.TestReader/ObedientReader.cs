using System.Runtime.InteropServices;
using CseMapper.Documents;
using CseMapper.Documents.Text;

namespace CseMapper.TestReader;

/// <summary>Reads plain text, unless its first word tells it to fail.</summary>
internal sealed class ObedientReader(Stream answers) : IDocumentReader
{
    private readonly PlainTextReader _inner = new();

    public IReadOnlyList<FileFormat> Formats => _inner.Formats;

    public IngestResult Read(Stream stream, ReadOptions options, CancellationToken cancellation)
    {
        string text = new StreamReader(stream, leaveOpen: true).ReadToEnd();
        stream.Position = 0;
        switch (text.Split(' ', 2)[0])
        {
            case "overflow":
                return Overflow(text, 0);
            case "spin":
                while (true)
                    Thread.SpinWait(1000);
            case "swell":
                return Swell();
            case "swell-outside":
                return SwellOutside();
            case "flood":
                return IngestResult.Read(
                    new SourceDocument(
                        FileFormat.PlainText,
                        [
                            new TextBlock(
                                default,
                                null,
                                string.Concat(Enumerable.Repeat("flooding words go on ", 200_000))
                            ),
                        ],
                        null,
                        DocumentFacts.None
                    )
                );
            case "babble":
                while (true)
                    answers.Write("This is no answer."u8);
            case "end":
                Environment.Exit(0);
                break;
        }
        return _inner.Read(stream, options, cancellation);
    }

    private static IngestResult Overflow(string text, int depth)
    {
        Span<long> room = stackalloc long[64];
        room[0] = depth;
        IngestResult result = Overflow(text, depth + 1);
        return room[0] == depth ? result : Overflow(text, depth + 1);
    }

    private static IngestResult Swell()
    {
        List<byte[]> kept = [];
        while (true)
        {
            kept.Add(new byte[1 << 20]);
            kept[^1].AsSpan().Fill((byte)kept.Count);
        }
    }

    private static unsafe IngestResult SwellOutside()
    {
        while (true)
            new Span<byte>(NativeMemory.Alloc(1 << 20), 1 << 20).Fill(1);
    }
}
