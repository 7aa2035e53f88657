using System.Globalization;

namespace CseMapper.Benchmarks;

/// <summary>The few options that the runs take.</summary>
internal static class Arguments
{
    public static int Number(string[] arguments, string name, int fallback)
    {
        int place = Array.IndexOf(arguments, name);
        return
            place >= 0
            && place + 1 < arguments.Length
            && int.TryParse(arguments[place + 1], NumberStyles.Integer, CultureInfo.InvariantCulture, out int value)
            ? value
            : fallback;
    }

    /// <summary>All PDF files below a folder, or the file itself, in an order that is the same everywhere.</summary>
    public static string[] PdfFiles(string path)
    {
        if (File.Exists(path))
            return [path];
        string[] files = Directory.GetFiles(path, "*.pdf", SearchOption.AllDirectories);
        Array.Sort(files, StringComparer.Ordinal);
        return files;
    }
}
