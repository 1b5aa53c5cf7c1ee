namespace PluginKd.Evaluation.Tests;

public sealed class CalibrationConformance : KdConformance<Calibration>;
