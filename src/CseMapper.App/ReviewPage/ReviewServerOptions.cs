using System.Net;
using System.Security.Cryptography.X509Certificates;
using CseMapper.Documents.Files;

namespace CseMapper.App.ReviewPage;

/// <summary>What the page shows, where it listens, and who may come in.</summary>
/// <param name="OutputFolder">The folder of the mapping, its decisions and its cache.</param>
/// <param name="Listen">Address and port; port 0 for any free one.</param>
internal sealed record ReviewServerOptions(string OutputFolder, IPEndPoint Listen)
{
    /// <summary>The folders of the policies; null where it is not known, so that originals cannot be opened.</summary>
    public PolicyFolders? Policies { get; init; }

    /// <summary>The criteria file, for the elements' vocabulary; null for the built-in standard.</summary>
    public string? CriteriaFile { get; init; }

    /// <summary>True when another free port may be taken where the wanted one is in use.</summary>
    public bool MayChangePort { get; init; }

    /// <summary>Whose decisions they are, for whoever opens the printed address.</summary>
    public string Reviewer { get; init; } = "";

    /// <summary>The people who may sign in; null where the printed address lets in.</summary>
    public string? UsersFile { get; init; }

    /// <summary>The certificate for HTTPS; null for HTTP.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Further host names that the page answers to.</summary>
    public IReadOnlyList<string> HostNames { get; init; } = [];
}
