using CseMapper.Documents;
using CseMapper.Documents.Files;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Workspaces;
using CseMapper.Testing;

namespace CseMapper.Passages.Tests.Workspaces;

public sealed class FolderStateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void WhatItKnowsIsWhatTheWorkspaceHolds(int seed)
    {
        Random random = new(seed);
        using Workspace workspace = Workspace.Open(_folder.FullPath, "tests", rebuild: false);
        FolderState state = FolderState.Read(workspace);
        for (int step = 0; step < 40; step++)
        {
            using WorkspaceWriter writer = workspace.BeginWriting();
            Change(random, state, writer);
            writer.Commit();
        }

        FolderState again = FolderState.Read(workspace);
        Assert.Equal(
            again.Files.OrderBy(file => file.Key, StringComparer.Ordinal),
            state.Files.OrderBy(file => file.Key, StringComparer.Ordinal)
        );
        Assert.Equal(
            again.Contents.Keys.Order(StringComparer.Ordinal),
            state.Contents.Keys.Order(StringComparer.Ordinal)
        );
        Assert.Equal(Told(workspace.Documents(again)), Told(workspace.Documents(state)));
        Assert.NotEmpty(state.Files);
    }

    [Fact]
    public void TheFilesBeforeStayAsTheyWere()
    {
        using Workspace workspace = Workspace.Open(_folder.FullPath, "tests", rebuild: false);
        FolderState state = FolderState.Read(workspace);
        Assert.Same(state.Before, state.Files);
        using WorkspaceWriter writer = workspace.BeginWriting();

        state.Put(writer, File("a.txt", "h1"));

        Assert.Empty(state.Before);
        Assert.Equal("a.txt", Assert.Single(state.Files).Key);
    }

    private static void Change(Random random, FolderState state, WorkspaceWriter writer)
    {
        string path = $"{random.Next(8)}.txt";
        string hash = $"h{random.Next(6)}";
        switch (random.Next(4))
        {
            case 0:
                state.Remove(writer, path);
                break;
            case 1:
                state.RemoveOrphans(writer);
                break;
            default:
                state.Put(writer, File(path, hash));
                state.Put(writer, Content(hash, random.Next(3)));
                break;
        }
    }

    private static IEnumerable<string> Told(IReadOnlyList<DocumentRecord> documents) =>
        documents.Select(document =>
            $"{document.Path} {document.Format} {document.Bytes} {document.Hash} {document.Status} "
            + $"{document.Pages} {document.PassageCount} {document.Facts.Title?.Text} {document.CommentCount}"
        );

    private static KnownFile File(string path, string hash) => new(path, new FileStamp(1, 2, 3), 4, hash);

    private static ReadContent Content(string hash, int passages) =>
        ReadContent.Encode(
            hash,
            new ReadingMark(".txt", ""),
            FileFormat.PlainText,
            IngestResult.Read(
                new SourceDocument(
                    FileFormat.PlainText,
                    [],
                    passages == 0 ? null : passages,
                    new DocumentFacts { Title = new DocumentFact("Title " + hash, "title", null) }
                )
                {
                    CommentCount = passages,
                }
            ),
            [.. Enumerable.Range(0, passages).Select(i => new Passage($"k{i}", i, "words", []))]
        );
}
