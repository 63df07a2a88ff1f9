using System.Globalization;

namespace TransitAnalyzers.Protocols;

/// <summary>The value of a constant of an enumeration or an integer, whatever its width.</summary>
internal static class EnumValues
{
    public static bool TryRead(object? constant, out long value)
    {
        switch (constant)
        {
            case ulong unsigned:
                value = unchecked((long)unsigned);
                return true;
            case int or uint or long or short or ushort or byte or sbyte:
                value = Convert.ToInt64(constant, CultureInfo.InvariantCulture);
                return true;
            default:
                value = 0;
                return false;
        }
    }
}
