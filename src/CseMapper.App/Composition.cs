using System.CommandLine;
using CseMapper.App.Commands;
using CseMapper.App.Commands.Decisions;
using CseMapper.App.Watching;
using CseMapper.Documents;
using CseMapper.Documents.Archives;
using CseMapper.Documents.Doc;
using CseMapper.Documents.Files;
using CseMapper.Documents.Html;
using CseMapper.Documents.Mail;
using CseMapper.Documents.Markdown;
using CseMapper.Documents.Ocr;
using CseMapper.Documents.OpenDocument;
using CseMapper.Documents.Pdf;
using CseMapper.Documents.Ppt;
using CseMapper.Documents.Rtf;
using CseMapper.Documents.Sheets;
using CseMapper.Documents.Slides;
using CseMapper.Documents.Text;
using CseMapper.Documents.Word;
using CseMapper.Documents.Xls;
using CseMapper.Matching.Scoring;
using CseMapper.Matching.Vectors;
using CseMapper.Meaning;
using CseMapper.Passages.CrossChecking;
using CseMapper.Passages.Intake;
using CseMapper.Passages.Splitting;
using CseMapper.PdfPig;

namespace CseMapper.App;

/// <summary>The only composition root: what the commands need is made here and handed in.</summary>
internal static class Composition
{
    /// <summary>Makes the program's commands.</summary>
    /// <param name="terminal">Where they write.</param>
    public static RootCommand Root(Terminal terminal)
    {
        RootCommand root = new("Maps an organisation's policy documents to the Customer Service Excellence standard.")
        {
            SharedOptions.Json,
            SharedOptions.Quiet,
            SharedOptions.SettingsPath,
            MapCommand.Create(terminal, Pipeline, TimeProvider.System),
            WatchCommand.Create(terminal, Pipeline, TimeProvider.System),
            StatusCommand.Create(terminal, TimeProvider.System),
            ExtractCommand.Create(terminal, Ingest, Guarded),
            SearchCommand.Create(terminal),
            ExplainCommand.Create(terminal, Ranker, TimeProvider.System),
            EvaluateCommand.Create(terminal, Ranker, Ingest(ReadOptions.Default), TimeProvider.System),
            CriteriaCommand.Create(terminal, Ingest(ReadOptions.Default), TimeProvider.System),
            DecisionsCommand.Create(terminal, TimeProvider.System),
            ExportCommand.Create(terminal, TimeProvider.System),
            ReviewCommand.Create(terminal, Ingest, TimeProvider.System),
            UsersCommand.Create(terminal, Console.In),
        };
        VersionText.ReplaceIn(root);
        return root;
    }

    private static DocumentIngest Ingest(ReadOptions options) =>
        IngestWithin(ReadingLimits.Usual(options.Recognises).Time, options);

    private static DocumentIngest IngestWithin(TimeSpan limit, ReadOptions options) =>
        new(
            [
                PdfReaderOf(options),
                new WordReader(),
                new DocReader(),
                new RtfReader(),
                new OdtReader(),
                new PptxReader(),
                new OdpReader(),
                new PptReader(),
                new XlsxReader(),
                new OdsReader(),
                new XlsReader(),
                new CsvTableReader(),
                new MailReader(),
                new ZipReader(),
                new PictureReader(TesseractProgram.Find(TimeProvider.System)),
                new PlainTextReader(),
                new MarkdownReader(),
                new HtmlReader(),
            ],
            options,
            TimeProvider.System
        )
        {
            TimeLimit = limit,
        };

    private static IDocumentReader PdfReaderOf(ReadOptions options) =>
        options.PdfReader switch
        {
            Engines.PdfPig => new PdfPigReader(),
            _ => new PdfReader(TesseractProgram.Find(TimeProvider.System)),
        };

    /// <summary>Reads a document as it is used, without text recognition, and again with the engine that is not
    /// used.</summary>
    private static CrossChecker CrossCheckerOf(TimeSpan limit, ReadOptions options) =>
        new(
            IngestWithin(limit, options with { Recognises = false }),
            options.PdfReader == Engines.PdfPig ? new PdfReader() : new PdfPigWords(),
            TimeProvider.System
        );

    private static ProcessIntake Guarded(ReaderOptions options) =>
        new(ReaderCommand.Program, options, TimeProvider.System);

    /// <summary>Reads documents in this process.</summary>
    public static FileIntake ReadHere(ReaderOptions options) =>
        new(
            IngestWithin(options.Limits.Time, options.Reading),
            new PassageSplitter(PassageOptions.Default),
            options.Access,
            TimeProvider.System
        )
        {
            CrossChecker = CrossCheckerOf(options.Limits.Time, options.Reading),
        };

    /// <summary>Ranks passages, by meaning too where that is wanted and this build has the model for it.</summary>
    /// <param name="comparesMeaning">True where it is wanted.</param>
    /// <param name="outputFolder">In its cache vectors are kept.</param>
    private static EvidenceRanker Ranker(bool comparesMeaning, string outputFolder)
    {
        if (!comparesMeaning)
            return new EvidenceRanker();
        SentenceVectors? vectors = SentenceVectors.With(SentenceModel.DefaultPath, CacheFolder.In(outputFolder));
        return new EvidenceRanker(vectors) { MissesModel = vectors is null };
    }

    private static MappingPipeline Pipeline(RunRequest request) =>
        new(
            Ingest(request.Readers.Reading).ReaderBuilds,
            request.Readers,
            options => request.InProcess ? ReadHere(options) : Guarded(options),
            Ranker(request.ComparesMeaning, request.Map.OutputFolder),
            "CseMapper " + VersionText.Number,
            TimeProvider.System
        )
        {
            SecondReaderBuild = CrossCheckerOf(request.Readers.Limits.Time, request.Readers.Reading).Build,
        };
}
