using CseMapper.Testing;

namespace CseMapper.App.Tests;

public sealed class ProgressDisplayTests
{
    private static readonly MapProgress _half = new(MapStage.Reading, 5, 10, 120, 500, 1000);

    [Fact]
    public void AShortRunHasNothingToReportToALog()
    {
        (StringWriter shown, ManualTime time) = (new StringWriter(), Noon());

        int result = ProgressDisplay.During(
            LogOf(shown),
            isQuiet: false,
            time,
            progress =>
            {
                progress.Report(_half);
                return 7;
            }
        );

        Assert.Equal(7, result);
        Assert.Empty(shown.ToString());
    }

    [Fact]
    public void ALongRunTellsALogOfFilesPagesAndTheTimeLeft()
    {
        (StringWriter shown, ManualTime time) = (new StringWriter(), Noon());

        ProgressDisplay.During(
            LogOf(shown),
            isQuiet: false,
            time,
            progress =>
            {
                progress.Report(_half with { FilesDone = 0, BytesDone = 0 });
                time.Advance(TimeSpan.FromSeconds(20));
                progress.Report(_half);
                return 0;
            }
        );

        Assert.Equal("Reading: 5 of 10 files, 120 pages, about 20 s left\n", shown.ToString());
    }

    [Fact]
    public void FilesThatGrewWhileTheyWereReadLeaveNoNegativeTime()
    {
        (StringWriter shown, ManualTime time) = (new StringWriter(), Noon());

        ProgressDisplay.During(
            LogOf(shown),
            isQuiet: false,
            time,
            progress =>
            {
                progress.Report(_half with { BytesDone = 0 });
                time.Advance(TimeSpan.FromSeconds(20));
                progress.Report(_half with { BytesDone = 1500 });
                return 0;
            }
        );

        Assert.DoesNotContain("left", shown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void APersonSeesABarThatIsGoneAtTheEnd()
    {
        StringWriter shown = new() { NewLine = "\n" };

        ProgressDisplay.During(
            new Terminal(TextWriter.Null, shown, IsInteractive: true, 100),
            isQuiet: false,
            TimeProvider.System,
            progress =>
            {
                progress.Report(_half with { Stage = MapStage.Listing });
                progress.Report(_half);
                return 0;
            }
        );

        Assert.Contains("Reading: 5 of 10 files, 120 pages", shown.ToString(), StringComparison.Ordinal);
        Assert.Contains("50%", shown.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("\u001b[?25h", shown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void QuietShowsNothingToAnybody()
    {
        StringWriter shown = new();

        ProgressDisplay.During(
            new Terminal(TextWriter.Null, shown, IsInteractive: true, 100),
            isQuiet: true,
            TimeProvider.System,
            progress =>
            {
                progress.Report(_half);
                return 0;
            }
        );

        Assert.Empty(shown.ToString());
    }

    private static Terminal LogOf(StringWriter shown)
    {
        shown.NewLine = "\n";
        return new Terminal(TextWriter.Null, shown, IsInteractive: false, 100);
    }

    private static ManualTime Noon() => new(new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero));
}
