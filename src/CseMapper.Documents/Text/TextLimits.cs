using System.Globalization;

namespace CseMapper.Documents.Text;

/// <summary>What readers of text formats say when a document is longer than is read, or holds nothing.</summary>
internal static class TextLimits
{
    /// <summary>For a document that is whole but has no words.</summary>
    public const string NoWords = "There are no words in this file.";

    /// <summary>The result for a document whose text was cut, is empty, or is whole.</summary>
    public static IngestResult Result(SourceDocument document, bool wasCut, ReadOptions options)
    {
        if (wasCut)
        {
            return IngestResult.Partly(
                document,
                new IngestProblem(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The text is longer than {options.MaxTextLength:N0} characters; what is beyond was "
                            + $"left out. Split the document."
                    )
                )
            );
        }
        return document.Blocks.Count == 0
            ? IngestResult.Failed(ReadStatus.Unreadable, NoWords) with
            {
                Document = document,
            }
            : IngestResult.Read(document);
    }
}
