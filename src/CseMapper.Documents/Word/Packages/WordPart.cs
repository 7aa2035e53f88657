namespace CseMapper.Documents.Word.Packages;

/// <summary>A part of a package: a file inside it with a type and relationships.</summary>
/// <param name="Name">Its path inside the package, without a slash at the start: "word/document.xml".</param>
/// <param name="ContentType">What it holds, or "" where the package does not say.</param>
/// <param name="Relations">What it points to.</param>
internal sealed record WordPart(string Name, string ContentType, IReadOnlyList<WordRelation> Relations)
{
    /// <summary>The target of the first relationship of a kind, or null.</summary>
    internal string? TargetOf(string kind) => Relations.FirstOrDefault(relation => relation.Kind == kind)?.Target;

    /// <summary>The target of a relationship by its id, or null.</summary>
    internal string? TargetById(string? id) =>
        id is null ? null : Relations.FirstOrDefault(relation => relation.Id == id)?.Target;
}

/// <summary>A pointer from a part to another one in the same package.</summary>
/// <param name="Id">Names it within its part.</param>
/// <param name="Kind">The last word of its type, which strict and transitional packages share: "styles",
/// "footnotes".</param>
/// <param name="Target">The other part's name.</param>
internal sealed record WordRelation(string Id, string Kind, string Target);
