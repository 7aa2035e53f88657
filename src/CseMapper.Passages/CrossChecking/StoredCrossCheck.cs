namespace CseMapper.Passages.CrossChecking;

/// <summary>A cross-check to be kept for a content.</summary>
/// <param name="Hash">SHA-256 of the content.</param>
/// <param name="MadeBy">Names the build of the second reader.</param>
/// <param name="Access">Names the passwords and limits where more of them might come to more, else empty.</param>
/// <param name="Reading">What came of it.</param>
public sealed record StoredCrossCheck(string Hash, string MadeBy, string Access, CrossCheckReading Reading);
