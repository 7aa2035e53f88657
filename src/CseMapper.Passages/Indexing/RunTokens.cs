using System.Text;
using CseMapper.Passages.Terms;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace CseMapper.Passages.Indexing;

/// <summary>Hands a run of analysed terms to Lucene: nothing is analysed or copied again.</summary>
internal sealed class RunTokens : TokenStream
{
    private static readonly BytesRef?[] _forms =
    [
        .. Enumerable
            .Range(0, byte.MaxValue + 1)
            .Select(form => form == WordForms.Stem ? null : new BytesRef([(byte)form])),
    ];

    private readonly TermRuns _terms;
    private readonly IPayloadAttribute? _form;
    private readonly TermBytes _term = new();
    private int[] _run = new int[512];
    private int _at;
    private int _end;

    /// <param name="terms">The terms that the runs' codes stand for.</param>
    /// <param name="hasForms">Whether it is told beside each place which of the stem's words stands there.</param>
    public RunTokens(TermRuns terms, bool hasForms)
    {
        _terms = terms;
        if (hasForms)
            _form = AddAttribute<IPayloadAttribute>();
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
        int code = _run[_at++];
        (int start, int length) = _terms.PlaceOf(TermRuns.NumberOf(code));
        _term.Set(_terms.Pool, start, length);
        if (_form is not null)
            _form.Payload = _forms[TermRuns.FormOf(code)];
        return true;
    }

    /// <inheritdoc/>
    public override void Reset() { }

    /// <inheritdoc/>
    public override void End() { }
}

/// <summary>Words as they are written.</summary>
internal sealed class WordTokens : TokenStream
{
    private readonly TermBytes _term = new();
    private readonly byte[] _bytes = new byte[TextAnalyzer.BufferLength * 3];
    private IEnumerator<string>? _words;

    public WordTokens() => AddAttributeImpl(_term);

    /// <summary>Begins with some words.</summary>
    public void Set(IEnumerable<string> words) => _words = words.GetEnumerator();

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        if (!_words!.MoveNext())
            return false;
        _term.Set(_bytes, 0, Encoding.UTF8.GetBytes(_words.Current, _bytes));
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
