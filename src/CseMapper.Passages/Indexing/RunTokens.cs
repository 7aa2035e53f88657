using CseMapper.Passages.Terms;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace CseMapper.Passages.Indexing;

/// <summary>Hands a run of analysed terms to Lucene: nothing is analysed or copied again.</summary>
internal sealed class RunTokens : TokenStream
{
    private readonly TermRuns _terms;
    private readonly TermBytes _term = new();
    private int[] _run = new int[512];
    private int _at;
    private int _end;

    /// <param name="terms">The terms that the runs' codes stand for.</param>
    public RunTokens(TermRuns terms)
    {
        _terms = terms;
        AddAttributeImpl(_term);
    }

    /// <summary>Begins with a run.</summary>
    public void Set(ReadOnlySpan<int> run)
    {
        if (_run.Length < run.Length)
            _run = new int[run.Length * 2];
        run.CopyTo(_run);
        (_at, _end) = (0, run.Length);
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        if (_at == _end)
            return false;
        (int start, int length) = _terms.PlaceOf(TermRuns.NumberOf(_run[_at++]));
        _term.Set(_terms.Pool, start, length);
        return true;
    }

    /// <inheritdoc/>
    public override void Reset() { }

    /// <inheritdoc/>
    public override void End() { }
}

/// <summary>One term that stands for a whole field.</summary>
internal sealed class SingleToken : TokenStream
{
    private readonly TermBytes _term = new();
    private bool _isRead;

    public SingleToken() => AddAttributeImpl(_term);

    /// <summary>Begins with a term.</summary>
    public void Set(BytesRef bytes)
    {
        _term.Set(bytes.Bytes, bytes.Offset, bytes.Length);
        _isRead = false;
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        bool isNew = !_isRead;
        _isRead = true;
        return isNew;
    }

    /// <inheritdoc/>
    public override void Reset() => _isRead = false;

    /// <inheritdoc/>
    public override void End() { }
}

/// <summary>A term as bytes of somebody else's array.</summary>
internal sealed class TermBytes : Lucene.Net.Util.Attribute, ITermToBytesRefAttribute
{
    /// <inheritdoc/>
    public BytesRef BytesRef { get; } = new();

    /// <inheritdoc/>
    public void FillBytesRef() { }

    public void Set(byte[] bytes, int start, int length) =>
        (BytesRef.Bytes, BytesRef.Offset, BytesRef.Length) = (bytes, start, length);

    /// <inheritdoc/>
    public override void Clear() { }

    /// <inheritdoc/>
    public override void CopyTo(IAttribute target) => throw new NotSupportedException();
}
