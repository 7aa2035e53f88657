using CseMapper.Documents;
using CseMapper.Pdf.Objects;
using CseMapper.Pdf.Syntax;

namespace CseMapper.Pdf.Text.Interpreting;

/// <summary>
/// Runs content streams (ISO 32000-2, 7.8.2) as far as they decide what text stands where: graphics and text state,
/// marked content, form XObjects, paths as rules. Nothing is drawn, images are only noted.
/// </summary>
internal sealed partial class ContentInterpreter
{
    /// <summary>Form XObjects inside each other; honest pages nest a handful.</summary>
    private const int DeepestForm = 24;

    /// <summary>Operators of one page, forms counted as often as they are drawn: a drawing that takes longer than this
    /// is no text.</summary>
    private const int MostOperators = 8_000_000;

    private const int MostPieces = 400_000;
    private const int DeepestState = 2_000;

    private readonly PageText _page;
    private readonly TextSource _source;
    private readonly PieceBuilder _builder;
    private readonly PathCollector _paths;
    private readonly Stack<PdfDictionary> _forms = new();
    private readonly List<ContentOperands> _operands = [];
    private GraphicsState[] _saved = new GraphicsState[16];
    private int _savedCount;
    private GraphicsState _state;
    private PdfDictionary? _resources;
    private PdfDictionary? _fonts;
    private int _stream;
    private int _operators;
    private bool _clipPending;
    private CancellationToken _cancellation;

    public ContentInterpreter(PageText page, TextSource source)
    {
        _page = page;
        _source = source;
        _builder = new PieceBuilder(page);
        _paths = new PathCollector(page.Rules);
    }

    /// <summary>Runs one content stream of a page from a fresh state; the page's text grows by what it draws.</summary>
    /// <param name="content">The unfiltered stream.</param>
    /// <param name="resources">The page's resources.</param>
    /// <param name="toPage">From its space to the page as shown.</param>
    /// <param name="cancellation">Looked at now and then.</param>
    public void Run(
        ReadOnlySpan<byte> content,
        PdfDictionary? resources,
        in Matrix toPage,
        CancellationToken cancellation
    )
    {
        _cancellation = cancellation;
        _operators = 0;
        _stream = 0;
        _savedCount = 0;
        _clipIsStale = true;
        _state = GraphicsState.Initial(
            toPage,
            new BlockBox(-float.MaxValue, -float.MaxValue, float.MaxValue, float.MaxValue)
        );
        _runIsStale = true;
        UseResources(resources);
        ResetMarks();
        Execute(content);
        _builder.End();
    }

    private void Execute(ReadOnlySpan<byte> content)
    {
        int depth = _forms.Count;
        while (_operands.Count <= depth)
            _operands.Add(new ContentOperands());
        ContentScanner scanner = new(content, _operands[depth], _source.Names);
        while (scanner.Next())
        {
            if (((++_operators & 0xFFF) == 0 || _operators > MostOperators) && IsTooMuch())
                return;
            Execute(ref scanner);
        }
    }

    private bool IsTooMuch()
    {
        _cancellation.ThrowIfCancellationRequested();
        if (_operators < MostOperators && _page.PieceCount < MostPieces)
            return false;
        ReportTooMuch();
        return true;
    }

    private void ReportTooMuch() =>
        _source.Problems.Add(
            PdfProblemKind.LimitReached,
            "The page draws more than any page of text does; the rest of it was left out."
        );

    private void Execute(ref ContentScanner scanner)
    {
        switch (scanner.Operator)
        {
            case ContentOperator.SaveState:
                Save();
                break;
            case ContentOperator.RestoreState:
                Restore(0);
                break;
            case ContentOperator.ConcatenateMatrix:
                Concatenate(ReadMatrix(ref scanner));
                break;
            case ContentOperator.GraphicsState:
                UseGraphicsState(scanner.Name(0));
                break;
            case ContentOperator.XObject:
                DrawXObject(scanner.Name(0));
                break;
            case ContentOperator.InlineImage:
                NoteImage(null, _builder.PieceCount > 0 ? scanner.Dictionary(0, _source.Resolver) : null);
                break;
            case ContentOperator.LineWidth:
                _state.LineWidth = Math.Abs(scanner.Number(0));
                break;
            case ContentOperator.BeginMarkedContent:
                BeginMark(scanner.Name(0), default);
                break;
            case ContentOperator.BeginMarkedContentWithProperties:
                BeginMark(scanner.Name(0), ReadProperties(ref scanner));
                break;
            case ContentOperator.EndMarkedContent:
                EndMark();
                break;
            default:
                if (!ExecuteText(ref scanner) && !ExecutePath(ref scanner))
                    ExecuteColour(ref scanner);
                break;
        }
    }

