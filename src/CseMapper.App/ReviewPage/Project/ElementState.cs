using CseMapper.Decisions.Mapping;
using CseMapper.Matching.Suggestions;

namespace CseMapper.App.ReviewPage.Project;

/// <summary>How an element stands, as its tile says it.</summary>
internal enum ElementState
{
    /// <summary>Words of accepted evidence have changed: look again.</summary>
    Changed,

    /// <summary>Evidence is accepted.</summary>
    Accepted,

    /// <summary>Strong evidence is suggested.</summary>
    Strong,

    /// <summary>Possible evidence is suggested.</summary>
    Possible,

    /// <summary>Something is suggested that alone will hardly do.</summary>
    Thin,

    /// <summary>Nothing is suggested.</summary>
    None,
}

/// <summary>Tells how elements stand.</summary>
internal static class ElementStates
{
    /// <summary>The state of an element; what somebody has to do goes before what is done.</summary>
    public static ElementState Judge(MappingEntry entry)
    {
        if (entry.Decisions.Any(decision => decision.HasChanged))
            return ElementState.Changed;
        if (entry.Decisions.Any(decision => decision.Counts))
            return ElementState.Accepted;
        return entry.State switch
        {
            EvidenceStrength.None or EvidenceStrength.Weak => ElementState.None,
            _ when entry.Gap is { Kind: GapKind.Thin } => ElementState.Thin,
            EvidenceStrength.Strong => ElementState.Strong,
            _ => ElementState.Possible,
        };
    }

    /// <summary>The class that gives it its colour.</summary>
    public static string Class(ElementState state) =>
        state switch
        {
            ElementState.Changed => "changed",
            ElementState.Accepted => "accepted",
            ElementState.Strong => "strong",
            ElementState.Possible => "possible",
            ElementState.Thin => "thin",
            _ => "none",
        };

    /// <summary>In a word or two.</summary>
    public static string Words(ElementState state) =>
        state switch
        {
            ElementState.Changed => "Changed",
            ElementState.Accepted => "Accepted",
            ElementState.Strong => "Strong",
            ElementState.Possible => "Possible",
            ElementState.Thin => "Thin",
            _ => "None",
        };

    /// <summary>What it means, as a sentence.</summary>
    public static string Meaning(ElementState state) =>
        state switch
        {
            ElementState.Changed => "words somebody decided about have changed since",
            ElementState.Accepted => "at least one passage is accepted as evidence",
            ElementState.Strong => "strong evidence is suggested, nobody has accepted any yet",
            ElementState.Possible => "possible evidence is suggested",
            ElementState.Thin => "what is suggested will hardly do alone",
            _ => "nothing strong or possible was found",
        };
}
