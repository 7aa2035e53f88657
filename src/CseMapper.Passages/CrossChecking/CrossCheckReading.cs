namespace CseMapper.Passages.CrossChecking;

/// <summary>What a reading process hands back about a document that was read twice.</summary>
/// <param name="Result">What came of it.</param>
public sealed record CrossCheckReading(CrossCheck Result)
{
    /// <summary>One that may come to more with more memory.</summary>
    internal static CrossCheckReading WithoutMemory { get; } =
        new(CrossCheck.Failed("The second reader needed too much memory and was given up.")) { LackedMemory = true };

    /// <summary>The pages that differ, as both have them; the first hundred.</summary>
    public IReadOnlyList<PageTexts> Texts { get; init; } = [];

    /// <summary>True when memory ran short.</summary>
    public bool LackedMemory { get; init; }
}
