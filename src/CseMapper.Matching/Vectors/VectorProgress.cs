namespace CseMapper.Matching.Vectors;

/// <summary>How many of the texts that have no vector yet have got one.</summary>
/// <param name="Done">Texts with a vector.</param>
/// <param name="Total">All of them.</param>
/// <param name="WorkDone">About what they cost, in letters: time goes by these.</param>
/// <param name="WorkTotal">About what all of them cost.</param>
public readonly record struct VectorProgress(int Done, int Total, long WorkDone, long WorkTotal);
