using CseMapper.Indexing;

namespace CseMapper.Matching;

/// <summary>A document as matching needs it.</summary>
/// <param name="Key">Names its content (SHA-256 in hex); ties between suggestions are broken by it.</param>
/// <param name="Title">Its title, or empty.</param>
/// <param name="Terms">Its passages' terms, from <see cref="PassageTerms.Encode"/>.</param>
public sealed record IndexedDocument(string Key, string Title, ReadOnlyMemory<byte> Terms);
