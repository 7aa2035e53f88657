using System.Globalization;
using System.Security.Cryptography;
using CseMapper.Documents;
using CseMapper.Documents.Files;
using CseMapper.Matching.Criteria;
using CseMapper.Matching.Loading;
using CseMapper.Matching.Queries;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Workspaces;
using CseMapper.Testing;

namespace CseMapper.Matching.Tests.Loading;

/// <summary>Hits are kept from run to run under <see cref="HitCollector.RulesVersion"/>, so that it has to be raised
/// when they change.</summary>
public sealed class KnownHitsTests : IDisposable
{
    /// <summary>Of version 1. Where other hits are found on purpose, raise the version and put what is found here.</summary>
    private const string Known = "7b4843031d433414c27aa6f2effc2e90";

    private static readonly string[] _words =
    [
        .. (
            "customer customers client clients complaint complain complaining complaints complainant staff employee "
            + "employees letter letters answer answered within ten working days day the of not and or service services "
            + "standard standards garden published publish publication publicise target targets supplier supplied "
            + "consult consultation consulted train training trained easy simple organisation organised emergency 10 2"
        ).Split(' '),
    ];

    private static readonly Standard _standard = new(
        "made",
        "A made-up standard",
        [
            new Criterion(
                "1",
                "",
                [
                    new SubCriterion(
                        "1.1",
                        "Customers",
                        [
                            Element(
                                "1.1.1",
                                "Customers complain about staff and are answered.",
                                "complaints procedure"
                            ),
                            Element("1.1.2", "We answer letters within ten working days.", "ten working days", "reply"),
                            Element("1.1.3", "We publish and publicise service standards and targets.", "not within"),
                            Element("1.1.4", "Staff are trained and customers consulted.", "staff training"),
                        ]
                    ),
                ]
            ),
        ],
        ""
    );

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TheHitsOfKnownWordsChangeWithTheVersionOfTheRulesOnly()
    {
        using Workspace workspace = Filled();
        using DocumentSource source = DocumentSource.Of(workspace, workspace.Documents(), keepsHits: true);
        LoadedPassages.Load(_standard, source, RelatedWords.Load(), TestContext.Current.CancellationToken);

        byte[] hits = [.. workspace.Hits().SelectMany(kept => kept.Bytes)];

        Assert.Equal(1, HitCollector.RulesVersion);
        Assert.Equal(Known, Convert.ToHexStringLower(SHA256.HashData(hits))[..32]);
    }

    private Workspace Filled()
    {
        Workspace workspace = Workspace.Open(_folder.At("cache"), "version 1", rebuild: false);
        using WorkspaceWriter writer = workspace.BeginWriting();
        Random random = new(11);
        for (int i = 0; i < 40; i++)
        {
            string hash = i.ToString("x8", CultureInfo.InvariantCulture);
            DocumentFacts facts = new() { Title = new DocumentFact(Text(random, 5), "title block") };
            writer.Put(
                ReadContent.Encode(
                    hash,
                    new ReadingMark(".txt", ""),
                    FileFormat.PlainText,
                    IngestResult.Read(new SourceDocument(FileFormat.PlainText, [], null, facts)),
                    [
                        .. Enumerable
                            .Range(0, 4)
                            .Select(ordinal => new Passage($"p{ordinal}", ordinal, Text(random, 90), [Text(random, 5)])
                            {
                                LeadIn = Text(random, 6),
                            }),
                    ]
                )
            );
            writer.Put(new KnownFile(hash, new FileStamp(1, 1, 1), 2, hash));
        }

        writer.Commit();
        return workspace;
    }

    private static string Text(Random random, int most) => string.Join(' ', random.GetItems(_words, random.Next(most)));

    private static StandardElement Element(string number, string wording, params string[] phrases) =>
        new(number, wording, "Customers") { Vocabulary = [.. phrases.Select(phrase => new VocabularyEntry(phrase))] };
}
