using System.Reflection;
using CseMapper.Passages.Intake;

namespace CseMapper.App.Commands;

/// <summary><c>csemapper read-documents</c>: what the program starts itself as to read documents; not for users, and so
/// in no help.</summary>
internal static class ReaderCommand
{
    private const string Name = "read-documents";

    /// <summary>This program as a reading process.</summary>
    public static ReaderProgram Program
    {
        get
        {
            string path =
                Environment.ProcessPath
                ?? throw new InvalidOperationException("The system does not tell which program this is.");
            // Started as "dotnet csemapper.dll", the process is dotnet's.
            bool isHosted = Path.GetFileNameWithoutExtension(path).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
            return new ReaderProgram(path, isHosted ? [Assembly.GetExecutingAssembly().Location, Name] : [Name]);
        }
    }

    /// <summary>True when this process was started to read documents.</summary>
    public static bool IsMeant(string[] arguments) => arguments is [Name];

    /// <summary>Reads until the pipe is closed.</summary>
    /// <param name="make">Makes the intake that reads.</param>
    public static int Run(Func<ReaderOptions, FileIntake> make)
    {
        using Stream input = Console.OpenStandardInput();
        using Stream output = Console.OpenStandardOutput();
        // Whatever is printed by mistake must not get between the answers.
        Console.SetOut(TextWriter.Null);
        new ReaderHost(make).Run(input, output);
        return ExitCode.Done;
    }
}
