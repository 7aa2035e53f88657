using CseMapper.Meaning.Weights;

if (args.Length != 2)
{
    await Console.Error.WriteLineAsync("Needs two arguments: the package's assembly, and the file to write.");
    return 1;
}

byte[] network = PackageResources.Read(args[0], ".onnx");
byte[] vocabulary = PackageResources.Read(args[0], "vocab.txt");
using MemoryStream file = new();
new WeightsWriter(new OnnxGraph(network), file).Write(vocabulary);

// Two builds may run at a time: the file appears whole or not at all.
string half = $"{args[1]}.{Environment.ProcessId}.tmp";
await File.WriteAllBytesAsync(half, file.ToArray());
File.Move(half, args[1], overwrite: true);
return 0;
