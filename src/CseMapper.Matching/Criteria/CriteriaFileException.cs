namespace CseMapper.Matching.Criteria;

/// <summary>A criteria file that cannot be used; the message names every fault with file and line.</summary>
public sealed class CriteriaFileException(string message) : Exception(message);
