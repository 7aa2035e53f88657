using FsCheck;
using FsCheck.Fluent;

namespace CseMapper.Testing;

/// <summary>Checks that something holds for many made-up values, the same ones in every run.</summary>
internal static class PropertyTest
{
    private static readonly Config _settings = Config
        .QuickThrowOnFailure.WithMaxTest(300)
        .WithReplay(new Replay(new Rnd(20260131, 1), 100));

    public static void Holds<T>(Func<T, bool> property) => Prop.ForAll(property).Check(_settings);

    public static void Holds<T>(Gen<T> values, Func<T, bool> property) =>
        Prop.ForAll(values.ToArbitrary(), property).Check(_settings);
}
