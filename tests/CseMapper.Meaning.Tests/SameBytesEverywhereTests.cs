using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace CseMapper.Meaning.Tests;

/// <summary>Runs the model in processes of their own, each without some of the processor's instructions.</summary>
public sealed class SameBytesEverywhereTests
{
    private static readonly string _here = SentenceModel.DefaultPath;

    [Theory]
    [InlineData("AVX-VNNI", "EnableAVX512", "EnableAVX512F")]
    [InlineData("AVX-512BW", "EnableAVXVNNI")]
    [InlineData("AVX2", "EnableAVXVNNI", "EnableAVX512", "EnableAVX512F")]
    [InlineData("128-bit vectors", "EnableAVX2")]
    [InlineData("one by one", "EnableHWIntrinsic")]
    public async Task WithoutSomeInstructionsTheBytesAreTheSame(string instructions, params string[] switchedOff)
    {
        SentenceModel model = BuiltModel.Get();
        IReadOnlyList<string> texts = [.. Texts.All.SkipLast(instructions == "one by one" ? 1 : 0)];
        string[] lines = await Run(texts, switchedOff);
        bool known = instructions is "128-bit vectors" or "one by one";
        if (known && RuntimeInformation.ProcessArchitecture == Architecture.X64)
            Assert.Equal(instructions, lines[0]);
        TestContext.Current.TestOutputHelper?.WriteLine(lines[0]);
        Assert.Equal(texts.Select(text => Bytes(model, text)), lines[1..]);
    }

    /// <summary>Found on an x64 processor with AVX-VNNI; whoever sees another value here has found a processor or a
    /// framework that reckons differently.</summary>
    [Fact]
    public void TheBytesAreThoseOfAllOtherMachines()
    {
        SentenceModel model = BuiltModel.Get();
        string all = string.Concat(Texts.All.Select(text => Bytes(model, text)));
        string hash = Convert.ToHexStringLower(SHA256.HashData(Convert.FromHexString(all)));
        Assert.Equal("a1cd135655cb6af832d4f0d15a7ce04f4301ffe044cd6aa8a4068a44ad418541", hash);
    }

    private static string Bytes(SentenceModel model, string text) =>
        Convert.ToHexString(MemoryMarshal.AsBytes(model.Encode(text).Vector.AsSpan()));

    private static async Task<string[]> Run(IReadOnlyList<string> texts, string[] switchedOff)
    {
        string probe = Path.Combine(AppContext.BaseDirectory, "CseMapper.Meaning.Probe.dll");
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { probe, "encode", _here },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (string name in switchedOff)
            start.Environment["DOTNET_" + name] = "0";
        using Process process = Process.Start(start)!;
        foreach (string text in texts)
            await process.StandardInput.WriteLineAsync(text);
        process.StandardInput.Close();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
    }
}
