namespace CseMapper.Pdf.Objects;

/// <summary>
/// What dictionaries and arrays ask for the object behind a reference; <c>PdfFile</c> and the tests' hand-made objects
/// answer.
/// </summary>
internal interface IPdfResolver
{
    /// <returns>The object, never itself a reference; null for a missing, damaged or self-referring one.</returns>
    PdfValue Resolve(PdfReference reference);
}
