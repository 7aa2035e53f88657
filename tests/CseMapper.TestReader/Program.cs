using CseMapper.Documents;
using CseMapper.Documents.Pdf;
using CseMapper.Passages.Intake;
using CseMapper.Passages.Splitting;
using CseMapper.TestReader;

// A reading process put together like the program's own, with a reader that does whatever the worst of documents could
// make a reader do.
using Stream input = Console.OpenStandardInput();
using Stream output = Console.OpenStandardOutput();
new ReaderHost(options => new FileIntake(
    new DocumentIngest([new ObedientReader(output), new PdfReader()], options.Reading, TimeProvider.System)
    {
        TimeLimit = options.Limits.Time,
    },
    new PassageSplitter(PassageOptions.Default),
    options.Access,
    TimeProvider.System
)).Run(input, output);
