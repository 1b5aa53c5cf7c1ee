namespace PluginKd.Hosting;

/// <summary>The plugins of a pipeline, all made before any of them works, so that a broken one stops the run in its first second.</summary>
internal sealed class RunParts
{
    private readonly PipelinePlan _plan;
    private readonly PluginFactory _factory;

    public RunParts(PipelinePlan plan, PluginLoader loader)
    {
        _plan = plan;
        _factory = new PluginFactory(loader, plan);
        Data = _factory.Create<IDataSource>("data")[0];
        Teacher = _factory.Create<ITeacher>("teacher").FirstOrDefault();
        Selectors = _factory.Create<ISelector>("select");
        Augmenters = _factory.Create<IAugmenter>("augment");
        Distiller = _factory.Create<IDistiller>("distill")[0];
        Baseline = plan.HasOwnBaseline ? WithoutTeacher(Distiller) : _factory.Create<IDistiller>("baseline").FirstOrDefault();
        Averager = _factory.Create<IAverager>("average").FirstOrDefault();
        Evaluators = _factory.Create<IEvaluator>("evaluate");
    }

    public IDataSource Data { get; }

    public ITeacher? Teacher { get; }

    public IReadOnlyList<ISelector> Selectors { get; }

    public IReadOnlyList<IAugmenter> Augmenters { get; }

    public IDistiller? Baseline { get; }

    public IDistiller Distiller { get; }

    public IAverager? Averager { get; }

    public IReadOnlyList<IEvaluator> Evaluators { get; }

    /// <summary>Ids of the plugins in a slot, for people.</summary>
    public string Names(string slot) => string.Join(", ", _plan.In(slot).Select(use => use.Plugin.Id));

    /// <summary>Id of the n-th plugin of a slot.</summary>
    public string Name(string slot, int index) => _plan.In(slot)[index].Plugin.Id;

    private IDistiller WithoutTeacher(IDistiller distiller)
    {
        // The baseline's result is found again by what the manifests say of its losses.
        if (_plan.TeacherLosses.FirstOrDefault(use => _factory.Made.GetValueOrDefault(use.Path) is ILoss { Needs.Teacher.Count: 0 }) is { } other)
            throw new UserErrorException($"loss '{other.Plugin.Id}' reads a teacher by default, and with these settings none", "a loss that does or does not, whatever its settings, for \"baseline\": true",
                "baseline", "write out the baseline: \"baseline\": { \"use\": \"offline\", … }");
        return distiller.WithoutTeacher() ?? throw new UserErrorException(
            $"'{Name("distill", 0)}' does not say how its student is trained without a teacher", "a distiller that does, or a baseline of your own", "baseline",
            "write \"baseline\": { \"use\": \"offline\", … }, or leave the key out");
    }

    /// <summary>Model that a stage makes networks of, so that a file can say how to make its network again.</summary>
    public PluginUse? ModelOf(string slot)
    {
        // A teacher that joins others is made of none of their models.
        if (_plan.Uses.Values.Any(use => use.Plugin.Kind == "teacher" && use.Path.StartsWith(slot + ".", StringComparison.Ordinal))) return null;
        var student = slot switch { "baseline" => Baseline?.Student, "distill" => Distiller.Student, _ => null };
        return _plan.Uses.Values.FirstOrDefault(use => use.Plugin.Kind == "model" && (student is null
            ? use.Path.StartsWith(slot + ".", StringComparison.Ordinal)
            : ReferenceEquals(_factory.Made.GetValueOrDefault(use.Path), student)));
    }

    /// <summary>Finds what does not fit together before anything is read or trained.</summary>
    public IEnumerable<UserErrorException> CheckSignals()
    {
        var offers = Teacher?.Offers ?? new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (slot, distiller) in new[] { ("baseline", Baseline), ("distill", Distiller) })
        {
            foreach (var problem in distiller?.Check(offers) ?? [])
                yield return new UserErrorException(problem, "models and losses that fit together", slot, "change the model, the loss or the teacher; `dotnet kd plugins info ID` shows each");
        }

        for (var i = 0; i < Selectors.Count; i++)
        {
            foreach (var signal in Selectors[i].TeacherSignals.Where(signal => offers.Values.Any(o => !o.Contains(signal)) || offers.Count == 0))
                yield return new UserErrorException($"'{Name("select", i)}' reads the teacher's '{signal}', and {(offers.Count == 0 ? "there is no teacher" : "a teacher does not give it")}",
                    "a teacher with that signal", $"select.{i}", "add or change the teacher");
        }
    }

    /// <summary>Finds what does not fit the data at some places of the pipeline.</summary>
    public IEnumerable<UserErrorException> CheckData(DataBundle data, Func<string, bool> isAsked) => CheckModality(data).Concat(TeacherGate.FindMissing(_plan.Gate, data)).Concat(_factory.Made
        .Where(made => made.Value is IChecksData && isAsked(made.Key))
        .SelectMany(made => ((IChecksData)made.Value).Check(data).Select(problem =>
            new UserErrorException(problem.Found, problem.Expected, $"{made.Key}.{problem.Where}", problem.Fix))));

    private IEnumerable<UserErrorException> CheckModality(DataBundle data) => _factory.Made
        .Where(made => made.Value is IModel model && !model.Takes.Contains(data.Modality) && !IsPartOfModel(made.Key))
        .Select(made => new UserErrorException(
            $"the data are {data.Modality.Describe()}, and '{_plan.Uses[made.Key].Plugin.Id}' takes {((IModel)made.Value).Takes.Describe()}",
            $"a model for {data.Modality.Describe()}", made.Key, "`dotnet kd plugins list` shows the models that there are"));

    // What a tower is given is for the model around it to say.
    private bool IsPartOfModel(string place) => _factory.Made.Any(made => made.Value is IModel && place.StartsWith(made.Key + ".", StringComparison.Ordinal));
}
