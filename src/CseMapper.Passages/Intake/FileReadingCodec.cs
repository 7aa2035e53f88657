using CseMapper.Documents;
using CseMapper.Documents.Archives;
using CseMapper.Documents.Files;
using CseMapper.Passages.CrossChecking;
using CseMapper.Passages.Workspaces;

namespace CseMapper.Passages.Intake;

/// <summary>Files and what came of them, as bytes between processes of one build.</summary>
internal static class FileReadingCodec
{
    public static void Write(BinaryWriter writer, FoundFile file)
    {
        writer.Write(file.Path);
        writer.Write(file.FullPath);
        Write(writer, file.Stamp);
        Write(writer, file.RawPath ?? []);
        writer.Write(file.Inner ?? "");
    }

    public static FoundFile ReadFile(BinaryReader reader)
    {
        FoundFile file = new(reader.ReadString(), reader.ReadString(), ReadStamp(reader));
        byte[] raw = ReadBytes(reader);
        string inner = reader.ReadString();
        return file with { RawPath = raw.Length == 0 ? null : raw, Inner = inner.Length == 0 ? null : inner };
    }

    public static void Write(BinaryWriter writer, FileReading reading)
    {
        writer.Write(reading.File.Path);
        Write(writer, reading.File.Stamp);
        writer.Write(reading.File.ReadAt);
        writer.Write(reading.File.Hash);
        writer.Write(reading.File.Refusal is null ? -1 : (int)reading.File.Refusal.Status);
        writer.Write(reading.File.Refusal?.Reason ?? "");
        writer.Write(reading.IsBusy);
        writer.Write(reading.IsLost);
        writer.Write(reading.LackedMemory);
        writer.Write(reading.Inner.Count);
        foreach (InnerDocument inner in reading.Inner)
            Write(writer, inner);
        writer.Write(reading.Content is not null);
        if (reading.Content is not null)
            Write(writer, reading.Content);
    }

    /// <exception cref="InvalidDataException">The bytes are not what was written.</exception>
    public static FileReading ReadReading(BinaryReader reader)
    {
        KnownFile file = new(reader.ReadString(), ReadStamp(reader), reader.ReadInt64(), reader.ReadString());
        int refusal = reader.ReadInt32();
        string reason = reader.ReadString();
        if (refusal >= 0)
            file = file with { Refusal = new Refusal((ReadStatus)refusal, reason) };
        return new FileReading(file)
        {
            IsBusy = reader.ReadBoolean(),
            IsLost = reader.ReadBoolean(),
            LackedMemory = reader.ReadBoolean(),
            Inner = ReadInner(reader),
            Content = reader.ReadBoolean() ? ReadContent(reader, file.Hash) : null,
        };
    }

    public static void Write(BinaryWriter writer, CrossCheckReading? reading)
    {
        writer.Write(reading is not null);
        if (reading is null)
            return;
        writer.Write(reading.LackedMemory);
        Write(writer, CrossCheckCodec.Encode(reading.Result));
        Write(writer, CrossCheckCodec.Encode(reading.Texts));
    }

    /// <exception cref="InvalidDataException">The bytes are not what was written.</exception>
    public static CrossCheckReading? ReadCrossCheck(BinaryReader reader)
    {
        if (!reader.ReadBoolean())
            return null;
        bool lackedMemory = reader.ReadBoolean();
        return new CrossCheckReading(CrossCheckCodec.DecodeResult(ReadBytes(reader)))
        {
            Texts = CrossCheckCodec.DecodeTexts(ReadBytes(reader)),
            LackedMemory = lackedMemory,
        };
    }

    private static void Write(BinaryWriter writer, InnerDocument inner)
    {
        writer.Write(inner.Name);
        writer.Write(inner.Bytes);
        writer.Write(inner.Refusal is null ? -1 : (int)inner.Refusal.Status);
        writer.Write(inner.Refusal?.Reason ?? "");
    }

    private static InnerDocument[] ReadInner(BinaryReader reader)
    {
        int count = reader.ReadInt32();
        if (count is < 0 or > InnerDocuments.MostDocuments)
            throw new InvalidDataException("An answer of a reading process names too many documents.");
        if (count == 0)
            return [];
        InnerDocument[] all = new InnerDocument[count];
        for (int i = 0; i < count; i++)
        {
            InnerDocument inner = new(reader.ReadString(), reader.ReadInt64());
            int refusal = reader.ReadInt32();
            string reason = reader.ReadString();
            all[i] = refusal < 0 ? inner : inner with { Refusal = new Refusal((ReadStatus)refusal, reason) };
        }

        return all;
    }

    private static void Write(BinaryWriter writer, ReadContent content)
    {
        StoredContent summary = content.Summary;
        writer.Write(summary.Mark.Extension);
        writer.Write(summary.Mark.Access);
        writer.Write((int)summary.Format);
        writer.Write((int)summary.Status);
        writer.Write(summary.Pages ?? -1);
        writer.Write(summary.PassageCount);
        Write(writer, summary.Details);
        writer.Write(content.Title);
        Write(writer, content.Passages);
    }

    private static ReadContent ReadContent(BinaryReader reader, string hash)
    {
        ReadingMark mark = new(reader.ReadString(), reader.ReadString());
        FileFormat format = (FileFormat)reader.ReadInt32();
        ReadStatus status = (ReadStatus)reader.ReadInt32();
        int pages = reader.ReadInt32();
        int passages = reader.ReadInt32();
        StoredContent summary = new(mark, format, status, pages < 0 ? null : pages, passages, ReadBytes(reader));
        ReadContent content = new(hash, summary, reader.ReadString(), ReadBytes(reader));
        if (passages > 0)
            PassageCodec.Check(content.Passages);
        return content;
    }

    private static void Write(BinaryWriter writer, FileStamp stamp)
    {
        writer.Write(stamp.Bytes);
        writer.Write(stamp.Modified);
        writer.Write(stamp.Changed);
    }

    private static FileStamp ReadStamp(BinaryReader reader) =>
        new(reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64());

    private static void Write(BinaryWriter writer, byte[] bytes)
    {
        writer.Write(bytes.Length);
        writer.Write(bytes);
    }

    private static byte[] ReadBytes(BinaryReader reader)
    {
        int length = reader.ReadInt32();
        byte[] bytes = reader.ReadBytes(length);
        return bytes.Length == length
            ? bytes
            : throw new InvalidDataException("An answer of a reading process is cut short.");
    }
}
