using CseMapper.Matching.Vectors;

namespace CseMapper;

/// <summary>Tells whoever follows a run how far the comparing by meaning is.</summary>
/// <param name="progress">Hears it.</param>
internal sealed class ComparingProgress(IProgress<MapProgress> progress) : IProgress<VectorProgress>
{
    /// <inheritdoc/>
    public void Report(VectorProgress value) =>
        progress.Report(
            new MapProgress(MapStage.Comparing, value.Done, value.Total, 0, value.WorkDone, value.WorkTotal)
        );
}
