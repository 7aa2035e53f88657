namespace CseMapper.Pdf;

/// <summary>Collects problems while a file is read: each once per page, and not more than a person would
/// read.</summary>
internal sealed class PdfProblemLog
{
    /// <summary>Beyond this many a list of problems tells nobody anything more.</summary>
    private const int Most = 100;

    private readonly List<PdfProblem> _problems = [];
    private readonly HashSet<PdfProblem> _seen = [];

    /// <summary>The page being read, counted from 1, or null outside of pages.</summary>
    public int? Page { get; set; }

    public IReadOnlyList<PdfProblem> Problems => _problems;

    public void Add(PdfProblemKind kind, string message)
    {
        PdfProblem problem = new(kind, message, Page);
        if (_problems.Count < Most && _seen.Add(problem))
            _problems.Add(problem);
    }
}
