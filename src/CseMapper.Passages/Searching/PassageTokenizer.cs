using CseMapper.Passages.Terms;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace CseMapper.Passages.Searching;

/// <summary>Yields the terms of a text, stop words included, with their place in the text.</summary>
internal sealed class PassageTokenizer : Tokenizer
{
    private readonly ICharTermAttribute _term;
    private readonly IOffsetAttribute _offset;
    private IReadOnlyList<TextTerm> _words = [];
    private int _length;
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
        string text = m_input.ReadToEnd();
        _length = text.Length;
        _words = TextAnalyzer.Analyze(text);
        _next = 0;
    }

    public sealed override bool IncrementToken()
    {
        ClearAttributes();
        if (_next == _words.Count)
            return false;
        TextTerm word = _words[_next++];
        _term.SetEmpty().Append(word.Term);
        _offset.SetOffset(CorrectOffset(word.Start), CorrectOffset(word.Start + word.Length));
        return true;
    }

    public override void End()
    {
        base.End();
        _offset.SetOffset(CorrectOffset(_length), CorrectOffset(_length));
    }
}
