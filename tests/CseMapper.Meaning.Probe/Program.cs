using System.Runtime.InteropServices;
using CseMapper.Meaning;
using CseMapper.Meaning.Probe;

if (
    args is not ([_] or [_, _])
    || SentenceModel.Open(args.ElementAtOrDefault(1) ?? SentenceModel.DefaultPath) is not { } model
)
{
    await Console.Error.WriteLineAsync(
        "Usage: encode|measure [weights]; encode reads a text a line. Weights must be there."
    );
    return 1;
}

if (args[0] == "measure")
{
    Measuring.Run(model);
    return 0;
}

Console.WriteLine(model.Instructions);
while (Console.ReadLine() is { } text)
{
    SentenceEncoding encoding = model.Encode(text);
    Console.WriteLine(Convert.ToHexString(MemoryMarshal.AsBytes(encoding.Vector.AsSpan())));
}

return 0;
