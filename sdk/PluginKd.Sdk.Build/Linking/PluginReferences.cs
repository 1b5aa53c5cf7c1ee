using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace PluginKd.Sdk.Build.Linking;

/// <summary>Everything that a plugin's assembly asks of shared assemblies; read from its metadata, nothing is loaded.</summary>
internal sealed class PluginReferences : IDisposable
{
    private readonly PEReader _file;
    private readonly MetadataReader _reader;

    private PluginReferences(PEReader file) => (_file, _reader) = (file, file.GetMetadataReader());

    /// <summary>Reads an assembly file.</summary>
    /// <exception cref="BadImageFormatException">It is none.</exception>
    public static PluginReferences Read(string path) =>
        TryRead(path) ?? throw new BadImageFormatException($"'{Path.GetFileName(path)}' is no .NET assembly");

    /// <summary>Reads an assembly file; null for a file that is none, such as a library of native code.</summary>
    public static PluginReferences? TryRead(string path)
    {
        var file = new PEReader(File.OpenRead(path), PEStreamOptions.PrefetchMetadata);
        try
        {
            if (file.HasMetadata) return new PluginReferences(file);
        }
        catch (BadImageFormatException)
        {
            // As little an assembly as one without metadata.
        }

        file.Dispose();
        return null;
    }

    /// <summary>Whether it refers to an assembly at all; most dependencies of a plugin refer to none that is shared.</summary>
    public bool RefersTo(Func<string, bool> assembly) =>
        _reader.AssemblyReferences.Any(handle => assembly(_reader.GetString(_reader.GetAssemblyReference(handle).Name)));

    /// <summary>Types that it names.</summary>
    public IEnumerable<(string Assembly, string Type)> Types() => _reader.TypeReferences
        .Select(handle => TypeName.Of(_reader, handle)).Where(type => type.Assembly is not null).Select(type => (type.Assembly!, type.Name)).Distinct();

    /// <summary>Members that it calls, reads or implements.</summary>
    public IEnumerable<(string Assembly, string Type, string Member)> Members()
    {
        foreach (var member in _reader.MemberReferences.Select(_reader.GetMemberReference))
        {
            if (member.Parent.Kind is not (HandleKind.TypeReference or HandleKind.TypeSpecification)) continue;
            var type = TypeName.Of(_reader, member.Parent);
            if (type.Assembly is null) continue;
            yield return (type.Assembly, type.Name, member.GetKind() == MemberReferenceKind.Method
                ? SignatureNames.Method(_reader, member.Name, member.DecodeMethodSignature(SignatureNames.Instance, null))
                : SignatureNames.Field(_reader, member.Name, member.DecodeFieldSignature(SignatureNames.Instance, null)));
        }
    }

    /// <summary>For each of its classes the types of shared assemblies that it implements or extends, with the methods that it has for them.</summary>
    /// <param name="isShared">Whether an assembly is shared, by its simple name.</param>
    public IEnumerable<(string Class, string Assembly, string Contract, IReadOnlySet<string> Written)> Implementations(Func<string, bool> isShared)
    {
        foreach (var handle in _reader.TypeDefinitions)
        {
            var type = _reader.GetTypeDefinition(handle);
            if ((type.Attributes & (TypeAttributes.Abstract | TypeAttributes.Interface)) != 0) continue;
            var written = new HashSet<string>();
            var contracts = new List<TypeName>();
            var seen = new HashSet<TypeDefinitionHandle>();
            // Up through the plugin's own base classes; one from elsewhere may write anything, so that nothing can be said.
            for (var at = handle; seen.Add(at);)
            {
                var definition = _reader.GetTypeDefinition(at);
                written.UnionWith(WrittenBy(definition));
                contracts.AddRange(definition.GetInterfaceImplementations().Select(i => TypeName.Of(_reader, _reader.GetInterfaceImplementation(i).Interface)));
                if (definition.BaseType.IsNil) break;
                if (definition.BaseType.Kind != HandleKind.TypeDefinition)
                {
                    var parent = TypeName.Of(_reader, definition.BaseType);
                    if (parent is { Assembly: { } elsewhere } && parent.Name != "System.Object" && !isShared(elsewhere)) contracts.Clear();
                    contracts.Add(parent);
                    break;
                }

                at = (TypeDefinitionHandle)definition.BaseType;
            }

            foreach (var contract in contracts.Where(contract => contract is { Assembly: not null, IsGeneric: false }))
                yield return (SignatureNames.NameOf(_reader, handle), contract.Assembly!, contract.Name, written);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();

    private IEnumerable<string> WrittenBy(TypeDefinition type)
    {
        foreach (var method in type.GetMethods().Select(_reader.GetMethodDefinition).Where(method => method.Attributes.HasFlag(MethodAttributes.Virtual)))
            yield return SignatureNames.Method(_reader, method.Name, method.DecodeSignature(SignatureNames.Instance, null));
        foreach (var declaration in type.GetMethodImplementations().Select(handle => _reader.GetMethodImplementation(handle).MethodDeclaration))
        {
            if (declaration.Kind != HandleKind.MemberReference) continue;
            var member = _reader.GetMemberReference((MemberReferenceHandle)declaration);
            yield return SignatureNames.Method(_reader, member.Name, member.DecodeMethodSignature(SignatureNames.Instance, null));
        }
    }
}
