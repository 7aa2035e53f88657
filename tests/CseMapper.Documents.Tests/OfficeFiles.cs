using System.IO.Compression;
using System.Text;

namespace CseMapper.Documents.Tests;

/// <summary>Small documents made for a test, and the readers run on them.</summary>
internal static class OfficeFiles
{
    public static IngestResult Read(IDocumentReader reader, byte[] bytes)
    {
        using MemoryStream stream = new(bytes);
        return reader.Read(stream, ReadOptions.Default, CancellationToken.None);
    }

    public static IngestResult Read(IDocumentReader reader, string text) =>
        Read(reader, Encoding.Latin1.GetBytes(text));

    public static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using MemoryStream stream = new();
        using (ZipArchive zip = new(stream, ZipArchiveMode.Create))
        {
            foreach ((string name, string content) in entries)
            {
                using Stream entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }
}
