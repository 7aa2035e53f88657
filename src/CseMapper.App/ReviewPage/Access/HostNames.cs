using System.Net;
using System.Net.NetworkInformation;
using Microsoft.AspNetCore.Http;

namespace CseMapper.App.ReviewPage.Access;

/// <summary>
/// The names under which the page may be asked for. Any other name is refused: a foreign site that lets its own name
/// point to this machine (DNS rebinding) would otherwise speak to the page as if it were its own.
/// </summary>
/// <param name="listen">Where the page listens.</param>
/// <param name="more">Names given by whoever started it.</param>
internal sealed class HostNames(IPAddress listen, IEnumerable<string> more)
{
    private readonly HashSet<string> _names = [.. Names(listen), .. more.Select(name => name.ToLowerInvariant())];

    /// <summary>True for a host that this page answers to; the port must be the one that the request came in
    /// by.</summary>
    public bool Allows(HostString host, int port) =>
        host.HasValue
        && _names.Contains(host.Host.Trim('[', ']').ToLowerInvariant())
        && (host.Port ?? (port is 80 or 443 ? port : -1)) == port;

    private static IEnumerable<string> Names(IPAddress listen)
    {
        if (IPAddress.IsLoopback(listen))
            return ["127.0.0.1", "localhost", "::1"];
        string machine = Dns.GetHostName().ToLowerInvariant();
        IEnumerable<string> own = ["127.0.0.1", "localhost", "::1", machine];
        if (!listen.Equals(IPAddress.Any) && !listen.Equals(IPAddress.IPv6Any))
            return [.. own, listen.ToString()];
        return
        [
            .. own,
            .. NetworkInterface
                .GetAllNetworkInterfaces()
                .SelectMany(card => card.GetIPProperties().UnicastAddresses)
                .Select(address => WithoutZone(address.Address)),
        ];
    }

    private static string WithoutZone(IPAddress address) => address.ToString().Split('%')[0];
}
