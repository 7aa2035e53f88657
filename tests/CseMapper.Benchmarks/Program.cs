using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using CseMapper.Benchmarks;
using CseMapper.Benchmarks.Comparing;
using CseMapper.Benchmarks.Engines;
using CseMapper.Benchmarks.Indexing;
using CseMapper.Benchmarks.Soak;

return args switch
{
    ["save", string file, .. string[] command] => await ResultsRun.Save(file, command, Run),
    ["compare", string file] => await ResultsRun.Compare(file, null, Run),
    ["compare", string file, string other] => await ResultsRun.Compare(file, other, Run),
    _ => await Run(args),
};

static async Task<int> Run(string[] command) =>
    command switch
    {
        ["corpus", string folder, .. string[] rest] => CorpusRun.Run(folder, rest),
        ["word", string folder, .. string[] rest] => WordRun.Run(folder, rest),
        ["fuzz", string folder, .. string[] rest] => FuzzRun.Run(folder, rest),
        ["revisions", string folder, .. string[] rest] => RevisionRun.Run(folder, rest),
        ["decided", string folder, .. string[] rest] => DecidedRun.Run(folder, rest),
        ["store", string folder, .. string[] rest] => IndexRun.Store(folder, rest),
        ["rank", string folder, .. string[] rest] => IndexRun.Rank(folder, rest),
        ["search", string folder, .. string[] rest] => SearchRun.Run(folder, rest),
        ["read", string engine, string folder, .. string[] rest] => EngineRun.Read(engine, folder, rest),
        ["soak", string criteria, .. string[] rest] => await SoakRun.Run(criteria, rest),
        ["children", string program, string folder, .. string[] rest] => ChildrenRun.Run(program, folder, rest),
        ["kill", string program, .. string[] rest] => FaultRun.Kill(program, rest),
        ["review", string folder, .. string[] rest] => await ReviewRun.Run(folder, rest),
        ["parts", .. string[] rest] => Parts(rest),
        _ => Usage(),
    };

static int Parts(string[] arguments)
{
    // In this process: building a project for every part takes longer than measuring it.
    IConfig config = DefaultConfig
        .Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
        .WithArtifactsPath(Path.Combine("artifacts", "benchmarks"));
    BenchmarkSwitcher.FromAssembly(typeof(CorpusRun).Assembly).Run(arguments, config);
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine(
        """
        corpus <folder> [--beside] [--rounds n]
                                                  read every PDF below the folder; --beside also times pdftotext and
                                                  mutool, a process a file
        word <folder> [--rounds n]                read every Word document below the folder
        fuzz <folder> [--minutes n] [--seed n]
                                                  damage the PDFs below the folder in every way and read them; failing
                                                  files are kept
        revisions <folder> [--rounds n] [--seed n] [--show n]
                                                  give the documents new versions and find the words of decisions again
        revisions <folder> --converted <folder>
                                                  the same with the documents as another program saved them in another
                                                  format
        decided <folder> [--decisions n]                        find decisions again in the documents of a workspace
        store <folder> [--passages n] [--each n]
                                                  analyse generated passages, so many a document, and store them in a
                                                  workspace
        rank <folder> [--rounds n]
                                                  rank the passages of a workspace (the folder .csemapper of a mapping)
                                                  for all elements
        search <folder> [--queries n]             search the passages of a workspace in every way, and say how long it takes
        read <engine> <folder> [--rounds n]       read every PDF below the folder with embedded or pdfpig
        soak <criteria> [--runs 10000] [--reader-runs 1] [--seed n]
                                                  let a worker run without a rest while documents come and go; memory,
                                                  open files, threads and disk may not grow
        kill <csemapper> [--times 300] [--seed n]
                                                  kill runs, workers and decisions at random moments; nothing may be
                                                  lost, doubled or half-written
        children <csemapper> <folder> [--children n]
                                                  one first run with so many reading processes, two threads in all
        review <folder> [--documents n] [--decisions n]
                                                  make up a large project in the folder and time the review page on it
        save <file> <command> …                   run a command and keep its figures, with the machine, in a file
        compare <file> [<other file>]             how the figures of two files differ, or those of a file and of its
                                                  command run again
        parts [BenchmarkDotNet arguments]         time single parts, for example: parts --filter "*Lexer*"
        """
    );
    return 1;
}
