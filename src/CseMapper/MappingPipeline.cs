using System.Globalization;
using CseMapper.Decisions.Anchors;
using CseMapper.Decisions.Changes;
using CseMapper.Decisions.Log;
using CseMapper.Decisions.Mapping;
using CseMapper.Documents;
using CseMapper.Documents.Files;
using CseMapper.Matching.Criteria;
using CseMapper.Matching.Loading;
using CseMapper.Matching.Scoring;
using CseMapper.Matching.Suggestions;
using CseMapper.Passages.Indexing;
using CseMapper.Passages.Intake;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Workspaces;
using CseMapper.Reports;

namespace CseMapper;

/// <summary>The whole way from a policy folder to a mapping, one line a step.</summary>
/// <param name="readerBuilds">Names the builds of the readers.</param>
/// <param name="reading">How documents are read.</param>
/// <param name="startReading">Starts what reads them and cuts them into passages.</param>
/// <param name="ranker">Finds evidence in the passages.</param>
/// <param name="generator">Program and version, as the mapping names them: "CseMapper 0.1.0".</param>
/// <param name="time">The clock.</param>
public sealed class MappingPipeline(
    string readerBuilds,
    ReaderOptions reading,
    Func<ReaderOptions, IFileIntake> startReading,
    EvidenceRanker ranker,
    string generator,
    TimeProvider time
)
{
    private const string LastRunSetting = "last run";
    private const string FolderSetting = "policy folder";

    /// <summary>One that reads documents in this process, without protection from documents that bring a reader down.</summary>
    /// <param name="ingest">Reads documents.</param>
    /// <param name="splitter">Cuts them into passages.</param>
    /// <param name="ranker">Finds evidence in the passages.</param>
    /// <param name="generator">Program and version, as the mapping names them.</param>
    /// <param name="time">The clock.</param>
    public MappingPipeline(
        DocumentIngest ingest,
        PassageSplitter splitter,
        EvidenceRanker ranker,
        string generator,
        TimeProvider time
    )
        : this(
            ingest.ReaderBuilds,
            ReaderOptions.From(ingest.Options),
            options => new FileIntake(ingest, splitter, options.Access, time),
            ranker,
            generator,
            time
        ) { }

    /// <summary>Maps a folder. May be stopped at any moment: the next run goes on from there and comes to the same
    /// mapping.</summary>
    /// <param name="options">What to map, and where to.</param>
    /// <param name="progress">Hears how far it is, from the calling thread.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="CriteriaFileException">The criteria file is missing or faulty.</exception>
    /// <exception cref="IOException">The policy folder cannot be listed, or the output folder cannot be
    /// written.</exception>
    public MapSummary Run(MapOptions options, IProgress<MapProgress> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(progress);
        try
        {
            return RunOnce(options, progress, cancellation);
        }
        catch (Exception fault)
            when (!options.Rebuild && fault is (InvalidDataException or WorkspaceException { IsDamage: true }))
        {
            // The workspace is a cache: damage that only shows on reading it costs a full run, nothing else.
            return RunOnce(options with { Rebuild = true }, progress, cancellation);
        }
        catch (IndexException fault) when (fault.IsDamage)
        {
            // The index is made of the texts that the workspace holds: none is read again.
            PassageIndex.SetAside(options.CacheFolder);
            return RunOnce(options with { Rebuild = false }, progress, cancellation);
        }
    }

    private MapSummary RunOnce(MapOptions options, IProgress<MapProgress> progress, CancellationToken cancellation)
    {
        Standard standard = CriteriaFile.Load(options.CriteriaFile);
        using RunLock alone = RunLock.Take(
            options.CacheFolder,
            time,
            holder => progress.Report(new MapProgress(MapStage.Waiting, 0, 0, 0, 0, 0) { Holder = holder }),
            cancellation
        );
        using IFileIntake intake = startReading(reading with { Jobs = options.Jobs });
        if (options.Rebuild || !Workspace.IsIn(options.CacheFolder))
            intake.Begin();
        progress.Report(new MapProgress(MapStage.Listing, 0, 0, 0, 0, 0));
        Task<IReadOnlyList<FoundFile>> listing = Task.Run(
            () => CommonFolder.List(options, cancellation),
            CancellationToken.None
        );
        if (options.Rebuild)
        {
            listing.GetAwaiter().GetResult();
            PassageIndex.Delete(options.CacheFolder);
        }

        using Workspace workspace = Workspace.Open(
            options.CacheFolder,
            RunInputs.OfReading(readerBuilds, reading.Reading),
            options.Rebuild
        );
        FolderState state = FolderState.Read(workspace);
        IReadOnlyList<FoundFile> found = listing.GetAwaiter().GetResult();
        double mostGone = IsAnotherFolder(workspace, options) ? 1 : options.MostGone;
        FolderOutcome folder = new FolderReading(intake, reading.Access, new Unsettled(options.Settle, time)).Run(
            found,
            workspace,
            state,
            options.Jobs,
            mostGone,
            progress,
            cancellation
        );
        if (workspace.Setting(LastRunSetting) is null)
        {
            Deletions.RefuseLoss(
                MappingSnapshot.Read(options.CacheFolder, options.OutputFolder),
                state.Files,
                mostGone
            );
        }

        DocumentChanges changes = DocumentChanges.Between(state.Before, state.Files);

        DecisionLogContent log = ReadLog(options);
        DateOnly asOf = options.AsOf ?? DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        IReadOnlyList<DocumentRecord> documents =
        [
            .. workspace.Documents(state).Select(document => document.AsOf(asOf)),
        ];
        string inputs = RunInputs.OfMapping(
            generator,
            standard.Fingerprint,
            options.Policies.Remember(options.OutputFolder),
            state,
            documents,
            $"{log.LastHash} {options.NeedsApproval}"
        );
        LastRun? last = LastRun.Parse(workspace.Setting(LastRunSetting));
        if (
            last is not null
            && last.Inputs == inputs
            && last.Outputs.All(output => output.Stands(options.OutputFolder))
        )
        {
            return Unchanged(last, documents, changes, folder);
        }

        progress.Report(new MapProgress(MapStage.Matching, 0, 0, 0, 0, 0));
        PassageIndex.Of(workspace).Update(cancellation);
        using DocumentSource source = DocumentSource.Of(workspace, documents, keepsHits: true);
        IReadOnlyList<ElementEvidence> evidence = ranker.Rank(standard, source, workspace.PassagesOf, cancellation);
        ReviewLedger ledger = ReviewLedger.Derive(log.Decisions, options.NeedsApproval);
        DecidedEvidence decided = new(new AnchorSurvey(workspace).Find(ledger, cancellation), ledger.Commentaries);
        MappingFile mapping = MappingBuilder.Build(standard, documents, evidence, generator, decided);

        progress.Report(new MapProgress(MapStage.Writing, 0, 0, 0, 0, 0));
        MappingSnapshot now = MappingSnapshot.Take(mapping);
        MappingChanges news = MappingChanges.Between(
            MappingSnapshot.Read(options.CacheFolder, options.OutputFolder),
            mapping,
            now
        );
        ReportResult written = ReportFiles.Write(mapping, news, options.Policies, options.OutputFolder, cancellation);
        options.WhenWritten?.Invoke(news);
        RememberFolder(workspace, options);
        LastRun run = new(
            inputs,
            mapping.Counts,
            mapping.Review,
            [.. written.Written.Where(ReportFiles.IsOfTheMapping).Select(path => LastRun.Output.Read(path, time))]
        );
        if (written.Problems.Count == 0)
            Remember(workspace, run, now, options);
        return new MapSummary(
            run.Counts,
            NotReadOf(documents),
            [.. written.Written.Select(path => Path.GetFileName(path))],
            changes
        )
        {
            Review = run.Review,
            News = news,
            Problems = written.Problems,
            Kept = folder.Deletions.Kept,
            Waiting = folder.Waiting,
            Notices = [.. folder.Deletions.Notices, .. written.Notices, .. NoticesOf(log, ledger, standard)],
        };
    }

    private static MapSummary Unchanged(
        LastRun last,
        IReadOnlyList<DocumentRecord> documents,
        DocumentChanges changes,
        FolderOutcome folder
    ) =>
        new(last.Counts, NotReadOf(documents), [.. last.Outputs.Select(output => output.Name)], changes)
        {
            Review = last.Review,
            WasUpToDate = true,
            Kept = folder.Deletions.Kept,
            Waiting = folder.Waiting,
            Notices = [.. folder.Deletions.Notices],
        };

    private static DocumentRecord[] NotReadOf(IReadOnlyList<DocumentRecord> documents) =>
        [.. documents.Where(document => document.Status != ReadStatus.Read)];

    private DecisionLogContent ReadLog(MapOptions options)
    {
        using DecisionLog log = new(Path.Combine(options.OutputFolder, DecisionLog.FileName), time);
        return log.Read();
    }

    private static IEnumerable<string> NoticesOf(DecisionLogContent log, ReviewLedger ledger, Standard standard)
    {
        if (log.BadLine is { } line)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{DecisionLog.FileName}, line {line}: {log.Fault}. What can be read of it was used; compare "
                    + $"the file with a backup."
            );
        }

        HashSet<string> known = [.. standard.Elements.Select(element => element.Number)];
        string[] others =
        [
            .. ledger
                .Items.Select(item => item.Element)
                .Where(element => !known.Contains(element))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        if (others.Length > 0)
        {
            yield return "There are decisions about elements that this standard does not have: "
                + $"{string.Join(", ", others)}. They are kept in the log.";
        }
    }

    /// <summary>Where the documents of the last run lie, for whoever wants to show them; null where that is not
    /// known.</summary>
    /// <param name="workspace">What the run read.</param>
    /// <param name="outputFolder">The folder of its mapping.</param>
    public static PolicyFolders? FoldersOf(Workspace workspace, string outputFolder)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        return workspace.Setting(FolderSetting) is { Length: > 0 } folders
            ? PolicyFolders.Recall(folders, outputFolder)
            : null;
    }

    /// <summary>What is missing in another folder has not been deleted.</summary>
    private static bool IsAnotherFolder(Workspace workspace, MapOptions options) =>
        workspace.Setting(FolderSetting) is { Length: > 0 } folder
        && !folder.Equals(options.Policies.Remember(options.OutputFolder), LinkTargets.Comparison);

    /// <summary>As seen from the output folder, so that both can be moved together.</summary>
    private static void RememberFolder(Workspace workspace, MapOptions options)
    {
        using WorkspaceWriter writer = workspace.BeginWriting();
        writer.Set(FolderSetting, options.Policies.Remember(options.OutputFolder));
        writer.Commit();
    }

    /// <summary>The run first: a crash between the two tells the same changes once more, which is better than
    /// never.</summary>
    private static void Remember(Workspace workspace, LastRun run, MappingSnapshot snapshot, MapOptions options)
    {
        using WorkspaceWriter writer = workspace.BeginWriting();
        writer.Set(LastRunSetting, run.ToString());
        writer.Commit();
        snapshot.Write(options.CacheFolder);
    }
}
