namespace CseMapper.Passages.Indexing;

/// <summary>A score as a tree: the value of a node is what its details make of it, as the description says.</summary>
/// <param name="Value">The node's value.</param>
/// <param name="Description">What it is, and how it comes from its details ("sum of", "product of", …).</param>
/// <param name="Details">What it is made of.</param>
public sealed record ScoreExplanation(double Value, string Description, IReadOnlyList<ScoreExplanation> Details);
