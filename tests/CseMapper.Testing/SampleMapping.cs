using System.Globalization;
using CseMapper.Decisions.Mapping;
using CseMapper.Documents;
using CseMapper.Matching.Criteria;
using CseMapper.Matching.Suggestions;
using CseMapper.Passages.Indexing;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Workspaces;

namespace CseMapper.Testing;

/// <summary>A small mapping with everything that can go wrong in names and texts, and a generator for big
/// ones.</summary>
internal static partial class SampleMapping
{
    public const string Generator = "CseMapper 0.0.0";

    public const string HostileText =
        "=HYPERLINK(\"http://evil.example\",\"x\") </script><script>alert(1)</script> <img src=x onerror=alert(1)> "
        + "complaints \u202Egnp.exe\u0001\u0000 _x0041_ \uD800 & \"quotes\" 'single'\nsecond line\r\n+1 ]]> <!-- "
        + "customers -->";

    public static readonly string[] HostilePaths =
    [
        "=cmd|' /C calc'!A0.docx",
        "+44 phone numbers.pdf",
        "-minus.pdf",
        "@SUM(A1).docx",
        "\"quoted\", and comma.pdf",
        "line\nbreak\rand\ttab.pdf",
        "<script>alert('name')<",
        "100% #1? & more.pdf",
        "policies 2024/Réclamations – été.pdf",
        "rtl \u202Efdp.exe.pdf",
        "control\u0001\u001f.pdf",
        "a:b\\c.pdf",
        "_x0041_.docx",
        "' onmouseover='alert(1).pdf",
        "顧客サービス.pdf",
        "tail space .pdf",
    ];

    public static Standard Standard { get; } =
        new(
            "sample",
            "Sample Standard <for> \"tests\"",
            [
                new Criterion(
                    "1",
                    "Customer Insight",
                    [
                        new SubCriterion(
                            "1.1",
                            "Customer Identification",
                            [
                                Element(
                                    "1.1.1",
                                    "We understand the needs of our customer groups.",
                                    "Customer Identification"
                                ),
                                Element(
                                    "1.1.2",
                                    "We analyse and publicise satisfaction levels and we have improved services "
                                        + "as a result.",
                                    "Customer Identification"
                                ) with
                                {
                                    Kind = EvidenceKind.Results,
                                    Parts =
                                    [
                                        new ElementPart("We analyse and publicise satisfaction levels"),
                                        new ElementPart("we have improved services as a result"),
                                    ],
                                    Vocabulary =
                                    [
                                        new VocabularyEntry("satisfaction survey", 2),
                                        new VocabularyEntry("you said, we did", 3),
                                    ],
                                },
                            ]
                        ),
                    ]
                ),
                new Criterion(
                    "2",
                    "Delivery & <Timeliness>",
                    [
                        new SubCriterion(
                            "2.1",
                            "Complaints",
                            [
                                Element("2.1.1", "We have an easy to use complaints procedure.", "Complaints"),
                                Element("2.1.2", "=Our staff are polite & friendly.", "Complaints") with
                                {
                                    Kind = EvidenceKind.Observed,
                                },
                                Element("2.1.3", "Something <nobody> has.", "Complaints") with
                                {
                                    Damage = "the line is cut short",
                                },
                            ]
                        ),
                    ]
                ),
            ],
            "f0e1d2c3"
        );

    public static MappingFile Build() => MappingBuilder.Build(Standard, Documents(), Evidence(), Generator);

    public static IReadOnlyList<DocumentRecord> Documents()
    {
        List<DocumentRecord> records = [];
        for (int i = 0; i < HostilePaths.Length; i++)
        {
            records.Add(
                new DocumentRecord(HostilePaths[i], FileFormat.Pdf, 1000 + i, Hash(i))
                {
                    Pages = 3,
                    PassageCount = 5,
                    IsReviewOverdue = i == 2,
                    Facts = new DocumentFacts
                    {
                        Title = new DocumentFact(
                            "=Title <b>" + i.ToString(CultureInfo.InvariantCulture),
                            "title block"
                        ),
                        Review = new DocumentFact("March 2020", "document control table", new DateOnly(2020, 3, 31)),
                    },
                }
            );
        }

        records.Add(
            new DocumentRecord("copies/minus again.pdf", FileFormat.Pdf, 1002, Hash(2)) { Pages = 3, PassageCount = 5 }
        );
        records.Add(
            Failed(
                "scan.pdf",
                FileFormat.Pdf,
                ReadStatus.NeedsOcr,
                "All 4 pages are pictures: run text recognition and save it again."
            )
        );
        records.Add(
            Failed(
                "locked.docx",
                FileFormat.WordOpenXml,
                ReadStatus.NeedsPassword,
                "It is encrypted: give its password or save it without one."
            )
        );
        records.Add(
            Failed(
                "cut.pdf",
                FileFormat.Pdf,
                ReadStatus.Unreadable,
                "=The file ends in the middle of <its> list of objects."
            )
        );
        records.Add(Failed("photo.bin", FileFormat.Unknown, ReadStatus.Unsupported, "This kind of file is not read."));
        records.Add(
            new DocumentRecord("partly.pdf", FileFormat.Pdf, 9000, Hash(90))
            {
                Status = ReadStatus.PartlyRead,
                Pages = 12,
                PassageCount = 40,
                Problems =
                [
                    new IngestProblem("The page is damaged and was left out.", 7),
                    new IngestProblem("Two pictures were left out."),
                ],
                CommentCount = 3,
                UnacceptedChangeCount = 2,
            }
        );
        records.Add(
            Failed(
                "closed.pdf",
                FileFormat.Unknown,
                ReadStatus.Unreadable,
                "It could not be opened: access is denied."
            ) with
            {
                Hash = "",
            }
        );
        return records;
    }

