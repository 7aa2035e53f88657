using CseMapper.Passages.Terms;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace CseMapper.Passages.Indexing;

/// <summary>Yields the words of a text in their folded form, with their place in the text.</summary>
internal sealed class PassageTokenizer : Tokenizer
{
    private readonly ICharTermAttribute _term;
    private readonly IOffsetAttribute _offset;
    private readonly List<(int Start, int End)> _words = [];
    private string _text = "";
    private int _next;

    public PassageTokenizer(TextReader input)
        : base(input)
    {
        _term = AddAttribute<ICharTermAttribute>();
        _offset = AddAttribute<IOffsetAttribute>();
    }

    public override void Reset()
    {
        base.Reset();
        _text = m_input.ReadToEnd();
        _words.Clear();
        _next = 0;
        WordBreaker words = new(_text);
        while (words.MoveNext())
            _words.Add((words.Start, words.End));
    }

    public sealed override bool IncrementToken()
    {
        ClearAttributes();
        Span<char> folded = stackalloc char[TextAnalyzer.BufferLength];
        while (_next < _words.Count)
        {
            (int start, int end) = _words[_next++];
            int length = TextAnalyzer.Fold(_text.AsSpan(start, end - start), folded);
            // A word of accents alone is none, and takes no place.
            if (length == 0)
                continue;
            folded[..length].CopyTo(_term.ResizeBuffer(length));
            _term.Length = length;
            _offset.SetOffset(CorrectOffset(start), CorrectOffset(end));
            return true;
        }

        return false;
    }

    public override void End()
    {
        base.End();
        _offset.SetOffset(CorrectOffset(_text.Length), CorrectOffset(_text.Length));
    }
}
