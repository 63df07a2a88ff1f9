// Looks like switching TLS off: the address that somebody wrote says so, and this code does as it says.
using System;
using RabbitMQ.Client;

public static class Broker
{
    public static ConnectionFactory Create(Uri address)
    {
        var factory = new ConnectionFactory { HostName = address.Host };
        switch (address.Scheme)
        {
            case "amqp":
                factory.Ssl.Enabled = false;
                break;
            case "amqps":
                factory.Ssl.Enabled = true;
                factory.Ssl.ServerName = address.Host;
                break;
        }

        return factory;
    }
}
