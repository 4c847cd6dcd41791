package dev.kindred.app;

import dev.kindred.config.KindredConfig;
import dev.kindred.query.HostAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.apache.kafka.common.utils.Utils;

/** The address under which other instances reach this one. */
final class Advertised {

    private Advertised() {}

    /** @param listening the address of the server, with the host as configured */
    static HostAddress of(KindredConfig config, URI listening) {
        String configured = config.httpAdvertised();
        return configured.isEmpty()
                ? new HostAddress(reachable(bare(listening.getHost())), listening.getPort())
                : new HostAddress(Utils.getHost(configured), Utils.getPort(configured));
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** Replaces a wildcard address, which other machines cannot connect to, by the name of this machine. */
    private static String reachable(String host) {
        try {
            return InetAddress.getByName(host).isAnyLocalAddress()
                    ? InetAddress.getLocalHost().getHostName()
                    : host;
        } catch (UnknownHostException e) {
            return host;
        }
    }
}
