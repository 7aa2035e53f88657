namespace CseMapper.Passages.Intake;

/// <summary>What is started as a reading process.</summary>
/// <param name="Path">The program.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record ReaderProgram(string Path, IReadOnlyList<string> Arguments);
