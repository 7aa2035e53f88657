using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace CseMapper.App.ReviewPage;

/// <summary>The style sheet and the scripts, which lie in the program itself. Their address holds the hash of all, so
/// that browsers keep them for good.</summary>
internal sealed class Assets
{
    private const string Prefix = "wwwroot/";
    private readonly Dictionary<string, (byte[] Content, string Type)> _files = new(StringComparer.Ordinal);
    private readonly string _folder;

    public Assets()
    {
        Assembly own = typeof(Assets).Assembly;
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (
            string resource in own.GetManifestResourceNames()
                .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        )
        {
            using Stream stream = own.GetManifestResourceStream(resource)!;
            byte[] content = new byte[stream.Length];
            stream.ReadExactly(content);
            hash.AppendData(content);
            string name = resource[Prefix.Length..];
            _files.Add(name, (content, TypeOf(name)));
        }

        _folder = $"/assets/{Convert.ToHexStringLower(hash.GetHashAndReset())[..16]}/";
    }

    /// <summary>The address of a file by its name; scripts find each other beside it.</summary>
    public string this[string name] => _folder + name;

    /// <summary>Sends one of the files; 404 for anything else.</summary>
    public Task Send(HttpContext context)
    {
        string path = context.Request.Path.Value ?? "";
        if (
            !path.StartsWith(_folder, StringComparison.Ordinal)
            || !_files.TryGetValue(path[_folder.Length..], out (byte[] Content, string Type) file)
        )
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        context.Response.ContentType = file.Type;
        context.Response.ContentLength = file.Content.Length;
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return context.Response.Body.WriteAsync(file.Content, context.RequestAborted).AsTask();
    }

    private static string TypeOf(string name) =>
        Path.GetExtension(name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            _ => "image/svg+xml",
        };
}
