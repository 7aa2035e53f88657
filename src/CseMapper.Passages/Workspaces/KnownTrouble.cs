namespace CseMapper.Passages.Workspaces;

/// <summary>That the trouble with a document is known: an old scan, a form that nobody misses.</summary>
/// <param name="Reason">Why it need not be read, in somebody's words.</param>
public sealed record KnownTrouble(string Reason);
