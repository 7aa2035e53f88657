namespace CseMapper.Documents.Tests.Word;

/// <summary>One thing that documents do, in a document that does nothing else.</summary>
/// <param name="Name">What it does, as a sentence.</param>
/// <param name="File">The document.</param>
/// <param name="Expected">What Word prints, written by hand: paragraphs on lines of their own, cells parted by
/// tabs.</param>
internal sealed record TortureCase(string Name, SmallWordFile File, string Expected)
{
    /// <summary>All cases.</summary>
    internal static IReadOnlyList<TortureCase> All { get; } =
    [
        .. TextCases.All,
        .. FieldCases.All,
        .. ControlCases.All,
        .. BesideCases.All,
        .. NumberingCases.All,
        .. NumberFormatCases.All,
        .. TableCases.All,
        .. NoteCases.All,
        .. ChangeCases.All,
    ];
}
