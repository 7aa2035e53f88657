using System.Globalization;
using CseMapper.Documents.Word;

namespace CseMapper.Documents.Tests.Word;

/// <summary>Reads files made for tests.</summary>
internal static class Reading
{
    internal static IngestResult Of(byte[] file, ReadOptions? options = null)
    {
        using MemoryStream stream = new MemoryStream(file);
        return new WordReader().Read(stream, options ?? ReadOptions.Default, TestContext.Current.CancellationToken);
    }

    /// <summary>A document that is read without loss.</summary>
    internal static SourceDocument Of(SmallWordFile file)
    {
        IngestResult result = Of(file.ToBytes());
        Assert.Equal(ReadStatus.Read, result.Status);
        return result.Document!;
    }

    /// <summary>The text as it is extracted.</summary>
    internal static string TextOf(IngestResult result)
    {
        if (result.Document is null)
            return "";
        using StringWriter text = new StringWriter(CultureInfo.InvariantCulture);
        ExtractWriter.WriteText(result.Document, text);
        return text.ToString().TrimEnd('\n');
    }
}
