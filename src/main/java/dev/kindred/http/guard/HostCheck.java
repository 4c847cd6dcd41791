package dev.kindred.http.guard;

import dev.kindred.http.Call;
import dev.kindred.http.Filter;
import dev.kindred.http.Handler;
import dev.kindred.http.Problem;
import dev.kindred.http.ProblemException;
import dev.kindred.http.ProblemKind;
import dev.kindred.http.Reply;
import dev.kindred.http.Scope;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/**
 * Rejects calls under a name that is not one of the server's. A page could otherwise give its own name the server's
 * address and read the answers (DNS rebinding). IP addresses always pass, because nobody can rebind them.
 */
final class HostCheck implements Filter {

    private static final String ANY = "*";
    private static final Pattern PORT = Pattern.compile(":\\d*$");
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");

    private final Set<String> names;

    /** @param names in lower case, without port; {@code *} for any */
    HostCheck(Set<String> names) {
        this.names = names;
    }

    @Override
    public CompletableFuture<Reply> filter(Call call, Handler next) {
        boolean isRefused = call.route().access().scope() != Scope.OPEN
                && call.request().header("Host").filter(host -> !isServed(host)).isPresent();
        if (isRefused) {
            throw new ProblemException(Problem.of(
                    ProblemKind.UNKNOWN_HOST,
                    "Host",
                    "the host of the URL is no name of this instance: add it to http.hosts"));
        }
        return next.handle(call);
    }

    private boolean isServed(String host) {
        String name = PORT.matcher(host.toLowerCase(Locale.ROOT)).replaceFirst("");
        return names.contains(ANY)
                || names.contains(name)
                || ADDRESS.matcher(name).matches();
    }
}
