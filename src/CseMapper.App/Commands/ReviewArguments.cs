using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CseMapper.App.ReviewPage;
using CseMapper.App.ReviewPage.Access;
using CseMapper.Documents.Files;

namespace CseMapper.App.Commands;

/// <summary>The options of <c>csemapper review</c>, and what they come to.</summary>
internal sealed class ReviewArguments
{
    public Option<string> Output { get; } = SharedOptions.Out();

    public Option<string?> Folder { get; } =
        new("--folder")
        {
            Description = "The policy folder, to open originals from; that of the last run when not given.",
        };

    public Option<string?> Criteria { get; } = SharedOptions.Criteria();

    public Option<int?> Port { get; } =
        SharedOptions.Number(
            "--port",
            "-p",
            0,
            IPEndPoint.MaxPort,
            "The port; 8857 or, where that is in use, any free one when not given."
        );

    public Option<bool> NoBrowser { get; } = new("--no-browser") { Description = "Only print the address." };

    public Option<string?> Reviewer { get; } =
        new("--reviewer") { Description = "Whose decisions they are; the name of the system's user when not given." };

    public Option<string?> Listen { get; } =
        new("--listen")
        {
            Description =
                "For a team: the address to listen on, such as 0.0.0.0:8443. Beyond this machine it needs users "
                + "(csemapper users add).",
        };

    public Option<string?> Users { get; } =
        new("--users")
        {
            Description = "The file of the people who may sign in; users.json in the output folder when not given.",
        };

    public Option<FileInfo?> Certificate { get; } =
        new("--certificate") { Description = "A certificate with its key for HTTPS: .pfx, or .pem holding both." };

    public Option<string?> CertificatePassword { get; } =
        new("--certificate-password-file") { Description = "A file whose first line is the certificate's password." };

    public Option<string[]> HostName { get; } =
        new("--host-name")
        {
            Description = "Another name that browsers may ask for this page by; may be given several times.",
        };

    public PasswordOptions Passwords { get; } = new();

    /// <summary>Checks them and puts them together.</summary>
    /// <exception cref="CommandException">They do not go together, or open the page to others without anybody having to
    /// sign in.</exception>
    public ReviewServerOptions Read(ParseResult parsed, int usualPort)
    {
        string output = Path.GetFullPath(parsed.GetRequiredValue(Output));
        int? port = parsed.GetValue(Port);
        IPEndPoint listen = EndPoint(parsed.GetValue(Listen), port ?? usualPort);
        string usersFile = Path.GetFullPath(parsed.GetValue(Users) ?? Path.Combine(output, UserFile.FileName));
        bool signsIn = parsed.GetValue(Listen) is not null || parsed.GetValue(Users) is not null;
        bool hasUsers = signsIn && new UserFile(usersFile).All().Count > 0;
        if (!hasUsers && !IPAddress.IsLoopback(listen.Address))
        {
            throw new CommandException(
                "Others could reach the page without signing in. Add people first (csemapper users add <name>), "
                    + "or leave --listen out.",
                ExitCode.Usage
            );
        }

        if (!hasUsers && parsed.GetValue(Users) is not null)
        {
            throw new CommandException(
                $"There are no users in {usersFile}: add them with csemapper users add <name> --users {usersFile}.",
                ExitCode.Usage
            );
        }

        return new ReviewServerOptions(output, listen)
        {
            Policies = PoliciesOf(parsed, output),
            CriteriaFile = parsed.GetValue(Criteria),
            MayChangePort = port is null && parsed.GetValue(Listen) is null,
            Reviewer = parsed.GetValue(Reviewer)?.Trim() is { Length: > 0 } name ? name : Environment.UserName,
            UsersFile = hasUsers ? usersFile : null,
            Certificate = CertificateOf(parsed),
            HostNames = parsed.GetValue(HostName) ?? [],
        };
    }

    private static IPEndPoint EndPoint(string? given, int port)
    {
        if (given is null)
            return new IPEndPoint(IPAddress.Loopback, port);
        string text = given.StartsWith("localhost", StringComparison.OrdinalIgnoreCase)
            ? "127.0.0.1" + given["localhost".Length..]
            : given;
        if (
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            || !IPEndPoint.TryParse(text, out IPEndPoint? parsed)
        )
        {
            throw new CommandException(
                "--listen takes an address and a port, such as 0.0.0.0:8443 or [::]:8443.",
                ExitCode.Usage
            );
        }

        return parsed.Port == 0 ? new IPEndPoint(parsed.Address, port) : parsed;
    }

    /// <summary>The command line first, then what the last run remembered, then the settings.</summary>
    private PolicyFolders? PoliciesOf(ParseResult parsed, string output)
    {
        if (parsed.GetValue(Folder) is { } given)
        {
            return Directory.Exists(given)
                ? Path.GetFullPath(given)
                : throw new CommandException($"There is no folder {given}.", ExitCode.Usage);
        }

        PolicyFolders? folders =
            WorkspaceOf.FoldersOf(output)
            ?? (
                SharedOptions.SettingsOf(parsed).Folders is [string first, ..] ? PolicyFolders.FromString(first) : null
            );
        return folders is not null && folders.All.Any(part => Directory.Exists(part.Folder)) ? folders : null;
    }

    private X509Certificate2? CertificateOf(ParseResult parsed)
    {
        if (parsed.GetValue(Certificate) is not { } file)
            return null;
        try
        {
            string? password = parsed.GetValue(CertificatePassword) is { } path
                ? File.ReadLines(path).FirstOrDefault()
                : null;
            if (
                file.Extension.Equals(".pfx", StringComparison.OrdinalIgnoreCase)
                || file.Extension.Equals(".p12", StringComparison.OrdinalIgnoreCase)
            )
            {
                return X509CertificateLoader.LoadPkcs12FromFile(file.FullName, password);
            }

            using X509Certificate2 pem = password is null
                ? X509Certificate2.CreateFromPemFile(file.FullName)
                : X509Certificate2.CreateFromEncryptedPemFile(file.FullName, password);
            // Windows serves only certificates whose key it has stored.
            return X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null);
        }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"The certificate cannot be read: {fault.Message}", ExitCode.Usage);
        }
    }
}
