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
    private static readonly JsonWriterOptions _indented = new() { Indented = true, NewLine = "\n" };
    private static readonly PasswordHash _nobody = PasswordHash.Of(RandomText.New());
    private readonly Lock _gate = new();
    private (DateTime Modified, long Length) _stamp;
    private IReadOnlyList<User> _users = [];

    /// <summary>Where it lies.</summary>
    public string Path => path;

    /// <summary>All people, by name (ordinal); none where there is no file.</summary>
    /// <exception cref="InvalidDataException">It is no list of users.</exception>
    public IReadOnlyList<User> All()
    {
        lock (_gate)
        {
            FileInfo file = new(path);
            if (!file.Exists)
                return [];
            (DateTime, long) stamp = (file.LastWriteTimeUtc, file.Length);
            if (stamp == _stamp)
                return _users;
            _users = Read();
            _stamp = stamp;
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
    public void Put(User user) => Write([.. All().Where(other => other.Name != user.Name), user]);

    /// <summary>Takes a person out; false when there is none of that name.</summary>
    public bool Remove(string name)
    {
        if (Find(name) is null)
            return false;
        Write([.. All().Where(user => user.Name != name)]);
        return true;
    }

    private IReadOnlyList<User> Read()
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            JsonElement root = document.RootElement;
            if (root.GetProperty("version").GetInt32() > Version)
                throw new InvalidDataException($"{path} was written by a later version of the program.");
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
            throw new InvalidDataException($"{path} is no list of users: {fault.Message}", fault);
        }
    }

    private static User ReadUser(JsonElement json) =>
        new(
            json.GetProperty("name").GetString() ?? "",
            Enum.TryParse(json.GetProperty("role").GetString(), ignoreCase: true, out Role role) ? role : Role.Viewer,
            PasswordHash.Parse(json.GetProperty("password").GetString() ?? "")
                ?? throw new FormatException("a password is not as this program writes it")
        );

    private void Write(IReadOnlyList<User> users)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
        AtomicFile.Write(
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
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    /// <summary>A role as the file and the command line name it.</summary>
    public static string Name(Role role) =>
        role switch
        {
            Role.Approver => "approver",
            Role.Reviewer => "reviewer",
            _ => "viewer",
        };
}
