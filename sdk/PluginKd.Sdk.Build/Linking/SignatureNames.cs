using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace PluginKd.Sdk.Build.Linking;

/// <summary>Writes types and members as text, alike for a reference and for what it refers to.</summary>
internal sealed class SignatureNames : ISignatureTypeProvider<string, object?>
{
    public static readonly SignatureNames Instance = new();

    public static string Method(MetadataReader reader, StringHandle name, MethodSignature<string> signature) =>
        $"{reader.GetString(name)}{(signature.GenericParameterCount > 0 ? $"`{signature.GenericParameterCount}" : "")}"
        + $"({string.Join(", ", signature.ParameterTypes)}) {signature.ReturnType}";

    public static string Field(MetadataReader reader, StringHandle name, string type) => $"{reader.GetString(name)} {type}";

    public static string NameOf(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        var name = reader.GetString(type.Name);
        return type.GetDeclaringType() is { IsNil: false } outer ? $"{NameOf(reader, outer)}/{name}" : Full(reader.GetString(type.Namespace), name);
    }

    public static string NameOf(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        var name = reader.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{NameOf(reader, (TypeReferenceHandle)type.ResolutionScope)}/{name}"
            : Full(reader.GetString(type.Namespace), name);
    }

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => NameOf(reader, handle);

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => NameOf(reader, handle);

    public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public string GetSZArrayType(string elementType) => elementType + "[]";

    public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[{new string(',', shape.Rank - 1)}]";

    public string GetByReferenceType(string elementType) => elementType + "&";

    public string GetPointerType(string elementType) => elementType + "*";

    public string GetPinnedType(string elementType) => elementType;

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) => $"{genericType}<{string.Join(", ", typeArguments)}>";

    public string GetGenericMethodParameter(object? genericContext, int index) => $"!!{index}";

    public string GetGenericTypeParameter(object? genericContext, int index) => $"!{index}";

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => isRequired ? $"{unmodifiedType} {modifier}" : unmodifiedType;

    public string GetFunctionPointerType(MethodSignature<string> signature) => $"({string.Join(", ", signature.ParameterTypes)}) -> {signature.ReturnType}";

    private static string Full(string space, string name) => space.Length == 0 ? name : $"{space}.{name}";
}
