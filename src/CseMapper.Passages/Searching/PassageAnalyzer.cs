using Lucene.Net.Analysis;

namespace CseMapper.Passages.Searching;

/// <summary>The analysis of what is searched for: the same terms as those of passages.</summary>
/// <remarks>
/// Words and their folding are the project's own, since no tokenizer of Lucene parts "end.Next" and joins
/// "co-ordinate"; so is the stemmer, Snowball's edition 3.1: the one that comes with Lucene is of 2010 and makes other
/// stems of "organisation", "emergency" and "interest".
/// </remarks>
internal sealed class PassageAnalyzer : Analyzer
{
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) =>
        new(new PassageTokenizer(reader));
}
