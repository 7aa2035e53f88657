namespace CseMapper.Documents.Files;

/// <summary>Where an output folder keeps its cache: the workspace, the index, logs. It may be deleted at any
/// time.</summary>
public static class CacheFolder
{
    /// <summary>Its name; a folder that holds one is an output folder.</summary>
    public const string Name = ".csemapper";

    /// <summary>The path of an output folder's cache.</summary>
    /// <param name="outputFolder">The output folder.</param>
    public static string In(string outputFolder) => Path.Combine(outputFolder, Name);
}
