namespace CseMapper.App;

/// <summary>Brings the lines of a list to import, out of whatever file it came in.</summary>
internal static class ListSource
{
    public static bool IsJson(FileInfo file)
    {
        using StreamReader reader = new(file.FullName);
        int first;
        do first = reader.Read();
        while (first >= 0 && char.IsWhiteSpace((char)first));
        return first == '{';
    }

    public static IReadOnlyList<string> Lines(FileInfo file, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return File.ReadAllLines(file.FullName);
    }
}
