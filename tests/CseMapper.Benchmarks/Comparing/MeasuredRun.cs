using System.Text.Encodings.Web;
using System.Text.Json;

namespace CseMapper.Benchmarks.Comparing;

/// <summary>What a run measured, and where: a file of the folder results.</summary>
/// <param name="Day">When, as yyyy-MM-dd.</param>
/// <param name="Machine">Processor, memory, system and runtime, in words.</param>
/// <param name="Command">The arguments that measure it again; empty where the documents are not in the
/// repository.</param>
/// <param name="Figures">In the order in which the run printed them.</param>
internal sealed record MeasuredRun(
    string Day,
    string Machine,
    IReadOnlyList<string> Command,
    IReadOnlyList<Figure> Figures
)
{
    private static readonly JsonSerializerOptions _options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static MeasuredRun Read(string file) =>
        JsonSerializer.Deserialize<MeasuredRun>(File.ReadAllBytes(file), _options)
        ?? throw new InvalidDataException($"{file} holds no figures.");

    public void Write(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        File.WriteAllText(file, JsonSerializer.Serialize(this, _options) + "\n");
    }
}

/// <summary>One figure.</summary>
/// <param name="Name">What it is of, with its unit; unique in a run.</param>
/// <param name="Value">In that unit.</param>
internal sealed record Figure(string Name, double Value);
