using System.CommandLine;
using CseMapper;
using CseMapper.App;
using CseMapper.App.Commands;
using CseMapper.Ingest;
using CseMapper.Ingest.Word;
using CseMapper.Matching;
using CseMapper.Passages;

// The only composition root: what the commands need is made here and handed in.
Terminal terminal = Terminal.OfThisProcess();
RootCommand root = new("Maps an organisation's policy documents to the Customer Service Excellence standard.")
{
    SharedOptions.Json,
    SharedOptions.Quiet,
    MapCommand.Create(terminal, Pipeline, TimeProvider.System),
    ExtractCommand.Create(terminal),
    CriteriaCommand.Create(terminal),
};
VersionText.ReplaceIn(root);
return await Runner.Run(root, args, terminal).ConfigureAwait(false);

static MappingPipeline Pipeline()
{
    DocumentIngest ingest = new([new WordReader(), new PlainTextReader(), new MarkdownReader(), new HtmlReader()], ReadOptions.Default, TimeProvider.System);
    return new MappingPipeline(ingest, new PassageSplitter(PassageOptions.Default), new EvidenceRanker(), "CseMapper " + VersionText.Number, TimeProvider.System);
}
