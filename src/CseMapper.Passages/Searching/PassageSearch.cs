using CseMapper.Passages.Indexing;

namespace CseMapper.Passages.Searching;

/// <summary>What a person searches for.</summary>
/// <param name="Words">Words in any inflection; several in one text are a phrase. Those that stand everywhere ("the")
/// count for nothing by themselves.</param>
/// <param name="NeedsAll">True to find only passages that hold all of them; by default any of them is enough.</param>
public sealed record PassageSearch(IReadOnlyList<string> Words, bool NeedsAll = false);

/// <summary>Why a passage was found.</summary>
/// <param name="Words">Those of the words searched for that stand in it.</param>
/// <param name="Reason">Its score, taken apart.</param>
public sealed record SearchExplanation(IReadOnlyList<string> Words, ScoreExplanation Reason);

/// <summary>Words of a passage that stand together.</summary>
/// <param name="Words">The words.</param>
/// <param name="Within">In any order, with so many other words between them; null for one after the other.</param>
public sealed record WordPiece(IReadOnlyList<string> Words, int? Within = null);
