namespace PluginKd.Teachers.Tests;

public sealed class TrainedTeacherConformance : KdConformance<TrainedTeacher>
{
    protected override object[] Settings =>
    [
        new TrainedTeacherSettings { Model = new TinyModel() },
        new TrainedTeacherSettings { Model = new TinyModel(), Steps = 7, BatchSize = 8, Optimizer = new() { Name = OptimizerName.Sgd, Momentum = 0.9, Schedule = LearningRateSchedule.Cosine } },
    ];
}
