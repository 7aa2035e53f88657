using System.Text.Json;

namespace CseMapper.Decisions.Mapping.Json;

/// <summary>Writes what was learnt from decisions into mapping.json, and reads it back.</summary>
internal static class RecalibrationJson
{
    public static void Write(Utf8JsonWriter json, Recalibration learnt)
    {
        json.WriteStartObject("recalibration"u8);
        json.WriteNumber("decided"u8, learnt.Decided);
        json.WriteNumber("accepted"u8, learnt.Accepted);
        json.WriteNumber("intercept"u8, learnt.Intercept);
        json.WriteNumber("slope"u8, learnt.Slope);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, SimilarDecisions like)
    {
        json.WriteStartObject("like"u8);
        json.WriteNumber("decided"u8, like.Decided);
        json.WriteNumber("accepted"u8, like.Accepted);
        json.WriteEndObject();
    }

    public static Recalibration Read(JsonElement json) =>
        new(
            json.GetProperty("intercept"u8).GetDouble(),
            json.GetProperty("slope"u8).GetDouble(),
            json.GetProperty("decided"u8).GetInt32(),
            json.GetProperty("accepted"u8).GetInt32()
        );

    public static SimilarDecisions? Like(JsonElement suggestion) =>
        suggestion.TryGetProperty("like"u8, out JsonElement json)
            ? new SimilarDecisions(json.GetProperty("decided"u8).GetInt32(), json.GetProperty("accepted"u8).GetInt32())
            : null;
}
