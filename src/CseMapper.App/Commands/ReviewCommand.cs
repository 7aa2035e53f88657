using System.CommandLine;
using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using CseMapper.App.Configuration;
using CseMapper.App.ReviewPage;
using CseMapper.App.ReviewPage.Access;
using CseMapper.App.ReviewPage.Drawing;
using CseMapper.App.ReviewPage.Project;
using CseMapper.Documents;
using CseMapper.Documents.Files;
using CseMapper.Matching.Criteria;

namespace CseMapper.App.Commands;

/// <summary><c>csemapper review</c>: the review page, on this machine or for a team.</summary>
internal static class ReviewCommand
{
    /// <summary>Always the same where it is free, so that what was typed is offered again after a new start.</summary>
    private const int UsualPort = 8857;

    public static Command Create(Terminal terminal, Func<ReadOptions, DocumentIngest> ingest, TimeProvider time)
    {
        ReviewArguments arguments = new();
        Command command = new(
            "review",
            "Opens the review page: decide about suggestions in the browser. Only this machine can reach it "
                + "unless --listen says otherwise.\n\nExamples:\n  csemapper review --out cse-mapping --reviewer \"Ann "
                + "Hill\"\n  csemapper review --listen 0.0.0.0:8443 --certificate review.pfx"
        )
        {
            arguments.Output,
            arguments.Folder,
            arguments.Criteria,
            arguments.Port,
            arguments.NoBrowser,
            arguments.Reviewer,
            arguments.Listen,
            arguments.Users,
            arguments.Certificate,
            arguments.CertificatePassword,
            arguments.HostName,
            arguments.Passwords.Password,
            arguments.Passwords.File,
        };
        command.SetAction((parsed, cancellation) => Run(parsed, arguments, terminal, ingest, time, cancellation));
        return command;
    }

    private static async Task<int> Run(
        ParseResult parsed,
        ReviewArguments arguments,
        Terminal terminal,
        Func<ReadOptions, DocumentIngest> ingest,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        ReviewServerOptions options = arguments.Read(parsed, UsualPort);
        using ReviewProject project = new(options.OutputFolder, ApprovalOf(parsed), time);
        Refresh(project);
        PolicyFiles? files = options.Policies is { } folders ? new PolicyFiles(folders) : null;
        if (files is null && !parsed.GetValue(SharedOptions.Quiet))
        {
            await terminal
                .Error.WriteLineAsync(
                    "The policy folder is not known, so originals cannot be shown: name it with --folder."
                )
                .ConfigureAwait(false);
        }

        if (options is { Certificate: null, Listen.Address: var listen } && !IPAddress.IsLoopback(listen))
        {
            await terminal
                .Error.WriteLineAsync(
                    "Warning: without --certificate, passwords and decisions cross the network readable."
                )
                .ConfigureAwait(false);
        }

        bool opens = !parsed.GetValue(arguments.NoBrowser);
        string address = "";
        EntryTokens? tokens = options.UsersFile is null
            ? new EntryTokens(next =>
                terminal.Error.WriteLine($"Signed in. For another browser: {address}/enter?token={next}")
            )
            : null;
        using SignIn signIn = new(
            new SessionStore(time),
            tokens,
            options.UsersFile is { } users ? new UserFile(users) : null,
            options.Reviewer,
            new GuessingLock(time)
        );
        using DocumentViews views = new(
            files,
            ingest(ReadOptions.Default with { Passwords = arguments.Passwords.Read(parsed) })
        );
        Site site = new(
            project,
            signIn,
            files,
            views,
            StandardOf(options, project),
            SettingsOf(options),
            new Assets(),
            time
        );
        ReviewServer server = await ReviewServer.Start(options, site, cancellation).ConfigureAwait(false);
        await using (server.ConfigureAwait(false))
        {
            address = AddressOf(server, options);
            string entry = tokens is null ? address + "/" : $"{address}/enter?token={tokens.Current}";
            Announce(terminal, parsed, entry);
            using EntryPage? page = opens ? OpenBrowser(entry) : null;
            await new ProjectWatch(project, time).Run(cancellation).ConfigureAwait(false);
        }

        return ExitCode.Done;
    }

