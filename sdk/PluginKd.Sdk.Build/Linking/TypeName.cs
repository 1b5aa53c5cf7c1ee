using System.Reflection.Metadata;

namespace PluginKd.Sdk.Build.Linking;

/// <summary>A type as an assembly speaks of it.</summary>
/// <param name="Name">Full name; of a generic type the definition's.</param>
/// <param name="Assembly">Simple name of the assembly that has it; null is the one that speaks.</param>
/// <param name="IsGeneric">Whether it was named with type arguments.</param>
internal readonly record struct TypeName(string Name, string? Assembly, bool IsGeneric)
{
    /// <summary>Names the type behind a definition, a reference or a specification.</summary>
    public static TypeName Of(MetadataReader reader, EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeDefinition => new TypeName(SignatureNames.NameOf(reader, (TypeDefinitionHandle)handle), null, false),
        HandleKind.TypeReference => new TypeName(SignatureNames.NameOf(reader, (TypeReferenceHandle)handle), AssemblyOf(reader, (TypeReferenceHandle)handle), false),
        _ => OfSpecification(reader, reader.GetBlobReader(reader.GetTypeSpecification((TypeSpecificationHandle)handle).Signature)),
    };

    // List<int>, int[] and the like: of the first the definition counts, the others have no members of their own in a shared assembly.
    private static TypeName OfSpecification(MetadataReader reader, BlobReader signature)
    {
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance) return new TypeName("", null, true);
        signature.ReadCompressedInteger();
        return Of(reader, signature.ReadTypeHandle()) with { IsGeneric = true };
    }

    private static string? AssemblyOf(MetadataReader reader, TypeReferenceHandle handle)
    {
        var scope = reader.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.AssemblyReference => reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name),
            HandleKind.TypeReference => AssemblyOf(reader, (TypeReferenceHandle)scope),
            _ => null,
        };
    }
}
