package dev.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.config.KindredConfig;
import dev.kindred.http.Scope;
import dev.kindred.http.guard.ApiKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class KeysCommandTest {

    private final Shell shell = new Shell();

    @Test
    void printsAKeyAndTheEntryThatKnowsIt() {
        assertThat(shell.run("keys", "create", "--name", "shop", "--scope", "write,read"))
                .isZero();

        List<String> lines = shell.out().lines().toList();
        String key = lines.get(0).substring("key:   ".length());
        String entry = lines.get(1).substring("entry: ".length());
        assertThat(key).matches("[A-Za-z0-9_-]{43}"); // 256 bits, six a character
        assertThat(entry)
                .isEqualTo(
                        ApiKey.of("shop", Set.of(Scope.READ, Scope.WRITE), key).entry());
        assertThat(KindredConfig.of(Map.of("http.keys", entry)).apiKeys().isEmpty())
                .isFalse();
    }

    @Test
    void printsAnotherKeyEveryTime() {
        shell.run("keys", "create", "--name", "shop", "--scope", "read");
        shell.run("keys", "create", "--name", "shop", "--scope", "read");

        assertThat(shell.out().lines()).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void namesAnInvalidScope() {
        assertThat(shell.run("keys", "create", "--name", "shop", "--scope", "everything"))
                .isEqualTo(2);
        assertThat(shell.err())
                .isEqualToIgnoringNewLines(
                        "kindred: scopes must be some of events, read, explain, write, admin: see 'kindred keys create"
                                + " --help'");
    }

    @Test
    void namesAnInvalidName() {
        assertThat(shell.run("keys", "create", "--name", "our shop", "--scope", "read"))
                .isEqualTo(2);
        assertThat(shell.err()).startsWith("kindred: name must be 1 to 40 of");
    }
}
