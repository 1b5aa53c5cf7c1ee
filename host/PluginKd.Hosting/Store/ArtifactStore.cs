using Microsoft.Extensions.Logging;

namespace PluginKd.Hosting;

/// <summary>Keeps results of stages under keys that say what they were made of, so that no stage runs twice for the same.</summary>
/// <remarks>
/// A result is made in a work folder and gets its name by one rename, so that it is whole or not there. Several runs share a store: one
/// makes a result, the others wait for it. What was damaged later is found by its hash, put aside and made again, never read.
/// </remarks>
internal sealed partial class ArtifactStore : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly Dictionary<string, Artifact> _opened = [];
    private readonly ILogger _log;
    private readonly IDisposable _use;

    private ArtifactStore(StoreFolder folder, ILogger log, IDisposable use) => (Folder, _log, _use) = (folder, log, use);

    public StoreFolder Folder { get; }

    /// <summary>Opens a store for a run.</summary>
    /// <exception cref="UserErrorException">It cannot be written to, or is being cleared.</exception>
    public static ArtifactStore Open(string path, ILogger log)
    {
        var folder = new StoreFolder(path);
        try
        {
            Directory.CreateDirectory(folder.Artifacts);
            Directory.CreateDirectory(folder.Work);
            var use = FileLock.TryShare(folder.UseLock)
                      ?? throw new UserErrorException("the store is being cleared by another command", "a store that nobody clears", path, "wait until `dotnet kd store prune` has ended");
            return new ArtifactStore(folder, log, use);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"the store cannot be used: {error.Message}", "a folder that you may write to", path,
                "change to another folder (results are kept in .kd/store of the folder where the command is typed), or make room", error);
        }
    }

    /// <summary>Whether there is a result, without looking into its files.</summary>
    public bool Has(string key) => File.Exists(Path.Combine(Folder.Artifact(key), ArtifactRecord.FileName));

    /// <summary>Finds a result and looks whether it is whole; a damaged one is reported and put aside.</summary>
    /// <param name="key">Key of the result.</param>
    /// <param name="isHeld">Whether the caller has the right to make it.</param>
    public Artifact? Find(string key, bool isHeld = false)
    {
        if (_opened.TryGetValue(key, out var known)) return known;
        if (!Directory.Exists(Folder.Artifact(key))) return null;
        if (Check(key, out var artifact) is null) return Opened(key, artifact!);
        // Another run may have put it aside and made it again meanwhile; while one is at it, whoever needs the result waits for the right to make it.
        using var hold = isHeld ? null : FileLock.TryTake(Folder.LockOf(key));
        if (!isHeld && hold is null) return null;
        if (!Directory.Exists(Folder.Artifact(key))) return null;
        if (Check(key, out artifact) is not { } damage) return Opened(key, artifact!);
        PutAside(key, artifact, damage);
        return null;
    }

    private Artifact Opened(string key, Artifact artifact)
    {
        Touch(artifact);
        return _opened[key] = artifact;
    }

    private void PutAside(string key, Artifact? artifact, string damage)
    {
        Damaged(_log, artifact?.Record.Stage ?? "of unknown stage", Folder.Artifact(key), damage);
        // Put aside under another name first, so that nobody finds it half-deleted.
        var aside = Path.Combine(Folder.Work, $"damaged-{Guid.NewGuid():N}");
        Directory.Move(Folder.Artifact(key), aside);
        Directory.Delete(aside, recursive: true);
    }

    /// <summary>Looks whether a result is whole.</summary>
    /// <returns>What is wrong, or null.</returns>
    public string? Check(string key, out Artifact? artifact)
    {
        artifact = null;
        try
        {
            artifact = new Artifact(Folder.Artifact(key), ArtifactRecord.Read(Folder.Artifact(key)));
            return artifact.Record.Key == key ? artifact.FindDamage() : $"it says that its key is {artifact.Record.Key}";
        }
        catch (InvalidDataException error)
        {
            return error.Message;
        }
    }

    /// <summary>Takes the right to make a result; waits while another run makes it.</summary>
    /// <param name="key">Key of the result.</param>
    /// <param name="stage">For messages.</param>
    /// <param name="cancellation">The wish to stop waiting.</param>
    public WorkFolder Begin(string key, string stage, CancellationToken cancellation)
    {
        for (var isTold = false; ; cancellation.WaitHandle.WaitOne(Pause))
        {
            cancellation.ThrowIfCancellationRequested();
            if (FileLock.TryTake(Folder.LockOf(key)) is { } hold) return new WorkFolder(this, key, hold);
            if (!isTold) Waiting(_log, stage);
            isTold = true;
        }
    }

    /// <summary>Takes in a result that was made.</summary>
    public Artifact Add(string made, ArtifactRecord record)
    {
        var place = Folder.Artifact(record.Key);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        Directory.Move(made, place);
        return _opened[record.Key] = new Artifact(place, record);
    }

    /// <summary>Notes when a result was last of use, for clearing the store.</summary>
    private static void Touch(Artifact artifact)
    {
        try
        {
            File.SetLastWriteTimeUtc(artifact.File(ArtifactRecord.FileName), TimeProvider.System.GetUtcNow().UtcDateTime);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A store that can only be read is of use all the same.
        }
    }

    /// <inheritdoc />
    public void Dispose() => _use.Dispose();

    [LoggerMessage(Level = LogLevel.Warning, Message = "a stored result ({stage}) is damaged and is made again: {folder}: {damage}")]
    private static partial void Damaged(ILogger log, string stage, string folder, string damage);

    [LoggerMessage(Level = LogLevel.Warning, Message = "stage '{stage}' is being made by another run; waiting for it")]
    private static partial void Waiting(ILogger log, string stage);
}
