// Looks like a validation callback by its four parameters: it is about invoices.
using System;

public sealed class Invoices
{
    public Func<object, string, decimal, DateTime, bool> Accept { get; } = (_, _, _, _) => true;

    public Func<object, string, decimal, DateTime, bool>? ServerCertificateValidationCallback { get; set; } = (_, _, _, _) => true;
}
