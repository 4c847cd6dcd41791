package dev.kindred.app;

import dev.kindred.config.KindredConfig;
import dev.kindred.query.HostAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.apache.kafka.common.utils.Utils;

/** Where other instances reach one that listens somewhere. */
final class Advertised {

    private Advertised() {}

    /** @param listening where the instance listens, by the host that it was given */
    static HostAddress of(KindredConfig config, URI listening) {
        String told = config.httpAdvertised();
        return told.isEmpty()
                ? new HostAddress(reachable(bare(listening.getHost())), listening.getPort())
                : new HostAddress(Utils.getHost(told), Utils.getPort(told));
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** Nobody reaches "all interfaces" by that name. */
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
