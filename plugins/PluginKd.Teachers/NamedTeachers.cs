namespace PluginKd.Teachers;

/// <summary>Several teachers that one plugin obtains, each with a seed of its own that its name decides.</summary>
/// <typeparam name="T">What is said of each.</typeparam>
/// <param name="teachers">The teachers; every one that a plugin among them offers counts.</param>
/// <param name="place">Setting that holds them, such as <c>members</c>.</param>
internal sealed class NamedTeachers<T>(IReadOnlyList<T> teachers, string place)
    where T : NamedTeacher
{
    /// <summary>Number of teachers that are offered in all.</summary>
    public int Count => teachers.Sum(teacher => teacher.Teacher.Offers.Count);

    /// <summary>Finds names that are none or that two have.</summary>
    public IEnumerable<UserErrorException> Check()
    {
        for (var i = 0; i < teachers.Count; i++)
        {
            var name = teachers[i].Name;
            if (!SettingNames.IsId(name))
                yield return new UserErrorException($"a teacher is called '{name}'", "lower-case-with-hyphens, such as 'large'", $"{place}.{i}.name", "give it another name");
            if (teachers.Take(i).Any(earlier => earlier.Name == name))
                yield return new UserErrorException($"two teachers are called '{name}'", "distinct names", $"{place}.{i}.name", "rename one of them");
        }
    }

    /// <summary>All that are offered, in their order, each under a name of its own.</summary>
    /// <typeparam name="TResult">What is wanted of each.</typeparam>
    /// <param name="wanted">Gets the entry, the name within it, and the name of its own.</param>
    public IEnumerable<TResult> Select<TResult>(Func<T, string, string, TResult> wanted) =>
        teachers.SelectMany(entry => entry.Teacher.Offers.Keys.Select(name => wanted(entry, name, ChildName(entry, name))));

    /// <summary>Obtains all of them, one after the other.</summary>
    /// <param name="context">Data, seed, progress.</param>
    /// <param name="seed">Stands before the names that seeds are derived from.</param>
    /// <returns>The networks by the name of their own.</returns>
    public IReadOnlyDictionary<string, Network> Obtain(TeacherContext context, string seed)
    {
        var phases = new TrainingPhases(context.Stage.Progress, teachers.Count);
        var obtained = teachers.Index().ToDictionary(t => t.Item.Name, t => Obtain(t.Item, t.Index, context, seed, phases.Next(t.Item.Name)));
        return Select((entry, name, own) => KeyValuePair.Create(own, obtained[entry.Name][name])).ToDictionary();
    }

    private IReadOnlyDictionary<string, Network> Obtain(T entry, int index, TeacherContext context, string seed, IStageProgress progress)
    {
        var stage = context.Stage with { StageSeed = context.Stage.Seed($"{seed}/{entry.Name}"), Progress = progress };
        try
        {
            return entry.Teacher.Obtain(context with { Stage = stage });
        }
        catch (UserErrorException error) when (error.Where.StartsWith("teacher.", StringComparison.Ordinal))
        {
            // A part does not know its place in the pipeline.
            throw new UserErrorException(error.Found, error.Expected, $"teacher.{place}.{index}.{error.Where}", error.Fix, error) { Kind = error.Kind, Why = error.Why };
        }
    }

    // An id has no slash, so no two children have one name.
    private static string ChildName(T entry, string name) => entry.Teacher.Offers.Count == 1 ? entry.Name : $"{entry.Name}/{name}";
}