    private static Matrix ReadMatrix(ref ContentScanner scanner) =>
        new(
            scanner.Number(0),
            scanner.Number(1),
            scanner.Number(2),
            scanner.Number(3),
            scanner.Number(4),
            scanner.Number(5)
        );

    private void Concatenate(in Matrix matrix)
    {
        Matrix next = matrix.Then(_state.Ctm);
        if (next.IsFinite)
            _state.Ctm = next;
        _runIsStale = true;
    }

    private void Save()
    {
        if (_savedCount >= DeepestState)
            return;
        if (_savedCount == _saved.Length)
            Array.Resize(ref _saved, _savedCount * 2);
        _saved[_savedCount++] = _state;
    }

    /// <param name="floor">A form XObject must not take what its caller saved.</param>
    private void Restore(int floor)
    {
        if (_savedCount <= Math.Max(floor, _savedFloor))
            return;
        _state = _saved[--_savedCount];
        _clipIsStale = true;
        _runIsStale = true;
    }

    private bool ExecutePath(ref ContentScanner scanner)
    {
        switch (scanner.Operator)
        {
            case ContentOperator.MoveTo:
                _paths.MoveTo(_state.Ctm, scanner.Number(0), scanner.Number(1));
                break;
            case ContentOperator.LineTo:
                _paths.LineTo(_state.Ctm, scanner.Number(0), scanner.Number(1));
                break;
            case ContentOperator.CurveTo:
                _paths.Control(_state.Ctm, scanner.Number(0), scanner.Number(1));
                _paths.Control(_state.Ctm, scanner.Number(2), scanner.Number(3));
                _paths.CurveTo(_state.Ctm, scanner.Number(4), scanner.Number(5));
                break;
            case ContentOperator.CurveToFromCurrent or ContentOperator.CurveToReplicated:
                _paths.Control(_state.Ctm, scanner.Number(0), scanner.Number(1));
                _paths.CurveTo(_state.Ctm, scanner.Number(2), scanner.Number(3));
                break;
            case ContentOperator.ClosePath:
                _paths.Close();
                break;
            case ContentOperator.Rectangle:
                _paths.Rectangle(
                    _state.Ctm,
                    scanner.Number(0),
                    scanner.Number(1),
                    scanner.Number(2),
                    scanner.Number(3)
                );
                break;
            case ContentOperator.Clip or ContentOperator.ClipEvenOdd:
                _clipPending = true;
                break;
            default:
                return Paint(scanner.Operator);
        }

        return true;
    }

    private bool Paint(ContentOperator op)
    {
        bool fills = op is ContentOperator.Fill or ContentOperator.FillObsolete or ContentOperator.FillEvenOdd;
        bool strokes = op is ContentOperator.Stroke or ContentOperator.CloseAndStroke;
        bool both =
            op
            is ContentOperator.FillAndStroke
                or ContentOperator.FillAndStrokeEvenOdd
                or ContentOperator.CloseFillAndStroke
                or ContentOperator.CloseFillAndStrokeEvenOdd;
        if (!fills && !strokes && !both && op != ContentOperator.EndPath)
            return false;
        if (
            op
            is ContentOperator.CloseAndStroke
                or ContentOperator.CloseFillAndStroke
                or ContentOperator.CloseFillAndStrokeEvenOdd
        )
        {
            _paths.Close();
        }

        CoverByPath(fills || both, strokes || both);
        if (_clipPending)
            Clip();
        _clipPending = false;
        _paths.Paint(fills || both, strokes || both);
        return true;
    }

    /// <summary>Cuts the clipping path with the current path; without one viewers leave it as it is.</summary>
    private void Clip()
    {
        if (_paths.Bounds is not { } box)
            return;
        BlockBox clip = _state.Clip;
        _clipIsStale = true;
        _state.IsClipShaped |= !_paths.FillsBounds;
        _state.Clip = new(
            Math.Max(clip.Left, box.Left),
            Math.Max(clip.Top, box.Top),
            Math.Min(clip.Right, box.Right),
            Math.Min(clip.Bottom, box.Bottom)
        );
    }
}
