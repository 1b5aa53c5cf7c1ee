namespace TestPlugins.Helper;

/// <summary>What the averagers of a team have in common; calls a method that this host lacks.</summary>
public abstract class KeepsWeights
{
    private long _steps;

    public void Observe(TrainingStep step) => _steps++;

    public void WriteTo(Network student) => student.train(_steps < 0);

    protected static string PlaceOf(StageContext stage) => stage.FutureOf("weights");
}
