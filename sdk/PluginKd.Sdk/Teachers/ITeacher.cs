namespace PluginKd.Sdk;

/// <summary>Obtains the networks to learn from (kind <c>teacher</c>): trains them, reads them from files, or asks a service.</summary>
public interface ITeacher
{
    /// <summary>Names of the teachers with the signals that each answers with, known before one is obtained.</summary>
    IReadOnlyDictionary<string, IReadOnlyList<string>> Offers { get; }

    /// <summary>Obtains the teachers.</summary>
    /// <param name="context">Data without test splits, seed, progress.</param>
    /// <returns>The networks by name, frozen and in evaluation mode.</returns>
    IReadOnlyDictionary<string, Network> Obtain(TeacherContext context);

    /// <summary>Makes a network built like one of the teachers, with any weights: the host puts stored ones into it, or tries losses on it.</summary>
    /// <param name="name">One of <see cref="Offers"/>.</param>
    /// <param name="request">Shape of inputs and outputs, or what the stored network said of itself.</param>
    Network Create(string name, ModelRequest request);
}

/// <summary>What a teacher plugin works with.</summary>
/// <param name="Stage">Seed, device, progress, the wish to stop.</param>
/// <param name="Data">The data without test splits.</param>
public sealed record TeacherContext(StageContext Stage, DataBundle Data);
