using System.Buffers;
using System.Globalization;
using System.Text.Json;
using CseMapper.App.Configuration;
using Microsoft.Extensions.Logging;

namespace CseMapper.App.Watching;

/// <summary>
/// Log files under <c>.csemapper/logs</c>: one JSON object a line, <c>worker.jsonl</c> the latest,
/// <c>worker.1.jsonl</c> the one before.
/// </summary>
/// <param name="folder">The folder of the files.</param>
/// <param name="settings">How many, and how large.</param>
/// <param name="time">Stamps the lines.</param>
internal sealed class RollingLog(string folder, LogSettings settings, TimeProvider time) : ILoggerProvider
{
    private readonly Lock _gate = new();

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    /// <inheritdoc/>
    public void Dispose() { }

    private void Write(
        string category,
        LogLevel level,
        string message,
        Exception? exception,
        IEnumerable<KeyValuePair<string, object?>> values
    )
    {
        ArrayBufferWriter<byte> line = new();
        using (Utf8JsonWriter json = new(line))
        {
            json.WriteStartObject();
            json.WriteString("time", time.GetUtcNow());
            json.WriteString("level", level.ToString());
            json.WriteString("source", category);
            json.WriteString("message", message);
            foreach ((string name, object? value) in values)
            {
                if (name != "{OriginalFormat}")
                    json.WriteString(name, Convert.ToString(value, CultureInfo.InvariantCulture));
            }
            if (exception is not null)
                json.WriteString("exception", exception.ToString());
            json.WriteEndObject();
        }
        line.Write("\n"u8);
        lock (_gate)
            Append(line.WrittenSpan);
    }

    private void Append(ReadOnlySpan<byte> line)
    {
        try
        {
            Directory.CreateDirectory(folder);
            string latest = At(0);
            if (File.Exists(latest) && new FileInfo(latest).Length + line.Length > (long)settings.Megabytes << 20)
                Roll();
            using FileStream stream = new(
                latest,
                FileMode.Append,
                FileAccess.Write,
                FileShare.ReadWrite | FileShare.Delete,
                1
            );
            stream.Write(line);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            // A log that cannot be written must not stop the work; the work itself tells of a full disk.
        }
    }

    private void Roll()
    {
        for (int number = settings.Keep - 1; number > 0; number--)
        {
            if (File.Exists(At(number - 1)))
                File.Move(At(number - 1), At(number), overwrite: true);
        }
        File.Delete(At(0));
    }

    private string At(int number) =>
        Path.Combine(
            folder,
            number == 0 ? "worker.jsonl" : string.Create(CultureInfo.InvariantCulture, $"worker.{number}.jsonl")
        );

    private sealed class Category(RollingLog log, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (IsEnabled(logLevel))
            {
                log.Write(
                    name,
                    logLevel,
                    formatter(state, exception),
                    exception,
                    state as IEnumerable<KeyValuePair<string, object?>> ?? []
                );
            }
        }
    }
}
