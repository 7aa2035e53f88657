using CseMapper.Pdf;

namespace CseMapper.Documents.Ocr;

/// <summary>Text recognition over the pictures of one document: a picture that fails is noted and the next one
/// tried.</summary>
internal sealed class PictureReading(TesseractProgram program)
{
    private readonly List<IngestProblem> _problems = [];

    /// <summary>What failed, each kind once.</summary>
    public IReadOnlyList<IngestProblem> Problems => _problems;

    public IReadOnlyList<PdfRecognisedWord> Read(PdfPicture picture, CancellationToken cancellation)
    {
        try
        {
            return program.Read(picture, cancellation);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            if (!_problems.Exists(problem => problem.Message == fault.Message))
                _problems.Add(new IngestProblem(fault.Message, picture.Page));
            return [];
        }
    }
}
