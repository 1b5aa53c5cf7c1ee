using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace PluginKd.Sdk.Build;

/// <summary>Writes the JSON Schema of a settings record, with defaults taken from a fresh instance.</summary>
/// <remarks>
/// The subset: type, properties, required, additionalProperties, items, enum, minimum, maximum, exclusiveMinimum, exclusiveMaximum, default,
/// description; and <c>plugin</c>, which says that a part of that kind goes here (<c>weighted</c>: with a weight beside it; <c>model-of</c>: unless the file of
/// that setting says which); <c>schedule</c>: a number that may change over the run; <c>format</c>, <c>in</c> and <c>run</c>, which say what a path is.
/// </remarks>
internal sealed class SettingsSchema(Utf8JsonWriter json, DocComments docs)
{
    public void Write(Type? settings)
    {
        json.WriteStartObject();
        WriteObject(settings, settings is null ? null : Activator.CreateInstance(settings));
        json.WriteEndObject();
    }

    private void WriteObject(Type? settings, object? defaults)
    {
        var properties = settings is null ? [] : SettingsShape.Properties(settings).ToList();
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (var property in properties)
        {
            json.WriteStartObject(SettingNames.Of(property.Name));
            WriteProperty(property, SettingsShape.IsRequired(property) ? null : property.GetValue(defaults));
            json.WriteEndObject();
        }

        json.WriteEndObject();
        var required = properties.Where(SettingsShape.IsRequired).ToList();
        if (required.Count > 0)
        {
            json.WriteStartArray("required");
            foreach (var property in required) json.WriteStringValue(SettingNames.Of(property.Name));
            json.WriteEndArray();
        }

        json.WriteBoolean("additionalProperties", false);
    }

    private void WriteProperty(PropertyInfo property, object? value)
    {
        if (docs.Of(property) is { } summary) json.WriteString("description", summary);
        var (element, isList) = SettingsShape.Unwrap(property.PropertyType);
        if (isList)
        {
            json.WriteString("type", "array");
            if (property.GetCustomAttribute<MinLengthAttribute>() is { } least) json.WriteNumber("minItems", least.Length);
            json.WriteStartObject("items");
        }

        WriteElement(element, isList ? null : value, SettingsShape.Range(property));
        if (property.GetCustomAttribute<KdPathAttribute>() is { } path)
        {
            json.WriteString("format", path.In is null ? "path" : "file");
            if (path.In is not null) json.WriteString("in", SettingNames.Of(path.In));
            if (path.IsRun) json.WriteBoolean("run", true);
        }

        if (property.GetCustomAttribute<KdModelOfAttribute>() is { } model) json.WriteString("model-of", SettingNames.Of(model.File));
        if (isList) json.WriteEndObject();
        if (value is not null && (isList || SettingsShape.JsonType(element) is not null) && SettingsShape.PartKind(element) is null)
        {
            json.WritePropertyName("default");
            WriteValue(value);
        }
    }

    private void WriteElement(Type element, object? value, RangeAttribute? range)
    {
        if (SettingsShape.PartKind(element) is { } kind)
        {
            json.WriteString("plugin", kind);
            if (element == typeof(WeightedLoss)) json.WriteBoolean("weighted", true);
        }
        else if (SettingsShape.JsonType(element) is { } type)
        {
            json.WriteString("type", type);
            if (element == typeof(Schedule)) json.WriteBoolean("schedule", true);
            if (element.IsEnum) WriteNames(element);
            if (range is not null) WriteRange(range);
            else if (element == typeof(int)) WriteRange(new RangeAttribute(int.MinValue, int.MaxValue));
        }
        else
        {
            WriteObject(element, value ?? Activator.CreateInstance(element));
        }
    }

    private void WriteNames(Type enumeration)
    {
        json.WriteStartArray("enum");
        foreach (var name in Enum.GetNames(enumeration)) json.WriteStringValue(SettingNames.Of(name));
        json.WriteEndArray();
    }

    private void WriteRange(RangeAttribute range)
    {
        // A range up to infinity has one limit.
        if (double.IsFinite(Number(range.Minimum))) json.WriteNumber(range.MinimumIsExclusive ? "exclusiveMinimum" : "minimum", Number(range.Minimum));
        if (double.IsFinite(Number(range.Maximum))) json.WriteNumber(range.MaximumIsExclusive ? "exclusiveMaximum" : "maximum", Number(range.Maximum));
    }

    private void WriteValue(object value)
    {
        switch (value)
        {
            case bool flag: json.WriteBooleanValue(flag); break;
            case string text: json.WriteStringValue(text); break;
            case Enum name: json.WriteStringValue(SettingNames.Of(name.ToString())); break;
            case float number: json.WriteNumberValue((decimal)number); break;
            case Schedule schedule: json.WriteNumberValue(schedule.To); break;
            case double number: json.WriteNumberValue(number); break;
            case System.Collections.IEnumerable items:
                json.WriteStartArray();
                foreach (var item in items) WriteValue(item);
                json.WriteEndArray();
                break;
            default: json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture)); break;
        }
    }

    private static double Number(object bound) => Convert.ToDouble(bound, CultureInfo.InvariantCulture);
}
