using System.Diagnostics;
using CseMapper.Testing;

namespace CseMapper.App.Tests;

/// <summary>How the build finds the ahead-of-time compiler, and what it says where there is none.</summary>
public sealed class AheadOfTimeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TheCompilerIsFoundWhereThePackageFolderIsNamedWithoutASlashAtItsEnd()
    {
        string packages = (
            Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages")
        ).TrimEnd('/', '\\');
        Assert.SkipUnless(
            Directory.Exists(packages)
                && Directory.EnumerateDirectories(packages, "microsoft.netcore.app.crossgen2.*").Any(),
            "No Release build has fetched the compiler on this machine."
        );
        string found = At("compiler.txt");

        (int code, string output) = Build(
            ["Compiler.proj", "-restore", "-t:WriteCompilerPath", $"-p:PathFile={found}"],
            packages
        );

        Assert.True(code == 0, output);
        string compiler = File.ReadAllText(found).Trim();
        Assert.True(File.Exists(compiler), compiler);
        Assert.StartsWith(packages + Path.DirectorySeparatorChar, compiler, StringComparison.Ordinal);
    }

    [Fact]
    public void ABuildWithoutTheCompilerGoesOnAndSaysSo()
    {
        // A package folder that cannot be made: nothing can be restored into a file.
        File.WriteAllText(At("file"), "");
        string project = At("Some.proj");
        File.WriteAllText(
            project,
            $"""
            <Project>
              <PropertyGroup>
                <AheadOfTime>true</AheadOfTime>
                <IntermediateOutputPath>obj/</IntermediateOutputPath>
                <BundledNETCoreAppPackageVersion>0.0.1</BundledNETCoreAppPackageVersion>
              </PropertyGroup>
              <Target Name="CopyFilesToOutputDirectory" />
              <Import Project="{Path.Combine(Folder, "AheadOfTime.targets")}" />
            </Project>
            """
        );

        (int code, string output) = Build([project, "-t:CopyFilesToOutputDirectory"], At("file"));

        Assert.True(code == 0, output);
        Assert.Contains("Some is not compiled ahead of time", output, StringComparison.Ordinal);
        Assert.DoesNotContain("warning", output, StringComparison.OrdinalIgnoreCase);
    }

    private static string Folder => RepositoryFiles.Path("src", "CseMapper.App", "AheadOfTime");

    private string At(string name) => _folder.At(name);

    private static (int Code, string Output) Build(string[] arguments, string packages)
    {
        ProcessStartInfo start = new("dotnet", ["msbuild", "-nologo", "-v:minimal", "-nr:false", .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NUGET_PACKAGES"] = packages;
        using Process process = Process.Start(start)!;
        CommandLine.Result result = CommandLine.Finish(process);
        return (result.ExitCode, result.Output + result.Error);
    }
}
