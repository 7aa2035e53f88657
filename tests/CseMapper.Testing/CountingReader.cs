using CseMapper.Documents;
using CseMapper.Documents.Text;

namespace CseMapper.Testing;

/// <summary>The reader of plain text, counting what it is asked for.</summary>
internal sealed class CountingReader : IDocumentReader
{
    private readonly PlainTextReader _reader = new();
    private int _count;

    public int Count
    {
        get => _count;
        set => _count = value;
    }

    public Action<int>? BeforeEach { get; set; }

    public IReadOnlyList<FileFormat> Formats => _reader.Formats;

    public IngestResult Read(Stream stream, ReadOptions options, CancellationToken cancellation)
    {
        int count = Interlocked.Increment(ref _count);
        BeforeEach?.Invoke(count);
        return _reader.Read(stream, options, cancellation);
    }
}
