using System.Text.Json;
using CseMapper.Passages.Storage;

namespace CseMapper.Decisions.Mapping.Json;

/// <summary>Writes an element's gap into mapping.json.</summary>
internal static class GapJson
{
    public static void Write(Utf8JsonWriter json, MappingGap gap)
    {
        json.WriteStartObject("gap"u8);
        json.WriteString("kind"u8, MappingNames.NameOf(gap.Kind));
        json.WriteString("why"u8, gap.Why);
        json.WriteString("attach"u8, gap.Attach);
        json.WriteNumbers("uncoveredParts"u8, gap.UncoveredParts);
        json.WriteStartArray("searchedFor"u8);
        foreach (SearchedPhrase searched in gap.SearchedFor)
        {
            json.WriteStartObject();
            json.WriteString("words"u8, searched.Words);
            json.WriteNumber("passages"u8, searched.Passages);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStrings("closest"u8, gap.Closest);
        json.WriteEndObject();
    }

    public static MappingGap? Read(JsonElement element) =>
        element.TryGetProperty("gap"u8, out JsonElement json)
            ? new MappingGap(MappingNames.Gap(json.Text("kind")), json.Text("why"), json.Text("attach"))
            {
                UncoveredParts =
                [
                    .. json.GetProperty("uncoveredParts"u8).EnumerateArray().Select(part => part.GetInt32()),
                ],
                SearchedFor =
                [
                    .. json.GetProperty("searchedFor"u8)
                        .EnumerateArray()
                        .Select(searched => new SearchedPhrase(
                            searched.Text("words"),
                            searched.GetProperty("passages"u8).GetInt32()
                        )),
                ],
                Closest = [.. json.GetProperty("closest"u8).EnumerateArray().Select(id => id.GetString() ?? "")],
            }
            : null;

    private static string Text(this JsonElement json, string name) => json.GetProperty(name).GetString() ?? "";
}
