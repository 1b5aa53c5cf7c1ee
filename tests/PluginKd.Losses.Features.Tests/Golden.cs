namespace PluginKd.Losses.Features.Tests;

/// <summary>The closed-form inputs of the golden values, float64.</summary>
internal static class Golden
{
    // f_s[n,c,h,w] = sin(0.3n + 0.5c + 0.7h + 1.1w + 0.2), 4 × 3 × 4 × 4; f_t = cos(0.4n + 0.6c + 0.2h + 0.9w + 0.1), 4 × 3 × 4 × 4, with 5 channels, or 2 × 2.
    public static Tensor Maps() => Table([4, 3, 4, 4], at => Math.Sin((0.3 * at[0]) + (0.5 * at[1]) + (0.7 * at[2]) + (1.1 * at[3]) + 0.2));

    public static Tensor TeacherMaps(int channels = 3, int size = 4) =>
        Table([4, channels, size, size], at => Math.Cos((0.4 * at[0]) + (0.6 * at[1]) + (0.2 * at[2]) + (0.9 * at[3]) + 0.1));

    public static Tensor SmallMaps() => (TeacherMaps(size: 2) * 0.7) + 0.1;

    // e_s[i,d] = sin(0.9i + 0.4d + 0.3), 6 × 8; e_t[i,d] = cos(0.6i + 0.5d + 0.7), 6 × 8 or 12.
    public static Tensor Vectors() => Table([6, 8], at => Math.Sin((0.9 * at[0]) + (0.4 * at[1]) + 0.3));

    public static Tensor TeacherVectors(int width = 8) => Table([6, width], at => Math.Cos((0.6 * at[0]) + (0.5 * at[1]) + 0.7));

    public static Tensor Tokens() => Table([4, 3, 4], at => Math.Sin((0.9 * at[0]) + (0.4 * at[1]) + (0.7 * at[2]) + 0.3));

    public static Tensor TeacherTokens() => Table([4, 3, 4], at => Math.Cos((0.6 * at[0]) + (0.5 * at[1]) + (0.8 * at[2]) + 0.7));

    /// <summary>Both sides by name.</summary>
    public static (Tensor Student, Tensor Teacher) Pair(string name) => name switch
    {
        "maps" => (Maps(), TeacherMaps()),
        "wider teacher" => (Maps(), TeacherMaps(channels: 5)),
        "smaller teacher" => (Maps(), TeacherMaps(size: 2)),
        "smaller student" => (SmallMaps(), TeacherMaps()),
        "vectors" => (Vectors(), TeacherVectors()),
        "wider vectors" => (Vectors(), TeacherVectors(12)),
        "tokens" => (Tokens(), TeacherTokens()),
        _ => throw new ArgumentException(name),
    };

    /// <summary>A tensor of a formula of the places.</summary>
    public static Tensor Table(long[] shape, Func<long[], double> value)
    {
        var count = shape.Aggregate(1L, (a, b) => a * b);
        return tensor(Enumerable.Range(0, (int)count).Select(k => value(Place(k, shape))).ToArray()).reshape(shape);
    }

    private static long[] Place(long at, long[] shape)
    {
        var place = new long[shape.Length];
        for (var i = shape.Length - 1; i >= 0; i--) (place[i], at) = (at % shape[i], at / shape[i]);
        return place;
    }
}
