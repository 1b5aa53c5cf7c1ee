namespace PluginKd.Sdk;

/// <summary>A point in a training run, for schedules and warm-ups.</summary>
/// <param name="Epoch">From 0.</param>
/// <param name="Epochs">Epochs planned; the last may be cut short by a limit on steps.</param>
/// <param name="Step">Optimiser steps done before this one, from 0.</param>
/// <param name="Steps">Optimiser steps planned.</param>
public readonly record struct Moment(int Epoch, int Epochs, long Step, long Steps)
{
    /// <summary>Share of the run that is done, 0 to 1.</summary>
    public double Share => Steps == 0 ? 0 : (double)Step / Steps;
}
