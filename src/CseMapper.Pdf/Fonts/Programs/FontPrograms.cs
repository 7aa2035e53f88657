using CseMapper.Pdf.Objects;

namespace CseMapper.Pdf.Fonts.Programs;

/// <summary>Opens the font program that a descriptor embeds (ISO 32000-2, 9.9).</summary>
internal static class FontPrograms
{
    /// <param name="descriptor">The font descriptor, null where there is none.</param>
    /// <param name="decode">Gives the decoded bytes of a stream.</param>
    /// <returns>The program, null where none is embedded or its kind cannot be told. What it is decides its first
    /// bytes, not the key it is under.</returns>
    public static FontProgram? Open(PdfDictionary? descriptor, Func<PdfStream, byte[]> decode)
    {
        PdfStream? stream =
            descriptor?["FontFile2"].AsStream()
            ?? descriptor?["FontFile3"].AsStream()
            ?? descriptor?["FontFile"].AsStream();
        if (stream is null)
            return null;
        ReadOnlyMemory<byte> bytes = decode(stream);
        BigEndian file = new(bytes);
        return file.UInt32(0) switch
        {
            0x00010000 or 0x00020000 or 0x74727565 or 0x4F54544F or 0x74746366 => new TrueTypeProgram(bytes),
            >= 0x01000000 and <= 0x01FFFFFF => CffProgram.Read(bytes),
            _ when file.Byte(0) == 0x80 || file.Span.IndexOf("/Encoding"u8) >= 0 || file.Span.IndexOf("eexec"u8) >= 0 =>
                new Type1Program(bytes.Span),
            _ => null,
        };
    }
}
