namespace CseMapper.Documents.Files;

/// <summary>Why a file was not opened.</summary>
/// <param name="Status">Why in one word.</param>
/// <param name="Reason">Why in a sentence that a compliance officer understands.</param>
public sealed record Refusal(ReadStatus Status, string Reason);
