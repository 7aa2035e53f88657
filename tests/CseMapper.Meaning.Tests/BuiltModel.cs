using System.Reflection;
using CseMapper.Meaning.Weights;

namespace CseMapper.Meaning.Tests;

/// <summary>The model that the build made; tests that need it are skipped, and say so, where it made none.</summary>
internal static class BuiltModel
{
    private static readonly Lazy<SentenceModel?> _model = new(() => SentenceModel.Open(SentenceModel.DefaultPath));

    public static SentenceModel Get()
    {
        Assert.SkipWhen(_model.Value is null, "This build has no weights: their package could not be restored.");
        return _model.Value!;
    }

    /// <summary>A resource of the package that the weights come from.</summary>
    public static byte[] Resource(string ending)
    {
        string note = typeof(BuiltModel)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == "ModelSource")
            .Value!;
        string assembly = File.Exists(note) ? File.ReadAllText(note).Trim() : "";
        Assert.SkipUnless(File.Exists(assembly), "The package that the weights come from is not there.");
        return PackageResources.Read(assembly, ending);
    }
}
