package dev.kindred.query;

/**
 * The address at which an instance answers other instances.
 *
 * @param host a name or an address, without brackets
 * @param port in [1, 65535]
 */
public record HostAddress(String host, int port) {

    /** {@code host:port}, as in a URL. */
    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
