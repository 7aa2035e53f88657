using System.Globalization;
using System.Text;
using CseMapper.Testing;

namespace CseMapper.Tests.Samples;

/// <summary>A passage of the samples that is evidence for an element, as judged by hand in expected.tsv.</summary>
/// <param name="Element">The element's number.</param>
/// <param name="Document">Path below corpus-samples; a dash where no document holds evidence.</param>
/// <param name="Words">A run of words that only this passage holds; empty with a dash.</param>
/// <param name="Grade">2 clear, 1 supporting, 0 with a dash.</param>
internal sealed record ExpectedEvidence(string Element, string Document, string Words, int Grade)
{
    private string Run { get; } = Normalise(Words);

    public bool IsNone => Document == "-";

    public static IReadOnlyList<ExpectedEvidence> Load() =>
        [
            .. File.ReadLines(RepositoryFiles.Path("corpus-samples", "expected.tsv"))
                .Where(line => line.Length > 0 && line[0] != '#')
                .Skip(1)
                .Select(line => line.Split('\t'))
                .Select(cells => new ExpectedEvidence(
                    cells[0],
                    cells[1],
                    cells[2],
                    int.Parse(cells[3], CultureInfo.InvariantCulture)
                )),
        ];

    /// <summary>True when a text holds the run, whatever its case and punctuation.</summary>
    /// <param name="normalisedText">The text after <see cref="Normalise"/>.</param>
    public bool StandsIn(string normalisedText) => !IsNone && normalisedText.Contains(Run, StringComparison.Ordinal);

    /// <summary>Words and figures in small letters between single spaces, with a space at either end.</summary>
    public static string Normalise(string text)
    {
        StringBuilder words = new(" ", text.Length + 2);
        foreach (char letter in text)
        {
            if (char.IsLetterOrDigit(letter))
                words.Append(char.ToLowerInvariant(letter));
            else if (words[^1] != ' ')
                words.Append(' ');
        }

        if (words[^1] != ' ')
            words.Append(' ');
        return words.ToString();
    }
}
