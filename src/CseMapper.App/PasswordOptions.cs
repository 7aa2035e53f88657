using System.CommandLine;

namespace CseMapper.App;

/// <summary>The options that give passwords for encrypted files.</summary>
internal sealed class PasswordOptions
{
    /// <summary>A password on the command line.</summary>
    public Option<string[]> Password { get; } =
        new("--password") { Description = "A password to try on encrypted files; may be given several times." };

    /// <summary>A file of passwords, which other people on the machine cannot see in the list of processes.</summary>
    public Option<FileInfo?> File { get; } =
        new("--password-file")
        {
            Description = "A text file of passwords to try, one a line.",
            DefaultValueFactory = Usual,
        };

    private static FileInfo? Usual(System.CommandLine.Parsing.ArgumentResult result) =>
        SharedOptions.SettingsOf(result).PasswordFile is { } path ? new FileInfo(path) : null;

    /// <summary>All passwords given, in order.</summary>
    /// <exception cref="CommandException">The file cannot be read.</exception>
    public IReadOnlyList<string> Read(ParseResult parsed)
    {
        List<string> passwords = [.. parsed.GetValue(Password) ?? []];
        if (parsed.GetValue(File) is not { } file)
            return passwords;
        try
        {
            passwords.AddRange(System.IO.File.ReadAllLines(file.FullName).Where(line => line.Length > 0));
            return passwords;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"The password file cannot be read: {fault.Message}", ExitCode.Usage);
        }
    }
}
