using System.Globalization;
using CseMapper.Documents;
using CseMapper.Documents.Files;
using CseMapper.Matching.Criteria;
using CseMapper.Matching.Loading;
using CseMapper.Matching.Queries;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Terms;
using CseMapper.Passages.Workspaces;
using CseMapper.Testing;
using Microsoft.Data.Sqlite;

namespace CseMapper.Matching.Tests.Loading;

/// <summary>What was found in documents' terms is kept for the next run, and makes no difference to it.</summary>
public sealed class KeptHitsTests : IDisposable
{
    private static readonly string[] _words =
    [
        "customer",
        "customers",
        "complaint",
        "complain",
        "staff",
        "employees",
        "letter",
        "answered",
        "within",
        "days",
        "the",
        "of",
        "not",
        "service",
        "standards",
        "garden",
        "lorry",
        "window",
        "and",
        "published",
    ];

    private static readonly Standard _one = Standard(
        "Customers complain about staff.",
        "We answer letters within ten days.",
        "We publish service standards."
    );
    private static readonly Standard _other = Standard("Staff visit gardens.", "Lorries and windows are counted.");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void WhateverIsAddedChangedAndTakenAwayTheHitsAreThoseOfAFreshStart(int seed)
    {
        Random random = new(seed);
        Dictionary<string, Passage[]> known = new(StringComparer.Ordinal);
        using Workspace workspace = Workspace.Open(_folder.At("cache"), "version 1", rebuild: false);
        for (int step = 0; step < 12; step++)
        {
            Change(workspace, known, random);
            AssertSame(random.Next(4) == 0 ? _other : _one, workspace, known);
        }
    }

    [Fact]
    public void AnUnchangedDocumentIsNotReadAgain()
    {
        using Workspace workspace = Filled(out Dictionary<string, Passage[]> known);
        AssertSame(_one, workspace, known);
        Run(workspace, "UPDATE body SET passages = x'00'");

        AssertSame(_one, workspace, known);
    }

    [Fact]
    public void DamagedMissingAndExchangedHitsAreFoundAgainInTheIndex()
    {
        using Workspace workspace = Filled(out Dictionary<string, Passage[]> known);
        AssertSame(_one, workspace, known);
        Run(workspace, "UPDATE hits SET hits = substr(hits, 1, length(hits) - 9) WHERE id % 5 = 0");
        Run(workspace, "UPDATE hits SET hits = x'' WHERE id % 5 = 1");
        Run(workspace, "DELETE FROM hits WHERE id % 5 = 2");
        Run(
            workspace,
            "UPDATE hits SET hits = (SELECT other.hits FROM hits other WHERE other.id <> hits.id LIMIT 1) WHERE "
                + "id % 5 = 3"
        );

        AssertSame(_one, workspace, known);
        Run(workspace, "UPDATE body SET passages = x'00'");
        AssertSame(_one, workspace, known);
    }

    [Fact]
    public void HitsOfAnotherLexiconAreNotTaken()
    {
        using Workspace workspace = Filled(out Dictionary<string, Passage[]> known);
        AssertSame(_one, workspace, known);
        using (WorkspaceWriter writer = workspace.BeginWriting())
        {
            writer.Set("hits of", "another build");
            writer.Commit();
        }

        Run(workspace, "UPDATE hits SET hits = x'0102'");
        AssertSame(_one, workspace, known);
        AssertSame(_other, workspace, known);
    }

    [Fact]
    public void LookingThingsUpKeepsNothing()
    {
        using Workspace workspace = Filled(out Dictionary<string, Passage[]> known);
        using DocumentSource source = DocumentSource.Of(workspace, workspace.Documents());
        LoadedPassages.Load(_one, source, RelatedWords.Load(), TestContext.Current.CancellationToken);

        Assert.NotEmpty(known);
        Assert.Empty(workspace.Hits());
        Assert.Null(workspace.Setting("hits of"));
    }

    private Workspace Filled(out Dictionary<string, Passage[]> known)
    {
        known = new Dictionary<string, Passage[]>(StringComparer.Ordinal);
        Workspace workspace = Workspace.Open(_folder.At("cache"), "version 1", rebuild: false);
        using WorkspaceWriter writer = workspace.BeginWriting();
        Random random = new(7);
        for (int i = 0; i < 25; i++)
            Add(FolderState.Read(workspace), writer, known, random, leastPassages: 1);
        writer.Commit();
        return workspace;
    }

