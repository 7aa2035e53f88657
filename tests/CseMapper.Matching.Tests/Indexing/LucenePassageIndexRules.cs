using CseMapper.Passages.Indexing;

namespace CseMapper.Matching.Tests.Indexing;

public sealed class LucenePassageIndexRules : PassageIndexRules
{
    protected override IPassageIndex Fill(IReadOnlyDictionary<string, DocumentText> documents, string reading = "1")
    {
        LucenePassageIndex index = LucenePassageIndex.Open(Folder);
        index.Update(
            documents.Keys.ToDictionary(key => key, _ => reading, StringComparer.Ordinal),
            key => documents[key],
            CancellationToken.None
        );
        return index;
    }
}
