using CseMapper.Decisions.Log;
using CseMapper.Documents.Files;

namespace CseMapper.Decisions.Mapping.Json;

/// <summary>A mapping as mapping.json holds it, in as far as it is read back; <see cref="MappingJsonWriter"/> writes
/// the same properties one after the other, so that the whole never stands in memory.</summary>
internal sealed record MappingJson(
    int Version,
    string Generator,
    MappedStandard Standard,
    EntryJson[] Elements,
    DocumentJson[] Documents,
    LogHead? DecisionLog = null,
    RecalibrationJson? Recalibration = null,
    LeftOutFile[]? LeftOut = null
)
{
    public MappingFile ToMapping() =>
        new(
            Generator,
            Standard,
            Elements.Read(entry => entry.ToEntry()),
            Documents.Read(document => document.ToDocument())
        )
        {
            Log = DecisionLog ?? LogHead.None,
            Recalibration = Recalibration?.ToRecalibration(),
            LeftOut = LeftOut?.Whole() ?? [],
        };
}

/// <summary>The figures of a mapping as mapping.json holds them; they follow from the rest and are not read
/// back.</summary>
internal sealed record CountsJson(
    int Elements,
    int Strong,
    int Possible,
    int None,
    int Suggestions,
    int WeakSuggestions,
    int Documents,
    int Read,
    int PartlyRead,
    int NotRead,
    int Pages,
    int Passages,
    int Accepted,
    int Rejected,
    int Unsure,
    int AwaitApproval,
    int Conflicts,
    int Changed,
    int AcceptedChanged,
    int ElementsAccepted
)
{
    public static CountsJson Of(MappingCounts counts, DecisionCounts review) =>
        new(
            counts.Elements,
            counts.Strong,
            counts.Possible,
            counts.None,
            counts.Suggestions,
            counts.WeakSuggestions,
            counts.Documents,
            counts.Read,
            counts.PartlyRead,
            counts.NotRead,
            counts.Pages,
            counts.Passages,
            review.Accepted,
            review.Rejected,
            review.Unsure,
            review.AwaitApproval,
            review.Conflicts,
            review.Changed,
            review.AcceptedChanged,
            review.ElementsAccepted
        );
}

/// <summary>What was learnt from decisions, as mapping.json holds it.</summary>
internal sealed record RecalibrationJson(int Decided, int Accepted, double Intercept, double Slope)
{
    public static RecalibrationJson Of(Recalibration learnt) =>
        new(learnt.Decided, learnt.Accepted, learnt.Intercept, learnt.Slope);

    public Recalibration ToRecalibration() => new(Intercept, Slope, Decided, Accepted);
}
