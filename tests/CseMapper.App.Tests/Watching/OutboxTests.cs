using CseMapper.App.Configuration;
using CseMapper.App.Watching;
using CseMapper.Decisions.Changes;
using CseMapper.Documents.Files;
using CseMapper.Passages.Storage;

namespace CseMapper.App.Tests.Watching;

public sealed class OutboxTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("csemapper-test-");
    private readonly Outbox _outbox;

    public OutboxTests() => _outbox = new Outbox(CacheFolder.In(_folder.FullName));

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void NoticesWaitInTheirOrderAndTheOldestMakeRoom()
    {
        int dropped = 0;
        for (int i = 1; i <= 23; i++)
        {
            dropped += _outbox.Put(
                Added($"{i}.txt"),
                new NoticeState(NeedsAction: false, ToCommand: true, ToWebhook: false, 0)
            );
        }

        IReadOnlyList<Notice> waiting = _outbox.Waiting();

        Assert.Equal((3, 20), (dropped, waiting.Count));
        Assert.Contains("\"4.txt\"", Told(waiting[0]), StringComparison.Ordinal);
        Assert.Contains("\"23.txt\"", Told(waiting[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public void NoticeThatIsCalledPutInWaitsWhateverStepFails()
    {
        const int Most = 50;
        NoticeState state = new(NeedsAction: false, ToCommand: true, ToWebhook: false, 0);
        int failed = 0;
        for (int step = 1; step < Most; step++)
        {
            int steps = 0;
            int before = _outbox.Count;
            DurableFile.BeforeStep.Value = _ =>
            {
                if (++steps == step)
                    throw new IOException("Input/output error");
            };
            try
            {
                _outbox.Put(Added($"{step}.txt"), state);
            }
            catch (IOException)
            {
                failed++;
                Assert.InRange(_outbox.Waiting().Count, before, before + 1);
                continue;
            }
            finally
            {
                DurableFile.BeforeStep.Value = null;
            }

            Assert.Equal(before + 1, _outbox.Waiting().Count);
            break;
        }

        Assert.InRange(failed, 5, Most - 2);
    }

    [Fact]
    public void ANoticeThatWasNotFinishedIsNotDelivered()
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, CacheFolder.Name, "outbox", "new"));
        File.WriteAllText(Path.Combine(_folder.FullName, CacheFolder.Name, "outbox", "new", Notice.JsonName), "{");

        Assert.Empty(_outbox.Waiting());
        _outbox.Put(Added("a.txt"), new NoticeState(NeedsAction: false, ToCommand: true, ToWebhook: false, 0));
        Assert.Contains("\"a.txt\"", Told(Assert.Single(_outbox.Waiting())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatCannotBeDeliveredIsGivenUpAfterFiveRunsAndTheNextOneTakesItsPlace()
    {
        Notifier notifier = new(new NotifySettings { Command = "exit 3" }, _folder.FullName, TimeProvider.System);
        _outbox.Put(Added("a.txt"), notifier.For(needsAction: true));
        _outbox.Put(Added("b.txt"), notifier.For(needsAction: true));

        List<string> said = [];
        for (int i = 0; i < 5; i++)
            said.AddRange(await notifier.DeliverAsync(_outbox, isPatient: true, TestContext.Current.CancellationToken));

        Assert.Equal(6, said.Count(sentence => sentence.Contains("exit code 3", StringComparison.Ordinal)));
        Assert.Single(said, sentence => sentence.Contains("given up", StringComparison.Ordinal));
        Assert.Contains("\"b.txt\"", Told(Assert.Single(_outbox.Waiting())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EachNoticeIsToldWithItsOwnReport()
    {
        if (OperatingSystem.IsWindows())
            return;
        Notifier notifier = new(
            new NotifySettings
            {
                Command = "cat \"$CSEMAPPER_CHANGES_JSON\" >> told; echo \"$CSEMAPPER_NEEDS_ACTION\" >> told",
            },
            _folder.FullName,
            TimeProvider.System
        );
        _outbox.Put(Added("a.txt"), notifier.For(needsAction: true));
        _outbox.Put(Added("b.txt"), notifier.For(needsAction: false));

        Assert.Empty(await notifier.DeliverAsync(_outbox, isPatient: true, TestContext.Current.CancellationToken));

        Assert.Matches(
            "(?s)\"a.txt\".*\\}\\s*1\n.*\"b.txt\".*\\}\\s*0\n",
            File.ReadAllText(Path.Combine(_folder.FullName, "told"))
        );
        Assert.Equal(0, _outbox.Count);
    }

    private static string Told(Notice notice) => File.ReadAllText(Path.Combine(notice.Folder, Notice.JsonName));

    private static MappingChanges Added(string path) => MappingChanges.None with { Added = [path] };
}
