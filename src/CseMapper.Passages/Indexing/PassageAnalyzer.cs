using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Snowball;

namespace CseMapper.Passages.Indexing;

/// <summary>The analysis of passages for Lucene: the same terms as the embedded index, so that the engines can be
/// compared term by term.</summary>
/// <remarks>
/// Words and their folding are the project's own, since no tokenizer of Lucene parts "end.Next" and joins
/// "co-ordinate". Stop words leave a gap in the positions, as Lucene's StopFilter does. The stemmer runs in Lucene's
/// SnowballFilter, in Snowball's edition 3.1: the one that comes with Lucene is of 2010 and makes other stems of
/// "organisation", "emergency" and "interest".
/// </remarks>
internal sealed class PassageAnalyzer : Analyzer
{
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        PassageTokenizer words = new(reader);
        return new TokenStreamComponents(words, new SnowballFilter(new ContentWordFilter(words), new TermStemming()));
    }
}
