namespace CseMapper.Tests;

/// <summary>Hands progress on as it is reported, on the same thread.</summary>
internal sealed class Heard(Action<MapProgress>? action) : IProgress<MapProgress>
{
    public void Report(MapProgress value) => action?.Invoke(value);
}
