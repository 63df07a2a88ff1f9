// Looks like a weak signature: it is the check sum of a file.
using System;
using System.IO;
using System.Security.Cryptography;

public static class CheckSum
{
    public static string Of(Stream file) => Convert.ToHexString(SHA1.HashData(file));

    public static HashAlgorithmName Name => HashAlgorithmName.SHA1;
}
