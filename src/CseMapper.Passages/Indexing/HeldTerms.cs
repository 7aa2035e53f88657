namespace CseMapper.Passages.Indexing;

/// <summary>Terms that a passage has to hold so many of.</summary>
/// <param name="Terms">UTF-8 bytes of terms, and what each counts for.</param>
/// <param name="Least">What those that stand in the passage's body must come to, above 0.</param>
public sealed record HeldTerms(IReadOnlyList<(byte[] Term, int Weight)> Terms, int Least);
