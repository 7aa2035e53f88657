using System.Diagnostics;
using System.Globalization;
using CseMapper.Ingest;
using CseMapper.Intake;
using CseMapper.Matching;

namespace CseMapper.Benchmarks;

/// <summary>A day of a worker in a short time: thousands of runs with random changes, each with a reading process of its own; nothing may grow.</summary>
internal static class SoakRun
{
    private const int UsualRuns = 10_000;
    private const int Documents = 40;

    /// <summary>Runs after which caches are warm and the bounds are taken.</summary>
    private const int Warm = 50;

    /// <summary>Bounds: managed memory after a collection, open files, and bytes of the output folder against those after the warm-up.</summary>
    private const long MoreMemory = 32L << 20;
    private const int MoreHandles = 16;
    private const double MoreDisk = 2;

    public static int Run(string program, string criteria, string[] options)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("csemapper-soak-");
        int runs = Arguments.Number(options, "--runs", UsualRuns);
        Random random = new(Arguments.Number(options, "--seed", 1));
        MapOptions map = new(Path.Combine(folder.FullName, "policies"), Path.Combine(folder.FullName, "out")) { CriteriaFile = criteria, MostGone = 1 };
        ReaderProgram reader = new(Path.GetFullPath(program), ["read-documents"]);
        MappingPipeline pipeline = new(
            "soak", ReaderOptions.Of(ReadOptions.Default), readers => new ProcessIntake(reader, readers, TimeProvider.System), new EvidenceRanker(), "CseMapper soak", TimeProvider.System);
        for (int i = 0; i < Documents; i++) Write(map.Folder, i, 0);
        State? warm = null;
        State most = default;
        Stopwatch watch = Stopwatch.StartNew();
        for (int run = 1; run <= runs; run++)
        {
            Change(map.Folder, random, run);
            pipeline.Run(map, new Silent(), CancellationToken.None);
            if (run < Warm || run % Warm != 0) continue;
            State now = State.Of(map.OutputFolder);
            warm ??= now;
            most = State.Greatest(most, now);
        }
        State start = warm ?? State.Of(map.OutputFolder);
        bool isBounded = most.Memory <= start.Memory + MoreMemory && most.Handles <= start.Handles + MoreHandles && most.Disk <= start.Disk * MoreDisk;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{runs} runs in {watch.Elapsed.TotalMinutes:F1} min; memory {start.Memory >> 10} to {most.Memory >> 10} KB, open files {start.Handles} to {most.Handles}, disk {start.Disk >> 10} to {most.Disk >> 10} KB: {(isBounded ? "within bounds" : "GROWS")}"));
        folder.Delete(recursive: true);
        return isBounded ? 0 : 3;
    }

    private static void Change(string folder, Random random, int run)
    {
        int document = random.Next(Documents);
        string path = PathOf(folder, document);
        switch (random.Next(4))
        {
            case 0 when File.Exists(path):
                File.Delete(path);
                break;
            case 1 when File.Exists(path):
                File.Move(path, PathOf(folder, Documents + random.Next(Documents)), overwrite: true);
                break;
            case 2:
                break;
            default:
                Write(folder, document, run);
                break;
        }
    }

    private static void Write(string folder, int document, int version)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(PathOf(folder, document), string.Create(CultureInfo.InvariantCulture, $"Policy {document}, version {version}\n\nWe answer every complaint within {version} working days, tell the customer the outcome, and use complaints to improve the service.\n"));
    }

    private static string PathOf(string folder, int document) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{document}.txt"));

    private readonly record struct State(long Memory, int Handles, long Disk)
    {
        public static State Of(string output)
        {
            using Process self = Process.GetCurrentProcess();
            int handles = OperatingSystem.IsLinux() ? Directory.GetFiles("/proc/self/fd").Length : self.HandleCount;
            return new State(GC.GetTotalMemory(forceFullCollection: true), handles, new DirectoryInfo(output).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length));
        }

        public static State Greatest(State left, State right) => new(Math.Max(left.Memory, right.Memory), Math.Max(left.Handles, right.Handles), Math.Max(left.Disk, right.Disk));
    }

    private sealed class Silent : IProgress<MapProgress>
    {
        public void Report(MapProgress value)
        {
        }
    }
}
