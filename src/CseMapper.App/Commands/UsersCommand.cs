using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using CseMapper.App.ReviewPage.Access;

namespace CseMapper.App.Commands;

/// <summary><c>csemapper users</c>: who may sign in to the review page of a team.</summary>
internal static class UsersCommand
{
    private const int ShortestPassword = 12;
    private const int LongestName = 100;

    public static Command Create(Terminal terminal, TextReader input)
    {
        Option<string> output = SharedOptions.Out();
        Option<string?> users = new("--users")
        {
            Description = "The file of the users; users.json in the output folder when not given.",
        };
        Command command = new("users", "Says who may sign in to the review page of a team (csemapper review --listen).")
        {
            Add(terminal, input, output, users),
            List(terminal, output, users),
            Remove(terminal, output, users),
        };
        return command;
    }

    private static Role RoleIn(ArgumentResult result)
    {
        string word = result.Tokens[0].Value;
        foreach (Role role in Enum.GetValues<Role>())
        {
            if (role.ToString().Equals(word, StringComparison.OrdinalIgnoreCase))
                return role;
        }

        result.AddError($"--role takes viewer, reviewer or approver; '{word}' is none of them.");
        return default;
    }

    private static Command Add(Terminal terminal, TextReader input, Option<string> output, Option<string?> users)
    {
        Argument<string> name = new("name") { Description = "The name, as it will stand in decisions." };
        Option<Role> role = new("--role")
        {
            Description = "viewer reads; reviewer decides; approver also approves what others accepted.",
            DefaultValueFactory = _ => Role.Reviewer,
            CustomParser = RoleIn,
        };
        Command command = new(
            "add",
            "Adds a person, or gives one a new role and password. The password is asked for, or read from "
                + "standard input where that is a file.\n\nExample:\n  csemapper users add \"Ann Hill\" --role approver"
        )
        {
            name,
            role,
            output,
            users,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                string given = parsed.GetRequiredValue(name).Trim();
                if (given.Length is 0 or > LongestName || given.Any(char.IsControl))
                    throw new CommandException("A name has 1 to 100 letters.", ExitCode.Usage);
                string password = PasswordOf(terminal, input);
                if (password.Length < ShortestPassword)
                {
                    throw new CommandException(
                        $"A password needs at least {ShortestPassword} characters: three or four words that do not "
                            + "belong together are good.",
                        ExitCode.Usage
                    );
                }

                UserFile file = FileOf(parsed, output, users);
                await file.PutAsync(new User(given, parsed.GetValue(role), PasswordHash.Of(password)), cancellation)
                    .ConfigureAwait(false);
                Say(
                    terminal,
                    parsed,
                    new
                    {
                        name = given,
                        role = UserFile.Name(parsed.GetValue(role)),
                        file = file.Path,
                    },
                    $"{given} may sign in as {UserFile.Name(parsed.GetValue(role))} ({file.Path})."
                );
                return ExitCode.Done;
            }
        );
        return command;
    }

    private static Command List(Terminal terminal, Option<string> output, Option<string?> users)
    {
        Command command = new("list", "Lists the people who may sign in.\n\nExample:\n  csemapper users list")
        {
            output,
            users,
        };
        command.SetAction(parsed =>
        {
            IReadOnlyList<User> all = FileOf(parsed, output, users).All();
            if (parsed.GetValue(SharedOptions.Json))
            {
                terminal.Out.WriteLine(
                    JsonSerializer.Serialize(
                        all.Select(user => new { name = user.Name, role = UserFile.Name(user.Role) })
                    )
                );
            }
            else
            {
                foreach (User user in all)
                    terminal.Out.WriteLine($"{UserFile.Name(user.Role), -9} {user.Name}");
            }

            if (all.Count == 0 && !parsed.GetValue(SharedOptions.Quiet))
                terminal.Error.WriteLine("Nobody may sign in yet; csemapper users add <name> adds somebody.");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Remove(Terminal terminal, Option<string> output, Option<string?> users)
    {
        Argument<string> name = new("name") { Description = "The name." };
        Command command = new(
            "remove",
            "Takes a person out; their decisions stay. They are signed out at once.\n\nExample:\n  csemapper "
                + "users remove \"Ann Hill\""
        )
        {
            name,
            output,
            users,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                string given = parsed.GetRequiredValue(name).Trim();
                if (!await FileOf(parsed, output, users).RemoveAsync(given, cancellation).ConfigureAwait(false))
                    throw new CommandException($"There is no user '{given}'.", ExitCode.Usage);
                Say(terminal, parsed, new { removed = given }, $"{given} may no longer sign in.");
                return ExitCode.Done;
            }
        );
        return command;
    }

    private static UserFile FileOf(ParseResult parsed, Option<string> output, Option<string?> users) =>
        new(
            Path.GetFullPath(parsed.GetValue(users) ?? Path.Combine(parsed.GetRequiredValue(output), UserFile.FileName))
        );

    private static void Say(Terminal terminal, ParseResult parsed, object json, string words)
    {
        if (parsed.GetValue(SharedOptions.Json))
            terminal.Out.WriteLine(JsonSerializer.Serialize(json));
        else if (!parsed.GetValue(SharedOptions.Quiet))
            terminal.Out.WriteLine(words);
    }

    /// <summary>Never from the command line, where other people of the machine can read it.</summary>
    private static string PasswordOf(Terminal terminal, TextReader input)
    {
        if (Console.IsInputRedirected)
            return input.ReadLine() ?? "";
        terminal.Error.Write("Password: ");
        string password = "";
        for (
            ConsoleKeyInfo key = Console.ReadKey(intercept: true);
            key.Key != ConsoleKey.Enter;
            key = Console.ReadKey(intercept: true)
        )
        {
            if (key.Key == ConsoleKey.Backspace)
                password = password.Length > 0 ? password[..^1] : password;
            else if (key.KeyChar != '\0')
                password += key.KeyChar;
        }

        terminal.Error.WriteLine();
        return password;
    }
}