    /// <summary>The settings may be edited while the page runs: half-written ones do not end it, the last that could be
    /// read hold.</summary>
    private static Func<bool> ApprovalOf(ParseResult parsed)
    {
        bool needsApproval = SharedOptions.SettingsOf(parsed).Review.NeedsApproval;
        return () =>
        {
            try
            {
                needsApproval = SharedOptions.SettingsOf(parsed).Review.NeedsApproval;
            }
            catch (Exception passing) when (passing is SettingsException or IOException or UnauthorizedAccessException)
            {
                // As above.
            }

            return needsApproval;
        };
    }

    private static void Refresh(ReviewProject project)
    {
        try
        {
            project.Refresh();
        }
        catch (InvalidDataException fault)
        {
            throw new CommandException(fault.Message);
        }
    }

    /// <summary>An address that a browser can open: "every address of this machine" is none.</summary>
    private static string AddressOf(ReviewServer server, ReviewServerOptions options)
    {
        if (!options.Listen.Address.Equals(IPAddress.Any) && !options.Listen.Address.Equals(IPAddress.IPv6Any))
            return server.Address;
        UriBuilder address = new(server.Address)
        {
            Host = options.HostNames is [string name, ..] ? name : Dns.GetHostName(),
        };
        return address.Uri.GetLeftPart(UriPartial.Authority);
    }

    private static void Announce(Terminal terminal, ParseResult parsed, string address)
    {
        if (parsed.GetValue(SharedOptions.Json))
            terminal.Out.WriteLine(JsonSerializer.Serialize(new { address }));
        else
            terminal.Out.WriteLine($"The review page: {address}");
        if (!parsed.GetValue(SharedOptions.Json) && !parsed.GetValue(SharedOptions.Quiet))
            terminal.Out.WriteLine("Stop it with Ctrl+C; every decision is saved at once.");
        terminal.Out.Flush();
    }

    /// <summary>A mapping made with another text of the standard keeps its own wording; its vocabulary is then not
    /// shown.</summary>
    private static Standard? StandardOf(ReviewServerOptions options, ReviewProject project)
    {
        Standard standard = CriteriaFile.Load(options.CriteriaFile);
        return project.State.Mapping is { } mapping && mapping.Standard.Fingerprint != standard.Fingerprint
            ? null
            : standard;
    }

    private static (string Name, string Value)[] SettingsOf(ReviewServerOptions options) =>
        [
            ("Output folder", options.OutputFolder),
            ("Policy folder", options.Policies?.ToString() ?? "not known"),
            ("Criteria file", options.CriteriaFile ?? "the built-in standard"),
            ("Listening on", options.Listen.ToString()),
            (
                "Who may come in",
                options.UsersFile is { } users ? $"the people in {users}" : "whoever opens the printed address"
            ),
            ("Connection", options.Certificate is null ? "HTTP" : "HTTPS"),
        ];

    /// <summary>No browser is no fault: the address is printed.</summary>
    private static EntryPage? OpenBrowser(string address)
    {
        EntryPage? page = null;
        try
        {
            page = EntryPage.Write(address);
            string opener =
                OperatingSystem.IsWindows() ? page.Path
                : OperatingSystem.IsMacOS() ? "open"
                : "xdg-open";
            ProcessStartInfo start = OperatingSystem.IsWindows()
                ? new(opener) { UseShellExecute = true }
                : new(opener, [page.Path]) { RedirectStandardOutput = true, RedirectStandardError = true };
            using Process? process = Process.Start(start);
        }
        catch (Exception missing)
            when (missing
                    is System.ComponentModel.Win32Exception
                        or IOException
                        or UnauthorizedAccessException
                        or InvalidOperationException
            )
        {
            // The address stands in the terminal.
        }

        return page;
    }
}
