using System.Xml;
using CseMapper.Documents.Word.Lists;
using CseMapper.Documents.Word.Packages;
using CseMapper.Documents.Word.Styles;

namespace CseMapper.Documents.Word.Stories;

/// <summary>What the stories of one document share while they are read: definitions, limits, and what is
/// counted.</summary>
internal sealed class WordContext(WordPackage package, DocumentLimits limits)
{
    private readonly List<IngestProblem> _problems = [];

    internal WordPackage Package { get; } = package;

    internal DocumentLimits Limits { get; } = limits;

    internal StyleSheet Styles { get; } = new();

    internal ListDefinitions Lists { get; } = new();

    internal WordSettings Settings { get; } = new();

    internal PageCounter Pages { get; } = new();

    /// <summary>Notes by kind and id, each cited once.</summary>
    internal NoteBook Notes { get; } = new();

    /// <summary>The body's sections in order.</summary>
    internal List<SectionProperties> Sections { get; } = [];

    /// <summary>How many documents this one stands in.</summary>
    internal int Depth { get; init; }

    /// <summary>True once the body of a text was seen.</summary>
    internal bool HasBody { get; set; }

    /// <summary>Tracked changes seen.</summary>
    internal int Changes { get; set; }

    internal IReadOnlyList<IngestProblem> Problems => _problems;

    /// <summary>True when something of the text is missing.</summary>
    internal bool IsIncomplete { get; private set; }

    /// <summary>Notes something that cost text.</summary>
    internal void AddLoss(string message)
    {
        IsIncomplete = true;
        AddRemark(message);
    }

    /// <summary>Notes something that cost no text.</summary>
    internal void AddRemark(string message)
    {
        if (_problems.Count < 50 && !_problems.Exists(problem => problem.Message == message))
            _problems.Add(new IngestProblem(message));
    }

    /// <summary>Reads a part as XML. Damage in it is noted, and what was read before is kept.</summary>
    /// <param name="name">The part's name, or null for none.</param>
    /// <param name="what">What it holds, in words: "the text", "the footnotes".</param>
    /// <param name="read">Reads it to its end.</param>
    internal void Read(string? name, string what, Action<XmlReader, WordPart> read)
    {
        if (name is not null && Package.Find(name) is { } part && Read(part, what, read) is { } damage)
            AddLoss(damage.Reason);
    }

    /// <summary>Reads a part as XML, and gives the damage in it or null.</summary>
    internal PartDamage? Read(WordPart part, string what, Action<XmlReader, WordPart> read)
    {
        PartDamage? damage = null;
        try
        {
            using XmlReader reader = WordXml.Open(new LimitedStream(Package.Open(part), Limits, isXml: true));
            read(reader, part);
        }
        catch (XmlException exception)
        {
            damage = new PartDamage(
                $"{part.Name} ({what}) is damaged at line {exception.LineNumber}; what comes after that place "
                    + "could not be read.",
                exception.LineNumber,
                exception.LinePosition
            );
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            damage = new PartDamage(
                $"{part.Name} ({what}) cannot be unpacked whole; what could not be unpacked of it is missing.",
                0,
                0
            );
        }

        return Limits.Reached is { } reason ? new PartDamage(reason, 0, 0) : damage;
    }
}

/// <summary>Where and why a part could not be read to its end.</summary>
/// <param name="Reason">As a sentence.</param>
/// <param name="Line">The line of the damage from 1, or 0 where nothing can be read after it.</param>
/// <param name="Column">Its place in the line, from 1.</param>
internal sealed record PartDamage(string Reason, int Line, int Column);
