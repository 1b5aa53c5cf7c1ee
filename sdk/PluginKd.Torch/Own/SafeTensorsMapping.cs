using System.IO.MemoryMappedFiles;

namespace PluginKd.Torch;

/// <summary>A file in memory, as long as its reader or one of the tensors over it lives. Writes stay in memory.</summary>
internal sealed unsafe partial class SafeTensorsMapping
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private int _users = 1;

    public SafeTensorsMapping(FileStream stream)
    {
        _file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
        _view = _file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.CopyOnWrite);
        byte* data = null;
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref data);
        Data = data + _view.PointerOffset;
    }

    private byte* Data { get; }

    public void Release()
    {
        if (Interlocked.Decrement(ref _users) != 0)
            return;
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }
}
