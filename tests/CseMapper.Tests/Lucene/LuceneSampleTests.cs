using CseMapper.Documents.Pdf;
using CseMapper.Passages.Indexing;
using CseMapper.Tests.Samples;

namespace CseMapper.Tests.Lucene;

public sealed class LuceneSampleTests(LuceneSampleRun run, ITestOutputHelper output)
    : SampleCorpusRules(run, output),
        IClassFixture<LuceneSampleRun>;

public sealed class LuceneSampleRun()
    : SampleRun(
        new PdfReader(),
        folder => LucenePassageIndex.Open(Path.Combine(folder, LucenePassageIndex.FolderName))
    );
