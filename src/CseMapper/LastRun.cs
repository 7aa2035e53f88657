using System.Globalization;
using System.Security.Cryptography;
using CseMapper.Decisions.Mapping;
using CseMapper.Documents.Files;
using CseMapper.Reports;

namespace CseMapper;

/// <summary>What the last finished run was made from and what it left behind, so that the next one can tell that there
/// is nothing to do.</summary>
/// <param name="Inputs">Fingerprint of everything that the mapping depends on.</param>
/// <param name="Counts">Its figures.</param>
/// <param name="Review">How far the review had come.</param>
/// <param name="Outputs">The files it wrote.</param>
internal sealed record LastRun(
    string Inputs,
    MappingCounts Counts,
    DecisionCounts Review,
    IReadOnlyList<LastRun.Output> Outputs
)
{
    /// <summary>Names the layout of <see cref="ToString"/>.</summary>
    private const string Layout = "2";

    /// <summary>A file that the run wrote.</summary>
    /// <param name="Name">Its name in the output folder.</param>
    /// <param name="Stamp">Its size and times.</param>
    /// <param name="SeenAt">When these were taken.</param>
    /// <param name="Hash">SHA-256 of its content.</param>
    internal sealed record Output(string Name, FileStamp Stamp, long SeenAt, string Hash)
    {
        /// <summary>Looks at a file that has just been written.</summary>
        public static Output Read(string path, TimeProvider time)
        {
            long now = time.GetUtcNow().UtcTicks;
            return new Output(Path.GetFileName(path), FileStamp.Read(path) ?? default, now, HashOf(path));
        }

        /// <summary>True when it still stands as it was written, or is a workbook somebody has worked in since: that
        /// alone is no reason for a new one.</summary>
        public bool Stands(string folder)
        {
            string path = Path.Combine(folder, Name);
            try
            {
                if (FileStamp.Read(path) is not { } stamp)
                    return false;
                if (stamp == Stamp && !stamp.IsTooFreshFor(SeenAt))
                    return true;
                return (stamp.Bytes == Stamp.Bytes && HashOf(path) == Hash) || EditedWorkbook.Is(path);
            }
            catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        }

        private static string HashOf(string path)
        {
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
    }

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static LastRun? Parse(string? text)
    {
        string[] lines = text?.Split('\n') ?? [];
        if (lines.Length < 4 || lines[0] != Layout)
            return null;
        int[] counts = Numbers(lines[2]);
        int[] review = Numbers(lines[3]);
        return new LastRun(
            lines[1],
            new MappingCounts(
                counts[0],
                counts[1],
                counts[2],
                counts[3],
                counts[4],
                counts[5],
                counts[6],
                counts[7],
                counts[8],
                counts[9],
                counts[10],
                counts[11]
            ),
            new DecisionCounts(review[0], review[1], review[2], review[3], review[4], review[5], review[6], review[7]),
            [.. lines.Skip(4).Select(ParseOutput)]
        );
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        MappingCounts c = Counts;
        DecisionCounts r = Review;
        return string.Join(
            '\n',
            [
                Layout,
                Inputs,
                Line(
                    c.Elements,
                    c.Strong,
                    c.Possible,
                    c.None,
                    c.Suggestions,
                    c.WeakSuggestions,
                    c.Documents,
                    c.Read,
                    c.PartlyRead,
                    c.NotRead,
                    c.Pages,
                    c.Passages
                ),
                Line(
                    r.Accepted,
                    r.Rejected,
                    r.Unsure,
                    r.AwaitApproval,
                    r.Conflicts,
                    r.Changed,
                    r.AcceptedChanged,
                    r.ElementsAccepted
                ),
                .. Outputs.Select(output =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{output.Hash} {output.Stamp.Bytes} {output.Stamp.Modified} {output.Stamp.Changed} "
                            + $"{output.SeenAt} {output.Name}"
                    )
                ),
            ]
        );
    }

    private static string Line(params int[] numbers) =>
        string.Join(' ', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));

    private static int[] Numbers(string line) =>
        [.. line.Split(' ').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];

    private static Output ParseOutput(string line)
    {
        string[] parts = line.Split(' ', 6);
        long Number(int at) => long.Parse(parts[at], CultureInfo.InvariantCulture);
        return new Output(parts[5], new FileStamp(Number(1), Number(2), Number(3)), Number(4), parts[0]);
    }
}
