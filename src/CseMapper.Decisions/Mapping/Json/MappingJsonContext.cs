using System.Text.Json.Serialization;

namespace CseMapper.Decisions.Mapping.Json;

/// <summary>The parts of mapping.json, each with the code that reads and writes it, made when the program is built:
/// properties stand in the file in the order in which their types name them.</summary>
[JsonSerializable(typeof(MappingJson))]
[JsonSerializable(typeof(CountsJson))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    MaxDepth = MaxDepth,
    DefaultBufferSize = 256 * 1024
)]
internal sealed partial class MappingJsonContext : JsonSerializerContext
{
    public const int MaxDepth = 1000;
}
