using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace CseMapper.App.Watching;

/// <summary>
/// The program as a service of Windows: tells the service control manager how far it is, and turns its "stop" into the
/// ordinary cancellation of the work. (Service programs, "Service Control Handler Function" and "SetServiceStatus" in
/// Microsoft's documentation.)
/// </summary>
[SupportedOSPlatform("windows")]
internal sealed partial class WindowsService : IDisposable
{
    private const uint OwnProcess = 0x10;
    private const uint AcceptStopAndShutdown = 0x1 | 0x4;
    private const int NotStartedByManager = 1063;
    private const uint SpecificError = 1066;
    private const uint NotImplemented = 120;

    /// <summary>The worker stops within five seconds; a slow disk may take longer to flush.</summary>
    private const uint WaitHintMilliseconds = 15_000;

    private readonly Func<CancellationToken, Task<int>> _work;
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();

    // Held here, since the manager keeps pointers to them.
    private readonly MainFunction _main;
    private readonly HandlerFunction _handler;
    private nint _manager;
    private State _state = State.StartPending;
    private int _exitCode;

    private WindowsService(Func<CancellationToken, Task<int>> work)
    {
        _work = work;
        _main = Main;
        _handler = Handle;
    }

    private delegate void MainFunction(uint count, nint arguments);

    private delegate uint HandlerFunction(uint control, uint type, nint data, nint context);

    private enum State : uint
    {
        Stopped = 1,
        StartPending = 2,
        StopPending = 3,
        Running = 4,
    }

    private enum Control : uint
    {
        Stop = 1,
        Interrogate = 4,
        Shutdown = 5,
    }

    /// <summary>Runs the work as a service, and returns when it has stopped.</summary>
    /// <param name="work">The work; returns an exit code, which is reported as a failure when it ends with another than
    /// 0 by itself.</param>
    /// <returns>The exit code, or null where this process was not started as a service; nothing has been done
    /// then.</returns>
    public static int? Run(Func<CancellationToken, Task<int>> work)
    {
        // A service has no desktop; asking the manager anything else would cost every start at the command line.
        if (Environment.UserInteractive)
            return null;
        using WindowsService service = new(work);
        return service.Connect() ? service._exitCode : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();

    /// <summary>Hands this thread to the manager until the service has stopped.</summary>
    private bool Connect()
    {
        // The only service of a process is called by whatever name it was installed under.
        nint name = Marshal.StringToHGlobalUni("");
        try
        {
            if (StartDispatcher([new TableEntry(name, Marshal.GetFunctionPointerForDelegate(_main)), default]))
                return true;
            int error = Marshal.GetLastPInvokeError();
            return error == NotStartedByManager ? false : throw new Win32Exception(error);
        }
        finally
        {
            Marshal.FreeHGlobal(name);
        }
    }

    private void Main(uint count, nint arguments)
    {
        _manager = RegisterHandler("", Marshal.GetFunctionPointerForDelegate(_handler), 0);
        if (_manager == 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        Tell(State.StartPending);
        Tell(State.Running);
        int exitCode = _work(_stop.Token).GetAwaiter().GetResult();
        // Whoever was told to stop has not failed by doing so.
        _exitCode = _stop.IsCancellationRequested ? ExitCode.Done : exitCode;
        Tell(State.Stopped);
    }

    private uint Handle(uint control, uint type, nint data, nint context)
    {
        switch ((Control)control)
        {
            case Control.Stop or Control.Shutdown:
                Tell(State.StopPending);
                _ = _stop.CancelAsync();
                return 0;
            case Control.Interrogate:
                return 0;
            default:
                return NotImplemented;
        }
    }

    private void Tell(State state)
    {
        lock (_gate)
        {
            if (_state == State.Stopped)
                return;
            _state = state;
            bool isPending = state is State.StartPending or State.StopPending;
            bool hasFailed = state == State.Stopped && _exitCode != ExitCode.Done;
            Status status = new(
                OwnProcess,
                state,
                state == State.Running ? AcceptStopAndShutdown : 0,
                hasFailed ? SpecificError : 0,
                hasFailed ? (uint)_exitCode : 0,
                0,
                isPending ? WaitHintMilliseconds : 0
            );
            SetStatus(_manager, in status);
        }
    }

    [LibraryImport("advapi32.dll", EntryPoint = "StartServiceCtrlDispatcherW", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool StartDispatcher(TableEntry[] services);

    [LibraryImport(
        "advapi32.dll",
        EntryPoint = "RegisterServiceCtrlHandlerExW",
        SetLastError = true,
        StringMarshalling = StringMarshalling.Utf16
    )]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial nint RegisterHandler(string name, nint handler, nint context);

    [LibraryImport("advapi32.dll", EntryPoint = "SetServiceStatus", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetStatus(nint manager, in Status status);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct TableEntry(nint Name, nint Main);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Status(
        uint Type,
        State State,
        uint Accepted,
        uint Error,
        uint ExitCode,
        uint CheckPoint,
        uint WaitHint
    );
}