    private static void AssertSame(Standard standard, Workspace workspace, Dictionary<string, Passage[]> known)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        RelatedWords related = RelatedWords.Load();
        IndexedDocument[] fresh =
        [
            .. known.Select(document => new IndexedDocument(document.Key, "") { Passages = document.Value }),
        ];
        using DocumentSource source = DocumentSource.Of(workspace, workspace.Documents(), keepsHits: true);
        PassageHits expected = LoadedPassages.Load(standard, fresh, related, cancellation).Hits;
        PassageHits hits = LoadedPassages.Load(standard, source, related, cancellation).Hits;

        Assert.Equal((expected.Documents, expected.Passages), (hits.Documents, hits.Passages));
        Assert.Equal(
            Enumerable.Range(0, expected.Documents).Select(expected.FirstOf),
            Enumerable.Range(0, hits.Documents).Select(hits.FirstOf)
        );
        Assert.Equal(expected.Frequency, hits.Frequency);
        Assert.Equal(expected.SoftFrequency, hits.SoftFrequency);
        Assert.Equal(
            (expected.MeanBodyLength, expected.MeanHeadingLength),
            (hits.MeanBodyLength, hits.MeanHeadingLength)
        );
        for (int passage = 0; passage < expected.Passages; passage++)
        {
            Assert.Equal(
                (expected.BodyLength(passage), expected.HeadingLength(passage)),
                (hits.BodyLength(passage), hits.HeadingLength(passage))
            );
            Assert.Equal(expected.WordsOf(passage), hits.WordsOf(passage));
        }
    }

    /// <summary>Adds a few documents, changes and takes away others.</summary>
    private static void Change(Workspace workspace, Dictionary<string, Passage[]> known, Random random)
    {
        FolderState state = FolderState.Read(workspace);
        using WorkspaceWriter writer = workspace.BeginWriting();
        foreach (string gone in known.Keys.Where(_ => random.Next(4) == 0).ToArray())
        {
            known.Remove(gone);
            state.Remove(writer, gone);
        }

        state.RemoveOrphans(writer);
        for (int i = random.Next(1, 6); i > 0; i--)
            Add(state, writer, known, random, leastPassages: 0);
        writer.Commit();
    }

    private static void Add(
        FolderState state,
        WorkspaceWriter writer,
        Dictionary<string, Passage[]> known,
        Random random,
        int leastPassages
    )
    {
        string hash = random.Next(1 << 16).ToString("x8", CultureInfo.InvariantCulture);
        Passage[] passages =
        [
            .. Enumerable
                .Range(0, random.Next(leastPassages, 4))
                .Select(ordinal => new Passage("p", ordinal, Text(random, 60), [Text(random, 4)])
                {
                    LeadIn = Text(random, 3),
                }),
        ];
        state.Put(
            writer,
            ReadContent.Encode(
                hash,
                new ReadingMark(".txt", ""),
                FileFormat.PlainText,
                IngestResult.Read(new SourceDocument(FileFormat.PlainText, [], null, DocumentFacts.None)),
                passages
            )
        );
        state.Put(writer, new KnownFile(hash, new FileStamp(1, 1, 1), 2, hash));
        if (passages.Length > 0)
            known[hash] = passages;
        else
            known.Remove(hash);
    }

    private static string Text(Random random, int most) => string.Join(' ', random.GetItems(_words, random.Next(most)));

    private static Standard Standard(params string[] wordings) =>
        new(
            "made",
            "A made-up standard",
            [
                new Criterion(
                    "1",
                    "",
                    [
                        new SubCriterion(
                            "1",
                            "",
                            [
                                .. wordings.Select(
                                    (wording, i) =>
                                        new StandardElement(
                                            string.Create(CultureInfo.InvariantCulture, $"1.{i + 1}"),
                                            wording,
                                            ""
                                        )
                                ),
                            ]
                        ),
                    ]
                ),
            ],
            ""
        );

    private void Run(Workspace workspace, string statement)
    {
        Assert.NotNull(workspace);
        using SqliteConnection connection = new(
            $"Data Source={_folder.At("cache/" + Workspace.FileName)};Pooling=False"
        );
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = statement;
        Assert.NotEqual(0, command.ExecuteNonQuery());
    }
}
