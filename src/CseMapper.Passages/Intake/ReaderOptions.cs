using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CseMapper.Documents;

namespace CseMapper.Passages.Intake;

/// <summary>How documents are read: everything that their readings depend on besides the program.</summary>
/// <param name="Reading">Passwords and limits of the readers.</param>
/// <param name="Limits">What one document may take.</param>
/// <param name="Jobs">Documents read at the same time.</param>
public sealed record ReaderOptions(ReadOptions Reading, ReadingLimits Limits, int Jobs)
{
    /// <summary>Names what decides how far a document can be read at all, and what users change from run to run:
    /// passwords, limits, text recognition.</summary>
    public string Access { get; } =
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join(
                        '\0',
                        [
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"{Reading.Recognises} {Limits.Time.Ticks} {Limits.MemoryBytes} {Limits.AnswerBytes}"
                            ),
                            .. Reading.Passwords,
                        ]
                    )
                )
            )
        );

    /// <summary>The usual limits.</summary>
    /// <param name="reading">What is asked of every reader.</param>
    public static ReaderOptions From(ReadOptions reading) =>
        new(reading, ReadingLimits.Usual(reading.Recognises), Environment.ProcessorCount);

    internal void Write(BinaryWriter writer)
    {
        writer.Write(Reading.Passwords.Count);
        foreach (string password in Reading.Passwords)
            writer.Write(password);
        writer.Write(Reading.MaxTextLength);
        writer.Write(Reading.MaxUnpackedBytes);
        writer.Write(Reading.MaxFileBytes);
        writer.Write(Reading.PdfReader);
        writer.Write(Reading.Recognises);
        writer.Write(Limits.Time.Ticks);
        writer.Write(Limits.MemoryBytes);
        writer.Write(Limits.AnswerBytes);
        writer.Write(Jobs);
    }

    internal static ReaderOptions Read(BinaryReader reader)
    {
        string[] passwords = new string[reader.ReadInt32()];
        for (int i = 0; i < passwords.Length; i++)
            passwords[i] = reader.ReadString();
        ReadOptions reading = new()
        {
            Passwords = passwords,
            MaxTextLength = reader.ReadInt32(),
            MaxUnpackedBytes = reader.ReadInt64(),
            MaxFileBytes = reader.ReadInt64(),
            PdfReader = reader.ReadString(),
            Recognises = reader.ReadBoolean(),
        };
        ReadingLimits limits = new(new TimeSpan(reader.ReadInt64()), reader.ReadInt64(), reader.ReadInt32());
        return new ReaderOptions(reading, limits, reader.ReadInt32());
    }
}
