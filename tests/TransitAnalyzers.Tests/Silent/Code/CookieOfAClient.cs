// Looks like a cookie without Secure: a client sends it, over an address that is HTTPS.
using System;
using System.Net;
using System.Net.Http;

public static class Browser
{
    public static HttpClient Create()
    {
        var cookies = new CookieContainer();
        cookies.Add(new Uri("https://shop.example/"), new Cookie("language", "de") { Secure = true });
        return new HttpClient(new HttpClientHandler { CookieContainer = cookies });
    }
}
