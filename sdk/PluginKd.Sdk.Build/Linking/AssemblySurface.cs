using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace PluginKd.Sdk.Build.Linking;

/// <summary>What an assembly offers to others: types and members by name, read from its metadata; nothing is loaded.</summary>
internal sealed class AssemblySurface : IDisposable
{
    private readonly PEReader _file;
    private readonly MetadataReader _reader;
    private readonly Dictionary<string, TypeDefinitionHandle> _types = [];
    private readonly HashSet<string> _forwarded = [];
    private readonly Dictionary<string, HashSet<string>> _members = [];

    private AssemblySurface(string path)
    {
        _file = new PEReader(File.OpenRead(path), PEStreamOptions.PrefetchMetadata);
        _reader = _file.GetMetadataReader();
        foreach (var handle in _reader.TypeDefinitions) _types[SignatureNames.NameOf(_reader, handle)] = handle;
        foreach (var handle in _reader.ExportedTypes)
        {
            var type = _reader.GetExportedType(handle);
            _forwarded.Add($"{_reader.GetString(type.Namespace)}.{_reader.GetString(type.Name)}");
        }
    }

    /// <summary>Reads an assembly file.</summary>
    public static AssemblySurface Read(string path) => new(path);

    /// <summary>Tells whether there is a type of this name; nested types have a stroke: <c>torch/Tensor</c>.</summary>
    public bool HasType(string name) => _types.ContainsKey(name) || _forwarded.Contains(name);

    /// <summary>Tells whether a type or one of its bases has a member, as <see cref="SignatureNames"/> writes it.</summary>
    /// <remarks>A base in another assembly is taken to have it.</remarks>
    public bool HasMember(string type, string member)
    {
        if (_forwarded.Contains(type)) return true;
        while (_types.TryGetValue(type, out var handle))
        {
            if (MembersOf(type, handle).Contains(member)) return true;
            var parent = _reader.GetTypeDefinition(handle).BaseType;
            if (parent.IsNil) return false;
            if (TypeName.Of(_reader, parent) is { Assembly: not null } outside) return outside.Name is not ("System.Object" or "System.ValueType" or "System.Enum");
            type = TypeName.Of(_reader, parent).Name;
        }

        return false;
    }

    /// <summary>Methods that whoever implements or extends a type must write.</summary>
    public IEnumerable<string> AbstractMethods(string type)
    {
        if (!_types.TryGetValue(type, out var handle)) yield break;
        var definition = _reader.GetTypeDefinition(handle);
        foreach (var method in definition.GetMethods().Select(_reader.GetMethodDefinition).Where(method => method.Attributes.HasFlag(MethodAttributes.Abstract)))
            yield return SignatureNames.Method(_reader, method.Name, method.DecodeSignature(SignatureNames.Instance, null));
    }

    /// <summary>Interfaces of a type that lie in this assembly.</summary>
    public IEnumerable<string> InterfacesOf(string type) => !_types.TryGetValue(type, out var handle) ? [] :
        _reader.GetTypeDefinition(handle).GetInterfaceImplementations()
            .Select(implemented => TypeName.Of(_reader, _reader.GetInterfaceImplementation(implemented).Interface))
            .Where(name => name.Assembly is null).Select(name => name.Name);

    /// <summary>Everything that others can see, a line each, sorted: types as <c>Name</c>, members as <c>Name::Member</c>.</summary>
    public IEnumerable<string> Lines() => _types.Where(type => IsVisible(type.Value))
        .SelectMany(type => MembersOf(type.Key, type.Value).Select(member => $"{type.Key}::{member}").Prepend(type.Key)).Order(StringComparer.Ordinal);

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();

    private bool IsVisible(TypeDefinitionHandle handle)
    {
        var type = _reader.GetTypeDefinition(handle);
        return (type.Attributes & TypeAttributes.VisibilityMask) switch
        {
            TypeAttributes.Public => true,
            TypeAttributes.NestedPublic or TypeAttributes.NestedFamily or TypeAttributes.NestedFamORAssem => IsVisible(type.GetDeclaringType()),
            _ => false,
        };
    }

    private HashSet<string> MembersOf(string name, TypeDefinitionHandle handle)
    {
        if (_members.TryGetValue(name, out var known)) return known;
        var type = _reader.GetTypeDefinition(handle);
        return _members[name] =
        [
            .. type.GetMethods().Select(_reader.GetMethodDefinition)
                .Where(method => (method.Attributes & MethodAttributes.MemberAccessMask) is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem)
                .Select(method => SignatureNames.Method(_reader, method.Name, method.DecodeSignature(SignatureNames.Instance, null))),
            .. type.GetFields().Select(_reader.GetFieldDefinition)
                .Where(field => (field.Attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem)
                .Select(field => SignatureNames.Field(_reader, field.Name, field.DecodeSignature(SignatureNames.Instance, null))),
        ];
    }
}
