using System.Text;
using CseMapper.Decisions.Mapping;
using CseMapper.Testing;

namespace CseMapper.Reports.Tests;

public sealed class CsvReportTests
{
    [Fact]
    public void BeginsWithAByteOrderMarkAndHasOneLineARecord()
    {
        byte[] bytes = Bytes(SampleMapping.Build());

        Assert.Equal<byte>([0xEF, 0xBB, 0xBF], bytes[..3]);
        string[] lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.Equal("", lines[^1]);
        Assert.All(Rows(bytes), row => Assert.Equal(29, row.Count));
        Assert.Equal(lines.Length - 1, Rows(bytes).Count);
    }

    [Fact]
    public void NoFieldIsTakenForAFormula()
    {
        IEnumerable<string> fields = Rows(Bytes(SampleMapping.Build())).SelectMany(row => row);

        Assert.All(
            fields,
            field =>
                Assert.False(
                    field.TrimStart().Length > 0 && "=+-@".Contains(field.TrimStart()[0], StringComparison.Ordinal),
                    field
                )
        );
        Assert.Contains("'=cmd|' /C calc'!A0.docx", fields);
    }

    [Fact]
    public void NoControlCharacterReachesTheFile()
    {
        string text = Encoding.UTF8.GetString(Bytes(SampleMapping.Build()));

        Assert.DoesNotContain(text.Replace("\r\n", "", StringComparison.Ordinal), char.IsControl);
        Assert.DoesNotContain('\u202E', text);
    }

    [Fact]
    public void ElementsWithoutSuggestionsHaveARow()
    {
        List<List<string>> rows = Rows(Bytes(SampleMapping.Build()));

        Assert.Contains(rows, row => row is ["2.1.3", "Something <nobody> has.", "none", "", ..]);
    }

    [Fact]
    public void APageThatIsOnlyEstimatedSaysSo()
    {
        MappingFile mapping = SampleMapping.Build();
        MappingFile estimated = mapping with
        {
            Elements =
            [
                .. mapping.Elements.Select(element =>
                    element with
                    {
                        Suggestions =
                        [
                            .. element.Suggestions.Select(suggestion =>
                                suggestion with
                                {
                                    Places =
                                    [
                                        .. suggestion.Places.Select(place =>
                                            place with
                                            {
                                                Page = 4,
                                                PageLabel = null,
                                                IsPageApproximate = true,
                                            }
                                        ),
                                    ],
                                }
                            ),
                        ],
                    }
                ),
            ],
        };

        Assert.Contains(Rows(Bytes(estimated)), row => row[7] == "4" && row[8] == "about 4");
    }

    [Fact]
    public void StaysAsItIs() =>
        GoldenFile.Matches(
            "mapping.csv",
            // The repository keeps line feeds and no byte order mark; both are tested above.
            Encoding.UTF8.GetString(Bytes(SampleMapping.Build()))[1..].ReplaceLineEndings("\n")
        );

    private static byte[] Bytes(MappingFile mapping)
    {
        using MemoryStream stream = new();
        CsvReport.Write(mapping, stream);
        return stream.ToArray();
    }

    /// <summary>Reads RFC 4180 as any consumer would.</summary>
    private static List<List<string>> Rows(byte[] bytes)
    {
        string text = Encoding.UTF8.GetString(bytes)[1..];
        List<List<string>> rows =
        [
            [],
        ];
        StringBuilder field = new();
        bool quoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                field.Append(text[i++]);
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && c is ',' or '\n')
            {
                rows[^1].Add(field.ToString());
                field.Clear();
                if (c == '\n')
                    rows.Add([]);
            }
            else if (quoted || c != '\r')
            {
                field.Append(c);
            }
        }

        rows.RemoveAt(rows.Count - 1);
        return rows;
    }
}
