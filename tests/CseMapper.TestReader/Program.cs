using CseMapper.Documents;
using CseMapper.Documents.Pdf;
using CseMapper.Documents.Text;
using CseMapper.Passages.CrossChecking;
using CseMapper.Passages.Intake;
using CseMapper.Passages.Splitting;
using CseMapper.TestReader;

// A reading process put together like the program's own, with a reader that does whatever the worst of documents could
// make a reader do.
using Stream input = Console.OpenStandardInput();
using Stream output = Console.OpenStandardOutput();
if (args is ["another-build"])
{
    // A greeting as every build gives it: length of the body, kind 1, number 0, a text with its length.
    ReadOnlySpan<byte> build = "0 another"u8;
    output.Write([(byte)(build.Length + 1), 0, 0, 0, 1, 0, 0, 0, 0, (byte)build.Length, .. build]);
    output.Flush();
    input.CopyTo(Stream.Null);
    return;
}

new ReaderHost(options => new FileIntake(
    new DocumentIngest([new ObedientReader(output), new PdfReader()], options.Reading, TimeProvider.System)
    {
        TimeLimit = options.Limits.Time,
    },
    new PassageSplitter(PassageOptions.Default),
    options.Access,
    TimeProvider.System
)
{
    CrossChecker = new CrossChecker(
        new DocumentIngest([new PlainTextReader()], options.Reading, TimeProvider.System),
        new ObedientReader(output),
        TimeProvider.System
    ),
}).Run(input, output);
