using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace PluginKd.Sdk.Build.Linking;

/// <summary>Everything that a plugin's assembly asks of shared assemblies; read from its metadata, nothing is loaded.</summary>
internal sealed class PluginReferences : IDisposable
{
    private readonly PEReader _file;
    private readonly MetadataReader _reader;

    private PluginReferences(string path)
    {
        _file = new PEReader(File.OpenRead(path), PEStreamOptions.PrefetchMetadata);
        _reader = _file.GetMetadataReader();
    }

    /// <summary>Reads an assembly file.</summary>
    public static PluginReferences Read(string path) => new(path);

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
    public IEnumerable<(string Class, string Assembly, string Contract, IReadOnlySet<string> Written)> Implementations()
    {
        foreach (var handle in _reader.TypeDefinitions)
        {
            var type = _reader.GetTypeDefinition(handle);
            if ((type.Attributes & (TypeAttributes.Abstract | TypeAttributes.Interface)) != 0) continue;
            var written = new HashSet<string>();
            var contracts = new List<TypeName>();
            // Up through the plugin's own base classes; one from elsewhere may write anything, so that nothing can be said.
            for (var at = handle; ;)
            {
                var definition = _reader.GetTypeDefinition(at);
                written.UnionWith(WrittenBy(definition));
                contracts.AddRange(definition.GetInterfaceImplementations().Select(i => TypeName.Of(_reader, _reader.GetInterfaceImplementation(i).Interface)));
                if (definition.BaseType.IsNil) break;
                if (definition.BaseType.Kind != HandleKind.TypeDefinition)
                {
                    contracts.Add(TypeName.Of(_reader, definition.BaseType));
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
