using System.Text;
using CseMapper.Documents;

namespace CseMapper.Passages.Workspaces;

/// <summary>What the list of documents shows of a content besides its numbers, as bytes: problems, facts,
/// counts, how pages are cited.</summary>
internal static class DetailsCodec
{
    public static byte[] Encode(IngestResult result)
    {
        DocumentFacts facts = result.Document?.Facts ?? DocumentFacts.None;
        using MemoryStream bytes = new();
        using BinaryWriter writer = new(bytes, Encoding.UTF8);
        writer.Write7BitEncodedInt(result.Document?.CommentCount ?? 0);
        writer.Write7BitEncodedInt(result.Document?.UnacceptedChangeCount ?? 0);
        writer.Write7BitEncodedInt(result.Problems.Count);
        foreach (IngestProblem problem in result.Problems)
        {
            writer.Write(problem.Message);
            writer.Write7BitEncodedInt(problem.Page ?? 0);
        }
        foreach (
            DocumentFact? fact in (DocumentFact?[])
                [facts.Title, facts.Version, facts.Owner, facts.Approved, facts.Review]
        )
        {
            Write(writer, fact);
        }

        IReadOnlyList<string?> pages = (result.Document?.PrintedPages ?? PrintedPages.None).Labels;
        writer.Write7BitEncodedInt(pages.Count);
        foreach (string? page in pages)
            writer.Write(page ?? "");

        writer.Flush();
        return bytes.ToArray();
    }

    /// <summary>Puts what was written back into a record.</summary>
    /// <exception cref="InvalidDataException">The bytes are not what was written.</exception>
    public static DocumentRecord Decode(byte[] bytes, DocumentRecord record)
    {
        try
        {
            using BinaryReader reader = new(new MemoryStream(bytes, writable: false), Encoding.UTF8);
            int comments = reader.Read7BitEncodedInt();
            int changes = reader.Read7BitEncodedInt();
            int count = reader.Read7BitEncodedInt();
            if (count < 0 || count > bytes.Length)
                throw new FormatException();
            IngestProblem[] problems = new IngestProblem[count];
            for (int i = 0; i < problems.Length; i++)
            {
                string message = reader.ReadString();
                int page = reader.Read7BitEncodedInt();
                problems[i] = new IngestProblem(message, page == 0 ? null : page);
            }
            DocumentFacts facts = new()
            {
                Title = Read(reader),
                Version = Read(reader),
                Owner = Read(reader),
                Approved = Read(reader),
                Review = Read(reader),
            };
            return record with
            {
                CommentCount = comments,
                UnacceptedChangeCount = changes,
                Problems = problems,
                Facts = facts,
                PrintedPages = PrintedPages.FromLabels(ReadPages(reader, bytes.Length)),
            };
        }
        catch (Exception fault)
            when (fault is EndOfStreamException or FormatException or OverflowException or ArgumentException)
        {
            throw new InvalidDataException("The details of a document are damaged.", fault);
        }
    }

    private static string?[] ReadPages(BinaryReader reader, int most)
    {
        int count = reader.Read7BitEncodedInt();
        if (count < 0 || count > most)
            throw new FormatException();
        string?[] pages = new string?[count];
        for (int i = 0; i < pages.Length; i++)
            pages[i] = reader.ReadString() is { Length: > 0 } page ? page : null;
        return pages;
    }

    private static void Write(BinaryWriter writer, DocumentFact? fact)
    {
        writer.Write(fact is not null);
        if (fact is null)
            return;
        writer.Write(fact.Text);
        writer.Write(fact.FoundIn);
        writer.Write(fact.Date?.DayNumber ?? -1);
    }

    private static DocumentFact? Read(BinaryReader reader)
    {
        if (!reader.ReadBoolean())
            return null;
        string text = reader.ReadString();
        string foundIn = reader.ReadString();
        int day = reader.ReadInt32();
        return new DocumentFact(text, foundIn, day < 0 ? null : DateOnly.FromDayNumber(day));
    }
}
