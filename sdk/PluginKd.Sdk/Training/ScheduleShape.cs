namespace PluginKd.Sdk;

/// <summary>Ways from one value to another.</summary>
public enum ScheduleShape
{
    /// <summary>In a straight line.</summary>
    Linear,

    /// <summary>Along half a cosine: slowly, fast, slowly.</summary>
    Cosine,

    /// <summary>In one jump or several equal ones.</summary>
    Step,
}

/// <summary>What the begin and end of a schedule count.</summary>
public enum ScheduleUnit
{
    /// <summary>The share of the run, 0 to 1.</summary>
    Share,

    /// <summary>Epochs, the first is 0; within one the value stays.</summary>
    Epoch,

    /// <summary>Optimiser steps, the first is 0.</summary>
    Step,
}
