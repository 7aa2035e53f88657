using System.Globalization;

namespace CseMapper.App.ReviewPage;

/// <summary>The addresses of the pages; every value in them is encoded.</summary>
internal static class Links
{
    public static string Element(string number) => "/elements/" + Uri.EscapeDataString(number);

    public static string Card(string number, string card) => $"{Element(number)}#{Uri.EscapeDataString(card)}";

    public static string Document(string path) => "/document?path=" + Uri.EscapeDataString(path);

    public static string Passage(string path, string passage) =>
        $"{Document(path)}&passage={Uri.EscapeDataString(passage)}#p-{Uri.EscapeDataString(passage)}";

    /// <summary>The original file, a PDF at its page.</summary>
    public static string File(string path, int? page) =>
        "/file?path="
        + Uri.EscapeDataString(path)
        + (
            page is { } number && path.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase)
                ? "#page=" + Number(number)
                : ""
        );

    /// <summary>A page as both readers have it.</summary>
    public static string CrossCheck(string path, int page) =>
        $"/cross-check?path={Uri.EscapeDataString(path)}&page={Number(page)}";

    /// <summary>The page as it looks, with words marked.</summary>
    public static string Drawing(string path, int? page, string? element, string? card) =>
        "/drawing?path="
        + Uri.EscapeDataString(path)
        + (page is { } number ? "&page=" + Number(number) : "")
        + (
            element is null || card is null
                ? ""
                : $"&element={Uri.EscapeDataString(element)}&card={Uri.EscapeDataString(card)}"
        );

    public static string Use(string hash, string passage, string? element) =>
        $"/use?content={Uri.EscapeDataString(hash)}&passage={Uri.EscapeDataString(passage)}"
        + (element is null ? "" : "&for=" + Uri.EscapeDataString(element));

    /// <summary>An address with parameters, without those that are empty.</summary>
    public static string With(string path, params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        List<string> given = [];
        foreach ((string name, string? value) in parameters)
        {
            if (!string.IsNullOrEmpty(value))
                given.Add($"{name}={Uri.EscapeDataString(value)}");
        }

        return given.Count == 0 ? path : $"{path}?{string.Join('&', given)}";
    }

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
