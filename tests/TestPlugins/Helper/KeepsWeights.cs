#pragma warning disable CA1822 // The contract of the class that derives asks for members of an instance.
namespace TestPlugins.Helper;

/// <summary>What the averagers of a team have in common; calls a method that this host lacks.</summary>
public abstract class KeepsWeights
{
    private long _steps;

    public void Observe(TrainingStep step) => _steps++;

    public void WriteTo(Network student) => student.train(_steps < 0);

    protected static string PlaceOf(StageContext stage) => stage.FutureOf("weights");

    public IReadOnlyDictionary<string, Tensor> SaveState() => new Dictionary<string, Tensor>();

    public void LoadState(IReadOnlyDictionary<string, Tensor> state) => _ = state;
}