    public static IReadOnlyList<ElementEvidence> Evidence()
    {
        List<Suggestion> hostile =
        [
            .. HostilePaths.Select(
                (_, i) =>
                    Suggest(
                        Hash(i),
                        $"k{i.ToString(CultureInfo.InvariantCulture)}",
                        $"{HostileText} {i.ToString(CultureInfo.InvariantCulture)}",
                        ["=1+1 <h1>", "4.2 Complaints"],
                        0.95 - (i * 0.05),
                        ["complaints", "customers"]
                    )
            ),
        ];
        Suggestion copied = Suggest(
            Hash(3),
            "same",
            "We publish satisfaction levels twice a year.",
            ["Survey"],
            0.6,
            ["satisfaction levels"]
        ) with
        {
            Parts = [1],
        };
        Passage nearly = new("nearly", 3, "We publish the satisfaction levels twice a year.", ["Survey"]) { Page = 4 };
        return
        [
            new ElementEvidence(
                "1.1.1",
                EvidenceStrength.Possible,
                [
                    Suggest(
                        Hash(90),
                        "p1",
                        "Our customer groups are surveyed so that we understand their needs.",
                        [],
                        0.45,
                        ["customer groups", "needs"]
                    ),
                ]
            ),
            new ElementEvidence(
                "1.1.2",
                EvidenceStrength.Strong,
                [
                    copied with
                    {
                        Strength = EvidenceStrength.Strong,
                        Copies = [new SuggestionCopy(Hash(6), nearly)],
                        MoreCopies = 3,
                    },
                    copied with
                    {
                        Document = Hash(4),
                    },
                ]
            ),
            new ElementEvidence("2.1.1", EvidenceStrength.Strong, hostile),
            new ElementEvidence(
                "2.1.2",
                EvidenceStrength.Weak,
                [
                    Suggest(Hash(5), "w", "Visitors are asked to be polite.", ["House rules"], 0.2, ["polite"]) with
                    {
                        Rejected =
                        [
                            "An assessor sees this on the day; no document proves it alone.",
                            "It speaks rather of 2.1.1: <complaints>",
                        ],
                    },
                ]
            )
            {
                SearchedFor =
                [
                    new SearchedWord("polite & friendly", "polit friend", 0),
                    new SearchedWord("courteous", "courteous", 7),
                ],
            },
        ];
    }

    public static string Hash(int number) => number.ToString("x64", CultureInfo.InvariantCulture);

    public static Suggestion Suggest(
        string document,
        string key,
        string text,
        string[] headings,
        double confidence,
        string[] words
    )
    {
        MatchedWord[] matches =
        [
            .. words
                .Where(word => text.Contains(word, StringComparison.Ordinal))
                .Select(
                    (word, i) =>
                        new MatchedWord(
                            new TextSpan(text.IndexOf(word, StringComparison.Ordinal), word.Length),
                            i % 2 == 0 ? MatchKind.Word : MatchKind.Synonym,
                            word
                        )
                ),
        ];
        return new Suggestion(
            document,
            new Passage(key, 0, text, headings) { Page = 2, Clause = "4.2(b)" },
            Score: confidence * 10,
            confidence,
            confidence >= 0.7 ? EvidenceStrength.Strong
                : confidence >= 0.21 ? EvidenceStrength.Possible
                : EvidenceStrength.Weak,
            new TextSpan(0, text.Length),
            matches,
            new ScoreExplanation(
                confidence * 10,
                "sum of",
                [new ScoreExplanation(confidence * 10, "words <matched>", [])]
            )
        );
    }

    private static DocumentRecord Failed(string path, FileFormat format, ReadStatus status, string reason) =>
        new(path, format, 500, "failed " + path) { Status = status, Problems = [new IngestProblem(reason)] };

    private static StandardElement Element(string number, string wording, string title) => new(number, wording, title);

    private static string Number(params int[] parts) =>
        string.Join('.', parts.Select(part => part.ToString(CultureInfo.InvariantCulture)));
}
