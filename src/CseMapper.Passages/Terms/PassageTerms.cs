using CseMapper.Passages.Splitting;

namespace CseMapper.Passages.Terms;

/// <summary>
/// The terms of a document's passages as compact bytes, kept by the workspace with the text they come from, so that a
/// changed standard is matched without analysing anything again. A forward index: each passage is the sequence of its
/// terms, and phrases can be read off it.
/// </summary>
/// <remarks>
/// Numbers are unsigned LEB128, seven bits a byte, lowest first. Layout: format version (one byte); the terms in order
/// of first occurrence, as a count and for each its length in bytes times two, plus one for stop words, and its UTF-8
/// bytes; the title as a run; the count of passages; for each its heading path as a run whose count is one higher, or 0
/// where it is that of the passage before; its lead-in and its body as runs. A run is a count and that many numbers of
/// terms.
/// </remarks>
public static class PassageTerms
{
    /// <summary>The first byte of what <see cref="Encode"/> writes. Bytes with another first byte are to be encoded
    /// again.</summary>
    public const byte FormatVersion = 2;

    /// <summary>Analyses a document.</summary>
    /// <param name="title">The document's title; empty where it has none.</param>
    /// <param name="passages">Its passages, in order.</param>
    /// <returns>About 1.3 bytes a word and 8 a distinct word.</returns>
    public static byte[] Encode(string title, IReadOnlyList<Passage> passages)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(passages);
        return new PassageTermsWriter().Write(title, passages);
    }
}
