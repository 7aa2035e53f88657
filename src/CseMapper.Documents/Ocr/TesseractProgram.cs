using System.ComponentModel;
using System.Diagnostics;
using CseMapper.Pdf;

namespace CseMapper.Documents.Ocr;

/// <summary>The text recognition program Tesseract (https://github.com/tesseract-ocr/tesseract) as installed on this
/// machine.</summary>
/// <param name="path">The executable.</param>
/// <param name="time">Measures how long a page may take.</param>
public sealed class TesseractProgram(string path, TimeProvider time)
{
    /// <summary>One sentence for people who do not have it.</summary>
    public const string HowToGet =
        "Text recognition needs the free program Tesseract, which is not installed: on Windows get it from "
        + "https://github.com/UB-Mannheim/tesseract/wiki, on Linux install the package tesseract-ocr.";

    /// <summary>A dense page of A3 takes a quarter of a minute; beyond this something is wrong.</summary>
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(3);

    /// <summary>Welsh beside English where it is installed, since public bodies in Wales write both.</summary>
    private readonly Lazy<string> _languages = new(() => Languages(path));

    /// <returns>The program on the search path or where its Windows installer puts it; null where it is not
    /// installed.</returns>
    /// <param name="time">Measures how long a page may take.</param>
    public static TesseractProgram? Find(TimeProvider time)
    {
        string name = OperatingSystem.IsWindows() ? "tesseract.exe" : "tesseract";
        IEnumerable<string> folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(
            Path.PathSeparator,
            StringSplitOptions.RemoveEmptyEntries
        );
        if (OperatingSystem.IsWindows())
        {
            folders = folders.Concat(
                new[]
                {
                    Environment.SpecialFolder.ProgramFiles,
                    Environment.SpecialFolder.LocalApplicationData,
                }.SelectMany(folder =>
                    new[]
                    {
                        Path.Combine(Environment.GetFolderPath(folder), "Tesseract-OCR"),
                        Path.Combine(Environment.GetFolderPath(folder), "Programs", "Tesseract-OCR"),
                    }
                )
            );
        }

        string? found = folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        return found is null ? null : new TesseractProgram(found, time);
    }

    /// <summary>Reads the words of a picture.</summary>
    /// <exception cref="IOException">The program cannot be started, takes too long or fails; the message says so to the
    /// user.</exception>
    internal IReadOnlyList<PdfRecognisedWord> Read(PdfPicture picture, CancellationToken cancellation)
    {
        string file = Path.Combine(
            Path.GetTempPath(),
            "csemapper-" + Guid.NewGuid().ToString("N") + Extension(picture.Format)
        );
        try
        {
            using (FileStream stream = new(file, FileMode.CreateNew))
                stream.Write(picture.Bytes.Span);
            string dots = FormattableString.Invariant($"{picture.DotsPerInch}");
            return TesseractTable.Read(
                Run([file, "stdout", "--psm", "3", "--dpi", dots, "-l", _languages.Value, "tsv"], cancellation)
            );
        }
        finally
        {
            File.Delete(file);
        }
    }

    private string Run(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        using CancellationTokenSource tooLong = new(_longest, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(
            tooLong.Token,
            cancellation
        );
        using Process process = Start(path, arguments);
        using CancellationTokenRegistration stop = either.Token.Register(() => Stop(process));
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        cancellation.ThrowIfCancellationRequested();
        if (tooLong.IsCancellationRequested)
            throw new IOException("Text recognition took too long and was stopped.");
        return process.ExitCode == 0
            ? output
            : throw new IOException("The picture could not be read by text recognition.");
    }

    private static string Languages(string path)
    {
        using Process process = Start(path, ["--list-langs"]);
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        string[] installed = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries);
        process.WaitForExit();
        return installed.Contains("cym") && installed.Contains("eng") ? "eng+cym" : "eng";
    }

    private static Process Start(string path, IReadOnlyList<string> arguments)
    {
        ProcessStartInfo start = new(path, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            CreateNoWindow = true,
        };
        // Documents are read side by side already; threads inside of one page only get in each other's way.
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        try
        {
            return Process.Start(start) ?? throw new IOException("Text recognition could not be started.");
        }
        catch (Win32Exception fault)
        {
            throw new IOException("Text recognition could not be started: " + fault.Message, fault);
        }
    }

    /// <summary>A program that ends by itself at the same moment is no trouble.</summary>
    private static void Stop(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException) { }
    }

    private static string Extension(PdfPictureFormat format) =>
        format switch
        {
            PdfPictureFormat.Jpeg => ".jpg",
            PdfPictureFormat.Jpeg2000 => ".jp2",
            _ => ".tif",
        };
}
