// Looks like a cookie without Secure: it is deleted.
using System;
using Microsoft.AspNetCore.Http;

public static class SignOut
{
    public static void Forget(HttpResponse response)
    {
        response.Cookies.Delete("session");
        response.Cookies.Append("old", "", new CookieOptions { Expires = DateTimeOffset.UnixEpoch });
    }
}
