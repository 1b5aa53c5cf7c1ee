namespace TorchSharp;

/// <summary>The thread that a scope or a mode was opened on, which alone can end it.</summary>
internal readonly struct OwnThread
{
    private readonly Thread _thread;

    private OwnThread(Thread thread) => _thread = thread;

    public static OwnThread Current => new(Thread.CurrentThread);

    /// <summary>Whether the thread is over, so that nothing of its state is left to put back.</summary>
    public bool IsOver => !_thread.IsAlive;

    /// <exception cref="InvalidOperationException">This is another thread.</exception>
    public void Check(string what)
    {
        if (_thread != Thread.CurrentThread)
            throw Elsewhere(what);
    }

    private InvalidOperationException Elsewhere(string what) => new(
        $"{what} was opened on thread {_thread.ManagedThreadId} and disposed on thread {Environment.CurrentManagedThreadId}: scopes and modes belong "
        + "to their thread, so there can be no await between opening one and disposing it. Nothing was changed; dispose it on its own thread.");
}
