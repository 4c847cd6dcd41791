package dev.kindred.config;

import java.util.regex.Pattern;

/** Tells hosts that only this machine reaches. */
final class Loopback {

    private static final Pattern HOST = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1|(0{1,4}:){7}0{0,3}1");

    private Loopback() {}

    /** Whether a host is plainly one; no name is looked up, since what it means may change with the network. */
    static boolean isHost(String host) {
        return HOST.matcher(host).matches();
    }
}
