using CseMapper.Passages.Terms;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace CseMapper.Passages.Indexing;

/// <summary>Leaves out stop words; words that turn a statement round are none.</summary>
internal sealed class ContentWordFilter : FilteringTokenFilter
{
    private readonly ICharTermAttribute _term;

    public ContentWordFilter(TokenStream input)
        : base(LuceneVersion.LUCENE_48, input) => _term = AddAttribute<ICharTermAttribute>();

    protected override bool Accept()
    {
        ReadOnlySpan<char> word = _term.Buffer.AsSpan(0, _term.Length);
        return StopWords.IsNegation(word) || !StopWords.Contains(word);
    }
}
