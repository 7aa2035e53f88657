using CseMapper.Passages.Splitting;

namespace CseMapper.Passages.Terms;

/// <summary>Reads documents passage by passage as runs of codes of <see cref="TermRuns"/>, stop words
/// included.</summary>
/// <remarks>For one thread at a time; runs are valid until the next call.</remarks>
public sealed class PassageRuns
{
    private int[] _title = new int[32];
    private int[] _heading = new int[64];
    private int[] _leadIn = new int[64];
    private int[] _body = new int[512];
    private int _titleCount;
    private int _headingCount;
    private int _leadInCount;
    private int _bodyCount;
    private IReadOnlyList<string>? _headings;

    /// <summary>The terms that the codes stand for.</summary>
    public TermRuns Terms { get; } = new();

    /// <summary>The words of the document's title.</summary>
    public ReadOnlySpan<int> Title => _title.AsSpan(0, _titleCount);

    /// <summary>The words of the passage's heading path.</summary>
    public ReadOnlySpan<int> Heading => _heading.AsSpan(0, _headingCount);

    /// <summary>The words of the sentence that leads in.</summary>
    public ReadOnlySpan<int> LeadIn => _leadIn.AsSpan(0, _leadInCount);

    /// <summary>The words of the passage itself.</summary>
    public ReadOnlySpan<int> Body => _body.AsSpan(0, _bodyCount);

    /// <summary>Words of the body that are no stop words.</summary>
    public int BodyLength => ContentWords(Body);

    /// <summary>The same of the heading path, and half of the title's that it does not hold.</summary>
    public int HeadingLength
    {
        get
        {
            int more = 0;
            foreach (int word in Title)
            {
                if (!TermRuns.IsStopWord(word) && !HasInHeading(word))
                    more++;
            }

            return ContentWords(Heading) + (more / 2);
        }
    }

    /// <summary>Begins with a document.</summary>
    /// <param name="title">Its title, or empty.</param>
    public void Begin(string title)
    {
        Terms.Begin();
        _headings = null;
        _titleCount = Terms.Append(title, ref _title, 0);
    }

    /// <summary>Reads a passage of the document.</summary>
    /// <param name="passage">One of the document that was begun last.</param>
    public void Read(Passage passage)
    {
        ArgumentNullException.ThrowIfNull(passage);
        ReadHeadings(passage.Headings);
        _leadInCount = passage.LeadIn is null ? 0 : Terms.Append(passage.LeadIn, ref _leadIn, 0);
        ReadBody(passage);
    }

    /// <summary>Reads the words of the passage itself only.</summary>
    /// <param name="passage">One of the document that was begun last.</param>
    public void ReadBody(Passage passage)
    {
        ArgumentNullException.ThrowIfNull(passage);
        _bodyCount = Terms.Append(passage.Text, ref _body, 0);
    }

    private void ReadHeadings(IReadOnlyList<string> headings)
    {
        // Passages of one section share one list.
        if (ReferenceEquals(headings, _headings))
            return;
        _headings = headings;
        _headingCount = 0;
        foreach (string heading in headings)
            _headingCount = Terms.Append(heading, ref _heading, _headingCount);
    }

    private bool HasInHeading(int word)
    {
        foreach (int other in Heading)
        {
            if (TermRuns.NumberOf(other) == TermRuns.NumberOf(word))
                return true;
        }

        return false;
    }

    private static int ContentWords(ReadOnlySpan<int> run)
    {
        int count = 0;
        foreach (int word in run)
            count += TermRuns.IsStopWord(word) ? 0 : 1;
        return count;
    }
}
