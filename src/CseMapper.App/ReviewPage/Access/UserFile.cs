using System.Text.Json;
using CseMapper.Passages.Storage;

namespace CseMapper.App.ReviewPage.Access;

/// <summary>A person who may sign in.</summary>
/// <param name="Name">As it stands in decisions.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Password">Their password, hidden.</param>
internal sealed record User(string Name, Role Role, PasswordHash Password);

/// <summary>The file of the people who may sign in: <c>users.json</c>. Small, read anew when it has changed, written
/// whole or not at all.</summary>
/// <param name="path">Where it lies; need not exist.</param>
internal sealed class UserFile(string path)
{
    /// <summary>Its name in the output folder.</summary>
    public const string FileName = "users.json";

    private const int Version = 1;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);
    private static readonly JsonWriterOptions _indented = new() { Indented = true, NewLine = "\n" };
    private static readonly PasswordHash _nobody = PasswordHash.Of(RandomText.New());
    private readonly Lock _gate = new();
    private byte[] _content = [];
    private IReadOnlyList<User> _users = [];

    /// <summary>Where it lies.</summary>
    public string Path => path;

    /// <summary>All people, by name (ordinal); none where there is no file.</summary>
    /// <exception cref="UserFileException">It is no list of users, or cannot be read.</exception>
    public IReadOnlyList<User> All()
    {
        lock (_gate)
        {
            byte[] content;
            try
            {
                content = File.ReadAllBytes(path);
            }
            catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
            {
                return [];
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                throw new UserFileException(fault.Message, fault);
            }

            // The content and not the time: a role may change within the same second and to a word as long.
            if (!content.AsSpan().SequenceEqual(_content))
            {
                _users = Read(content);
                _content = content;
            }

            return _users;
        }
    }

    /// <summary>The user of a name, or null.</summary>
    public User? Find(string name) => All().FirstOrDefault(user => user.Name == name);

    /// <summary>The user whose name and password these are, or null. An unknown name takes as long as a wrong
    /// password.</summary>
    public User? SignIn(string name, string password)
    {
        User? user = Find(name);
        bool fits = (user?.Password ?? _nobody).Fits(password);
        return fits ? user : null;
    }

    /// <summary>Adds a person, or gives a known one another role and password.</summary>
    /// <exception cref="TimeoutException">Another program is changing it.</exception>
    public async Task PutAsync(User user, CancellationToken cancellation)
    {
        using FileLock held = await Hold(cancellation).ConfigureAwait(false);
        Write([.. All().Where(other => other.Name != user.Name), user]);
    }

    /// <summary>Takes a person out; false when there is none of that name.</summary>
    /// <exception cref="TimeoutException">Another program is changing it.</exception>
    public async Task<bool> RemoveAsync(string name, CancellationToken cancellation)
    {
        using FileLock held = await Hold(cancellation).ConfigureAwait(false);
        if (Find(name) is null)
            return false;
        Write([.. All().Where(user => user.Name != name)]);
        return true;
    }

    /// <summary>Two people are added one after the other, each to the list with the other.</summary>
    private Task<FileLock> Hold(CancellationToken cancellation)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
        return FileLock.TakeAsync(path + ".lock", _patience, TimeProvider.System, cancellation);
    }

    private IReadOnlyList<User> Read(byte[] content)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(content);
            JsonElement root = document.RootElement;
            if (root.GetProperty("version").GetInt32() > Version)
                throw new UserFileException($"{path} was written by a later version of the program.");
            return
            [
                .. root.GetProperty("users")
                    .EnumerateArray()
                    .Select(ReadUser)
                    .OrderBy(user => user.Name, StringComparer.Ordinal),
            ];
        }
        catch (Exception fault)
            when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new UserFileException($"{path} is no list of users: {fault.Message}", fault);
        }
    }

    private static User ReadUser(JsonElement json) =>
        new(
            json.GetProperty("name").GetString() ?? "",
            Enum.TryParse(json.GetProperty("role").GetString(), ignoreCase: true, out Role role) ? role : Role.Viewer,
            PasswordHash.Parse(json.GetProperty("password").GetString() ?? "")
                ?? throw new FormatException("a password is not as this program writes it")
        );

    private void Write(IReadOnlyList<User> users) =>
        AtomicFile.WritePrivate(
            path,
            stream =>
            {
                using Utf8JsonWriter json = new(stream, _indented);
                json.WriteStartObject();
                json.WriteNumber("version", Version);
                json.WriteStartArray("users");
                foreach (User user in users.OrderBy(user => user.Name, StringComparer.Ordinal))
                {
                    json.WriteStartObject();
                    json.WriteString("name", user.Name);
                    json.WriteString("role", Name(user.Role));
                    json.WriteString("password", user.Password.ToString());
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            },
            CancellationToken.None
        );

    /// <summary>A role as the file and the command line name it.</summary>
    public static string Name(Role role) =>
        role switch
        {
            Role.Approver => "approver",
            Role.Reviewer => "reviewer",
            _ => "viewer",
        };
}

/// <summary>The list of users cannot be read; the message says why. Nobody is let in meanwhile.</summary>
internal sealed class UserFileException(string message, Exception? cause = null) : IOException(message, cause);
