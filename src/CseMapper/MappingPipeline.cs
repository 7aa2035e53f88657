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
using CseMapper.Matching.Vectors;
using CseMapper.Passages.CrossChecking;
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

    /// <summary>Names the build of the second reader, with which documents are read where a run asks for
    /// that.</summary>
    public string SecondReaderBuild { get; init; } = "";

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
            // The workspace is a cache: damage that only shows on reading it, or on reading the terms out of it, costs
            // a full run, nothing else.
            return RunOnce(options with { Rebuild = true }, progress, cancellation);
        }
    }

    private MapSummary RunOnce(MapOptions options, IProgress<MapProgress> progress, CancellationToken cancellation)
    {
        Standard standard = CriteriaFile.Load(options.CriteriaFile);
        using RunLock alone = WaitForOtherRuns(options, progress, cancellation);
        using IFileIntake intake = startReading(reading with { Jobs = options.Jobs });
        BeginWhereAllIsNew(intake, options);
        Task<FolderFiles> listing = StartListing(options, progress, cancellation);
        using Workspace workspace = OpenWorkspace(options);
        RunMemory memory = new(workspace, options);
        FolderGuard guard = new(memory, options);
        ReadFolder folder = Read(listing, intake, workspace, guard, options, progress, cancellation);
        DecisionLogContent log = ReadLog(options);
        string inputs = InputsOf(standard, folder, log, ranker.Vectors?.Fingerprint ?? "", options);
        if (memory.RunOf(inputs) is { } last)
            return Unchanged(last, folder, log);

        Report(progress, MapStage.Matching);
        (IReadOnlyList<ElementEvidence> evidence, string? trouble) = Match(
            standard,
            workspace,
            folder,
            progress,
            cancellation
        );
        // What was made without the model is not what the next run may take as made with it.
        if (trouble is not null)
            inputs = InputsOf(standard, folder, log, trouble, options);
        ReviewLedger ledger = ReviewLedger.Derive(log.Decisions, options.NeedsApproval);
        DecidedEvidence decided = new(new AnchorSurvey(workspace).Find(ledger, cancellation), ledger.Commentaries);
        MappingFile mapping = MappingBuilder.Build(standard, folder.Documents, evidence, generator, decided) with
        {
            Log = log.Head,
            LeftOut = folder.LeftOut,
        };

        Report(progress, MapStage.Writing);
        MappingSnapshot now = MappingSnapshot.Take(mapping);
        MappingChanges news = MappingChanges.Between(memory.LastMapping(), mapping, now);
        ReportResult written = ReportFiles.Write(mapping, news, options.Policies, options.OutputFolder, cancellation);
        options.WhenWritten?.Invoke(news);
        memory.Remember(inputs, mapping, now, written, time);
        memory.RememberComparing(trouble is null && ranker.Vectors is not null);
        return Summarise(
            mapping,
            folder,
            news,
            written,
            log,
            [.. MeaningNotices(trouble), .. DecisionNotices.Of(log, ledger, standard)]
        );
    }

    private RunLock WaitForOtherRuns(
        MapOptions options,
        IProgress<MapProgress> progress,
        CancellationToken cancellation
    ) =>
        RunLock.Take(
            options.CacheFolder,
            time,
            holder => progress.Report(new MapProgress(MapStage.Waiting, 0, 0, 0, 0, 0) { Holder = holder }),
            cancellation
        );

    /// <summary>Where it is certain that documents will be read, what reads them starts while the folder is
    /// listed.</summary>
    private static void BeginWhereAllIsNew(IFileIntake intake, MapOptions options)
    {
        if (options.Rebuild || !Workspace.IsIn(options.CacheFolder))
            intake.Begin();
    }

    /// <summary>Listed while the workspace is opened; but a folder that cannot be listed must cost no cache.</summary>
    private static Task<FolderFiles> StartListing(
        MapOptions options,
        IProgress<MapProgress> progress,
        CancellationToken cancellation
    )
    {
        Report(progress, MapStage.Listing);
        Task<FolderFiles> listing = Task.Run(() => CommonFolder.Walk(options, cancellation), CancellationToken.None);
        if (options.Rebuild)
        {
            listing.GetAwaiter().GetResult();
            PassageIndex.Delete(options.CacheFolder);
        }
        return listing;
    }

    private Workspace OpenWorkspace(MapOptions options) =>
        Workspace.Open(options.CacheFolder, RunInputs.OfReading(readerBuilds, reading.Reading), options.Rebuild);

    private ReadFolder Read(
        Task<FolderFiles> listing,
        IFileIntake intake,
        Workspace workspace,
        FolderGuard guard,
        MapOptions options,
        IProgress<MapProgress> progress,
        CancellationToken cancellation
    )
    {
        FolderState state = FolderState.Read(workspace);
        FolderFiles files = listing.GetAwaiter().GetResult();
        FolderOutcome outcome = new FolderReading(intake, reading.Access, new Unsettled(options.Settle, time)).Run(
            files,
            workspace,
            state,
            options.Jobs,
            guard.MostGone,
            progress,
            cancellation
        );
        guard.RefuseLoss(state, files.LeavesOut);
        DateOnly asOf = options.AsOf ?? DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        IEnumerable<DocumentRecord> documents = workspace
            .Documents(state)
            .Select(document => KnownTroubles.Mark(document.AsOf(asOf), files));
        if (options.CrossChecks)
        {
            IReadOnlyDictionary<string, CrossCheck> checks = new FolderCrossCheck(
                intake,
                SecondReaderBuild,
                reading.Access
            ).Run(files.Files, workspace, state, options.Jobs, progress, cancellation);
            documents = documents.Select(document =>
                document with
                {
                    CrossCheck = checks.GetValueOrDefault(document.Hash),
                }
            );
        }
        return new ReadFolder(state, outcome, [.. documents]) { LeftOut = files.LeftOut };
    }

    private DecisionLogContent ReadLog(MapOptions options)
    {
        using DecisionLog log = new(Path.Combine(options.OutputFolder, DecisionLog.FileName), time);
        DecisionLogContent content = log.Read();
        // Before a new mapping takes the place of the one that knew of lines that are gone.
        log.Remember(content);
        return content;
    }

    private string InputsOf(
        Standard standard,
        ReadFolder folder,
        DecisionLogContent log,
        string meaning,
        MapOptions options
    ) =>
        RunInputs.OfMapping(
            generator,
            standard.Fingerprint,
            options.Policies.Remember(options.OutputFolder),
            folder,
            $"{log.Head} {log.BadLine} {options.NeedsApproval}",
            meaning
        );

    /// <returns>The evidence; and why it was found by words alone, where meanings were to be compared and could not
    /// be.</returns>
    private (IReadOnlyList<ElementEvidence> Evidence, string? Trouble) Match(
        Standard standard,
        Workspace workspace,
        ReadFolder folder,
        IProgress<MapProgress> progress,
        CancellationToken cancellation
    )
    {
        PassageIndex.Of(workspace).Update(cancellation);
        using DocumentSource source = DocumentSource.Of(workspace, folder.Documents, keepsHits: true);
        try
        {
            ComparingProgress comparing = new(progress);
            return (ranker.Rank(standard, source, workspace.PassagesOf, comparing, cancellation), null);
        }
        catch (SentenceModelException fault)
        {
            return (
                new EvidenceRanker().Rank(standard, source, workspace.PassagesOf, null, cancellation),
                fault.Message
            );
        }
    }

    private static MapSummary Unchanged(LastRun last, ReadFolder folder, DecisionLogContent log) =>
        new(last.Counts, folder.NotRead, [.. last.Outputs.Select(output => output.Name)], folder.Changes)
        {
            CrossChecked = folder.CrossChecked,
            LeftOut = folder.LeftOut,
            Review = last.Review,
            WasUpToDate = true,
            Kept = folder.Outcome.Deletions.Kept,
            Waiting = folder.Outcome.Waiting,
            Notices = [.. folder.Outcome.Deletions.Notices, .. log.Damage()],
            HasDamagedLog = log.IsDamaged,
        };

    private static MapSummary Summarise(
        MappingFile mapping,
        ReadFolder folder,
        MappingChanges news,
        ReportResult written,
        DecisionLogContent log,
        IEnumerable<string> notices
    ) =>
        new(mapping.Counts, folder.NotRead, [.. written.Written.Select(path => Path.GetFileName(path))], folder.Changes)
        {
            CrossChecked = folder.CrossChecked,
            LeftOut = folder.LeftOut,
            Review = mapping.Review,
            News = news,
            Problems = written.Problems,
            Kept = folder.Outcome.Deletions.Kept,
            Waiting = folder.Outcome.Waiting,
            Notices = [.. folder.Outcome.Deletions.Notices, .. written.Notices, .. notices],
            HasDamagedLog = log.IsDamaged,
        };

    private IEnumerable<string> MeaningNotices(string? trouble) =>
        trouble is not null ? [$"Passages were compared by words alone. {trouble}"]
        : ranker.MissesModel
            ? ["Passages were compared by words alone: this build has no sentence model (docs/meaning.md)."]
        : [];

    private static void Report(IProgress<MapProgress> progress, MapStage stage) =>
        progress.Report(new MapProgress(stage, 0, 0, 0, 0, 0));

    /// <summary>True where the last run compared passages by meaning as well as by words.</summary>
    /// <param name="workspace">What the run read.</param>
    public static bool ComparedMeaning(Workspace workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        return RunMemory.ComparedMeaning(workspace);
    }

    /// <summary>Where the documents of the last run lie, for whoever wants to show them; null where that is not
    /// known.</summary>
    /// <param name="workspace">What the run read.</param>
    /// <param name="outputFolder">The folder of its mapping.</param>
    public static PolicyFolders? FoldersOf(Workspace workspace, string outputFolder)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        return RunMemory.FoldersOf(workspace, outputFolder);
    }
}
