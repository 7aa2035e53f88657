using CseMapper.Documents;
using CseMapper.Documents.Files;
using CseMapper.Passages.CrossChecking;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Workspaces;
using CseMapper.Testing;

namespace CseMapper.Passages.Tests.Workspaces;

public sealed class WorkspaceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void EverythingComesBackAsItWasStored()
    {
        Passage[] passages =
        [
            new("k1", 0, "Customers are\nheard.", ["1 Care", "1.2 Voice"])
            {
                Clause = "1.2",
                Page = 3,
                IsPageApproximate = true,
                LeadIn = "We promise:",
                Kind = PassageKind.List,
            },
            new("k2", 1, "Same headings.", ["1 Care", "1.2 Voice"])
            {
                HasUnacceptedChanges = true,
                IsRecognised = true,
                IsCovered = true,
            },
            new("k3", 2, "Ünïcode \U0001F4C4.", []) { Kind = PassageKind.Table },
        ];
        DocumentFacts facts = new()
        {
            Title = new DocumentFact("Care", "properties"),
            Review = new DocumentFact("March 2027", "footer", new DateOnly(2027, 3, 31)),
        };
        IngestProblem[] problems = [new IngestProblem("A page is missing.", 4), new IngestProblem("Odd.")];
        ReadContent content = Content(
            "h1",
            passages,
            IngestResult.Read(
                new SourceDocument(FileFormat.PlainText, [], 7, facts)
                {
                    CommentCount = 2,
                    UnacceptedChangeCount = 300,
                },
                problems
            )
        );
        using (Workspace workspace = Open())
            Store(workspace, [new KnownFile("a/b.txt", new FileStamp(12, 34, 56), 78, "h1")], [content]);

        using Workspace again = Open();

        Assert.Equal(new KnownFile("a/b.txt", new FileStamp(12, 34, 56), 78, "h1"), Assert.Single(again.Files()).Value);
        DocumentRecord record = Assert.Single(again.Documents());
        Assert.Equal(problems, record.Problems);
        Assert.Equal(
            new DocumentRecord("a/b.txt", FileFormat.PlainText, 12, "h1")
            {
                Pages = 7,
                PassageCount = 3,
                Facts = facts,
                CommentCount = 2,
                UnacceptedChangeCount = 300,
                Problems = record.Problems,
                Content = record.Content,
            },
            record
        );
        IReadOnlyList<Passage> read = again.PassagesOf("h1");
        string[] none = [];
        Assert.Equal(
            passages.Select(passage => passage with { Headings = none }),
            read.Select(passage => passage with { Headings = none })
        );
        Assert.Equal(passages.Select(passage => passage.Headings), read.Select(passage => passage.Headings));
        StoredReading reading = Assert.Single(again.Readings());
        StoredText text = Assert.Single(again.TextsOf([reading.Number]));
        Assert.Equal(("h1", content.Summary.Mark, "Care"), (reading.Hash, reading.Mark, text.Title));
        Assert.Equal(passages.Select(passage => passage.Text), text.Passages().Select(passage => passage.Text));
    }

    [Fact]
    public void AFileThatCouldNotBeOpenedKeepsItsReason()
    {
        using Workspace workspace = Open();
        Store(
            workspace,
            [
                new KnownFile("x.pdf", default, 1, "")
                {
                    Refusal = new Refusal(ReadStatus.Unsupported, "This is a link."),
                },
            ],
            []
        );

        DocumentRecord record = Assert.Single(workspace.Documents());

        Assert.Equal(
            (ReadStatus.Unsupported, "", "This is a link."),
            (record.Status, record.Hash, Assert.Single(record.Problems).Message)
        );
    }

    [Fact]
    public void WhatWasNotCommittedIsNotThere()
    {
        using (Workspace workspace = Open())
        {
            using WorkspaceWriter writer = workspace.BeginWriting();
            writer.Put(new KnownFile("a.txt", default, 1, "h1"));
        }

        using Workspace again = Open();

        Assert.Empty(again.Files());
    }

    [Fact]
    public void ContentsThatNoFileHoldsAreDropped()
    {
        using Workspace workspace = Open();
        Store(
            workspace,
            [new KnownFile("a.txt", default, 1, "h1"), new KnownFile("b.txt", default, 1, "h2")],
            [Content("h1", One("alpha beta")), Content("h2", One("gamma beta"))]
        );
        FolderState state = FolderState.Read(workspace);
        using (WorkspaceWriter writer = workspace.BeginWriting())
        {
            state.Remove(writer, "a.txt");
            state.RemoveOrphans(writer);
            writer.Commit();
        }

        Assert.Equal("h2", Assert.Single(state.Contents).Key);
        Assert.Equal("h2", Assert.Single(workspace.Contents()).Key);
        Assert.Empty(workspace.PassagesOf("h1"));
        Assert.Equal("h2", Assert.Single(workspace.Readings()).Hash);
    }

    [Fact]
    public void ACrossCheckIsKeptUntilItsContentIsReadAgainOrAnotherReaderAsked()
    {
        using Workspace workspace = Open();
        Store(workspace, [], [Content("h1", One("alpha"))]);
        CrossCheck differs = new(3, [new PageDifference(2, 9, 0, true) { Words = "nine words" }]);
        using (WorkspaceWriter writer = workspace.BeginWriting())
        {
            PageTexts texts = new(2, "used", "second");
            writer.Put(new StoredCrossCheck("h1", "pig 1", "", new CrossCheckReading(differs) { Texts = [texts] }));
            writer.Put(
                new StoredCrossCheck("h2", "pig 1", "two minutes", new CrossCheckReading(CrossCheck.Failed("why")))
            );
            writer.Commit();
        }

        Assert.Equal(["h1", "h2"], workspace.CrossChecks("pig 1", "two minutes").Keys.Order(StringComparer.Ordinal));
        Assert.Equal(differs.Fingerprint, workspace.CrossChecks("pig 1", "an hour").Single().Value.Fingerprint);
        Assert.Empty(workspace.CrossChecks("pig 2", "two minutes"));
        Assert.Equal("second", Assert.Single(workspace.CrossCheckTexts("h1")).Second);
        Store(workspace, [], [Content("h1", One("beta"))]);
        Assert.Empty(workspace.CrossChecks("pig 1", ""));
        Assert.Empty(workspace.CrossCheckTexts("h1"));
    }

    [Fact]
    public void ANewReadingReplacesTheOldOne()
    {
        using Workspace workspace = Open();
        Store(workspace, [new KnownFile("a.txt", default, 1, "h1")], [Content("h1", One("alpha"))]);
        Store(workspace, [], [Content("h1", One("beta"))]);

        Assert.Equal("beta", Assert.Single(workspace.PassagesOf("h1")).Text);
        Assert.Single(workspace.Readings());
    }

    [Theory]
    [InlineData("not a database at all, whatever its name says")]
    [InlineData("")]
    public void AFileThatIsNoDatabaseIsSetAsideAndBegunAnew(string text)
    {
        _folder.Write("cache/workspace.db", text);

        using Workspace workspace = Open();

        Assert.Empty(workspace.Files());
        Assert.Equal(text.Length > 0, File.Exists(_folder.At("cache/workspace.set-aside.db")));
    }

    [Fact]
    public void AWorkspaceOfAnotherVersionIsSetAside()
    {
        using (Workspace workspace = Open())
            Store(workspace, [new KnownFile("a.txt", default, 1, "h1")], []);
        byte[] bytes = File.ReadAllBytes(_folder.At("cache/workspace.db"));
        bytes[63] = 99;
        File.WriteAllBytes(_folder.At("cache/workspace.db"), bytes);

        using Workspace again = Open();

        Assert.Empty(again.Files());
        Assert.True(File.Exists(_folder.At("cache/workspace.set-aside.db")));
    }

    [Fact]
    public void DamageInsideIsToldApartFromOtherFaults()
    {
        using (Workspace workspace = Open())
        {
            Store(
                workspace,
                [new KnownFile("a.txt", default, 1, "h1")],
                [Content("h1", One(string.Concat(Enumerable.Repeat("alpha beta ", 3000))))]
            );
        }

        byte[] bytes = File.ReadAllBytes(_folder.At("cache/workspace.db"));
        for (int i = 4096; i < bytes.Length; i += 7)
            bytes[i] ^= 0x55;
        File.WriteAllBytes(_folder.At("cache/workspace.db"), bytes);

        WorkspaceException fault = Assert.Throws<WorkspaceException>(() =>
        {
            using Workspace again = Open();
            return again.PassagesOf("h1");
        });

        Assert.True(fault.IsDamage);
    }

    [Fact]
    public void APassageWithOneWrongBitIsDamage()
    {
        byte[] bytes = PassageCodec.Encode(One("Customers are heard."));
        for (int i = 0; i < bytes.Length; i++)
        {
            byte[] damaged = [.. bytes];
            damaged[i] ^= 1;
            Assert.Throws<InvalidDataException>(() => PassageCodec.Decode(damaged));
        }
    }

    [Fact]
    public void WhatOtherCodeHasReadIsDropped()
    {
        using (Workspace workspace = Open())
            Store(workspace, [new KnownFile("a.txt", default, 1, "h1")], []);

        using Workspace again = Workspace.Open(_folder.At("cache"), "version 2", rebuild: false);

        Assert.Empty(again.Files());
    }

    [Fact]
    public void LookingUpNeedsAWorkspace()
    {
        Assert.Null(Workspace.OpenExisting(_folder.At("cache")));
        Open().Dispose();
        using Workspace? found = Workspace.OpenExisting(_folder.At("cache"));
        Assert.NotNull(found);
    }

    private static Passage[] One(string text) => [new Passage("k", 0, text, [])];

    private static ReadContent Content(string hash, IReadOnlyList<Passage> passages, IngestResult? result = null) =>
        ReadContent.Encode(
            hash,
            new ReadingMark(".txt", ""),
            FileFormat.PlainText,
            result ?? IngestResult.Read(new SourceDocument(FileFormat.PlainText, [], null, DocumentFacts.None)),
            passages
        );

    private static void Store(Workspace workspace, KnownFile[] files, ReadContent[] contents)
    {
        using WorkspaceWriter writer = workspace.BeginWriting();
        foreach (ReadContent content in contents)
            writer.Put(content);
        foreach (KnownFile file in files)
            writer.Put(file);
        writer.Commit();
    }

    private Workspace Open() => Workspace.Open(_folder.At("cache"), "version 1", rebuild: false);
}
