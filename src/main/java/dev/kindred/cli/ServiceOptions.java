package dev.kindred.cli;

import dev.kindred.export.Service;
import dev.kindred.http.Trust;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which instances to ask, and as whom, as a mixin. */
final class ServiceOptions {

    private static final String KEY_VARIABLE = "KINDRED_API_KEY";

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Of an instance, or of what stands before several. Default: ${DEFAULT-VALUE}.")
    private String url = "http://127.0.0.1:8080";

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "Holds the key to ask with. Default: the key in " + KEY_VARIABLE + ", or none.")
    private Optional<Path> keyFile = Optional.empty();

    @Option(
            names = "--cacert",
            paramLabel = "FILE",
            description = "Certificates to trust, in PEM. Default: those that the Java platform trusts.")
    private Optional<Path> certificates = Optional.empty();

    @Option(names = "--verbose", description = "Log more, and show the stack trace of a failure.")
    @SuppressWarnings("UnusedVariable") // read from the parsed command line
    private boolean verbose;

    /**
     * Those instances.
     *
     * @param command that has the options
     * @throws ParameterException if the address is none
     * @throws CommandException if a file is not as it must be
     */
    Service service(CommandLine command) {
        return new Service(address(command), key(), certificates.map(ServiceOptions::trust));
    }

    private URI address(CommandLine command) {
        try {
            URI address = URI.create(url);
            boolean isOfHttp = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            boolean isPlain = address.getRawQuery() == null
                    && address.getRawFragment() == null
                    && address.getRawUserInfo() == null;
            if (isOfHttp && isPlain && address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command, addressRule(), e);
        }
        throw new ParameterException(command, addressRule());
    }

    private static String addressRule() {
        return "--url must be like http://host:8080 or https://host, without anything behind but a path";
    }

    private Optional<String> key() {
        Optional<String> key = keyFile.map(ServiceOptions::read)
                .or(() -> Optional.ofNullable(System.getenv(KEY_VARIABLE)).map(String::strip));
        if (key.filter(text -> !text.matches("[\\x21-\\x7e]+"))
                .isPresent()) { // never repeated, as it may be nearly right
            throw new CommandException(keyFile.map(file -> "--key-file " + file).orElse(KEY_VARIABLE)
                    + " holds no key: put there what 'kindred keys create' prints as key, and nothing else");
        }
        return key;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw FileFailure.of("--key-file", file, e);
        }
    }

    private static SSLContext trust(Path file) {
        try {
            return Trust.inFile(file);
        } catch (IOException e) {
            throw FileFailure.of("--cacert", file, e);
        } catch (GeneralSecurityException e) {
            throw new CommandException("--cacert " + file + " holds no certificates in PEM: " + e.getMessage(), e);
        }
    }
}
