namespace CseMapper.Pdf;

/// <summary>A bookmark of the document's outline.</summary>
/// <param name="Title">Its text, white space evened out.</param>
/// <param name="Level">1 for the outermost.</param>
/// <param name="Page">The page it leads to, counted from 1, or null.</param>
public sealed record PdfBookmark(string Title, int Level, int? Page);
