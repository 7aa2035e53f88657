using System.Globalization;
using CseMapper.Decisions.Mapping;
using CseMapper.Documents;
using CseMapper.Matching.Criteria;
using CseMapper.Matching.Suggestions;
using CseMapper.Passages.Indexing;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Workspaces;

namespace CseMapper.Testing;

internal static partial class SampleMapping
{
    /// <summary>A mapping of about 57 elements and as many suggestions as asked for, from 100 documents.</summary>
    public static MappingFile Generate(int suggestions)
    {
        const int Elements = 57;
        SubCriterion[] subs =
        [
            .. Enumerable
                .Range(0, Elements)
                .GroupBy(i => i / 4)
                .Select(group => new SubCriterion(
                    Number(1 + (group.Key / 3), 1 + (group.Key % 3)),
                    "Sub-criterion",
                    [
                        .. group.Select(i =>
                            Element(
                                Number(1 + (group.Key / 3), 1 + (group.Key % 3), 1 + (i % 4)),
                                "We have made arrangements so that customers receive the service that they were "
                                    + "promised, and we tell them about the results.",
                                "Sub-criterion"
                            )
                        ),
                    ]
                )),
        ];
        Standard standard = new(
            "generated",
            "Generated standard",
            [
                .. subs.GroupBy(sub => sub.Number[0])
                    .Select(group => new Criterion(group.Key.ToString(), "Criterion " + group.Key, [.. group])),
            ],
            "00"
        );
        DocumentRecord[] documents =
        [
            .. Enumerable
                .Range(0, 100)
                .Select(i => new DocumentRecord(
                    $"folder {Number(i % 7)}/policy {Number(i)}.pdf",
                    FileFormat.Pdf,
                    50_000,
                    Hash(i)
                )
                {
                    Pages = 12,
                    PassageCount = 40,
                }),
        ];
        string text = string.Concat(
            Enumerable.Repeat(
                "The council answers complaints from customers within ten working days and publishes its results "
                    + "every year. ",
                5
            )
        );
        ElementEvidence[] evidence =
        [
            .. standard.Elements.Select(
                (element, e) =>
                    new ElementEvidence(
                        element.Number,
                        EvidenceStrength.Strong,
                        [
                            .. Enumerable
                                .Range(0, suggestions / Elements)
                                .Select(i =>
                                    Suggest(
                                        Hash((e + i) % 100),
                                        $"g{Number(i)}",
                                        $"{text}{Number(i)}.",
                                        ["4 Complaints", "4.2 Stage one"],
                                        0.9 - (i * 0.01),
                                        ["complaints", "results"]
                                    )
                                ),
                        ]
                    )
            ),
        ];
        return MappingBuilder.Build(standard, documents, evidence, Generator);
    }

    /// <summary>A mapping of many documents: one could not be read, one was read in part, one is overdue, one holds
    /// evidence, one stands in no folder.</summary>
    public static MappingFile Large(int documents, int unsupported = 0)
    {
        DocumentRecord[] records =
        [
            .. Enumerable
                .Range(0, documents)
                .Select(i => new DocumentRecord(
                    i == documents - 1
                        ? "top.docx"
                        : FormattableString.Invariant($"{(i < 1_503 ? "some" : "more")}/{i:0000}.docx"),
                    FileFormat.WordOpenXml,
                    1_000,
                    Hash(i)
                )
                {
                    Pages = 4,
                    PassageCount = 1,
                    Status =
                        i == 0 ? ReadStatus.Unreadable
                        : i == 1 ? ReadStatus.PartlyRead
                        : i > 2 && i <= unsupported ? ReadStatus.Unsupported
                        : ReadStatus.Read,
                    Problems =
                        i is 0 or 1 ? [new IngestProblem("It is cut.")]
                        : i > 2 && i <= unsupported ? [new IngestProblem("This kind of file is not read.")]
                        : [],
                    IsReviewOverdue = i == 2,
                    Facts = new DocumentFacts
                    {
                        Title = new DocumentFact("Title <i>", "title block"),
                        Version = new DocumentFact("1", "title block"),
                    },
                }),
        ];
        Suggestion suggestion = Suggest(
            Hash(documents - 2),
            "key",
            "We set challenging targets for customer services.",
            [],
            0.9,
            ["customer"]
        );
        return MappingBuilder.Build(
            Standard,
            records,
            [new ElementEvidence("1.1.1", EvidenceStrength.Strong, [suggestion])],
            Generator
        );
    }
}
