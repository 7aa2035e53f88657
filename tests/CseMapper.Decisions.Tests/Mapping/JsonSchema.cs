using System.Text.Json;
using System.Text.RegularExpressions;

namespace CseMapper.Decisions.Tests.Mapping;

/// <summary>Checks JSON against a schema, in the subset of JSON Schema 2020-12 that mapping.schema.json uses; an
/// unknown keyword is a fault of the test.</summary>
internal sealed class JsonSchema(JsonElement root)
{
    public List<string> Check(JsonElement value)
    {
        List<string> faults = [];
        Check(root, value, "$", faults);
        return faults;
    }

    private void Check(JsonElement schema, JsonElement value, string path, List<string> faults)
    {
        if (schema.TryGetProperty("type", out JsonElement type) && !IsOfType(value, type.GetString()!))
        {
            faults.Add($"{path}: {Shorten(value)} is not of type {type}");
            return;
        }

        foreach (JsonProperty keyword in schema.EnumerateObject())
        {
            if (!Holds(schema, keyword, value, path, faults))
                faults.Add($"{path}: {keyword.Name} {keyword.Value.GetRawText()} does not hold for {Shorten(value)}");
        }
    }

    private bool Holds(JsonElement schema, JsonProperty keyword, JsonElement value, string path, List<string> faults)
    {
        switch (keyword.Name)
        {
            case "$schema" or "$id" or "$defs" or "title" or "description" or "type":
                return true;
            case "$ref":
                Check(
                    root.GetProperty("$defs").GetProperty(keyword.Value.GetString()!["#/$defs/".Length..]),
                    value,
                    path,
                    faults
                );
                return true;
            case "const":
                return JsonElement.DeepEquals(keyword.Value, value);
            case "enum":
                return keyword.Value.EnumerateArray().Any(allowed => JsonElement.DeepEquals(allowed, value));
            case "required":
                return keyword.Value.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _));
            case "properties" or "additionalProperties":
                return keyword.Name == "properties" || PropertiesHold(schema, value, path, faults);
            case "items":
                int index = 0;
                foreach (JsonElement item in value.EnumerateArray())
                    Check(keyword.Value, item, $"{path}[{index++}]", faults);
                return true;
            case "minItems":
                return value.GetArrayLength() >= keyword.Value.GetInt32();
            case "minLength":
                return value.GetString()!.Length >= keyword.Value.GetInt32();
            case "pattern":
                return Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!);
            case "minimum":
                return value.GetDouble() >= keyword.Value.GetDouble();
            case "maximum":
                return value.GetDouble() <= keyword.Value.GetDouble();
            default:
                throw new NotSupportedException($"Keyword {keyword.Name} at {path}.");
        }
    }

    private bool PropertiesHold(JsonElement schema, JsonElement value, string path, List<string> faults)
    {
        JsonElement others = schema.GetProperty("additionalProperties");
        bool hasKnown = schema.TryGetProperty("properties", out JsonElement known);
        bool holds = true;
        foreach (JsonProperty property in value.EnumerateObject())
        {
            if (hasKnown && known.TryGetProperty(property.Name, out JsonElement inner))
                Check(inner, property.Value, $"{path}.{property.Name}", faults);
            else if (others.ValueKind == JsonValueKind.False)
                holds = false;
            else
                Check(others, property.Value, $"{path}.{property.Name}", faults);
        }

        return holds;
    }

    private static bool IsOfType(JsonElement value, string type) =>
        type switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "number" => value.ValueKind == JsonValueKind.Number,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            _ => throw new NotSupportedException(type),
        };

    private static string Shorten(JsonElement value)
    {
        string text = value.GetRawText();
        return text.Length <= 80 ? text : text[..80] + "…";
    }
}
