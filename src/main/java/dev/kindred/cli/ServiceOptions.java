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

/** The address of the service and the API key, as a mixin. */
final class ServiceOptions {

    private static final String KEY_VARIABLE = "KINDRED_API_KEY";

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The URL of an instance or of a load balancer. Default: ${DEFAULT-VALUE}.")
    private String url = "http://127.0.0.1:8080";

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "A file with the API key. Default: the key in " + KEY_VARIABLE + ", or none.")
    private Optional<Path> keyFile = Optional.empty();

    @Option(
            names = "--cacert",
            paramLabel = "FILE",
            description = "A file of trusted certificates, in PEM. Default: those of the Java platform.")
    private Optional<Path> certificates = Optional.empty();

    /**
     * The client of the service.
     *
     * @param command the command with these options
     * @throws ParameterException if the URL is invalid
     * @throws CommandException if a file is missing or invalid
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
        return "--url must be like http://host:8080 or https://host, optionally with a path";
    }

    private Optional<String> key() {
        Optional<String> key = keyFile.map(ServiceOptions::read)
                .or(() -> Optional.ofNullable(System.getenv(KEY_VARIABLE)).map(String::strip));
        if (key.filter(text -> !text.matches("[\\x21-\\x7e]+")).isPresent()) { // not repeated: it may be almost the key
            throw new CommandException(keyFile.map(file -> "--key-file " + file).orElse(KEY_VARIABLE)
                    + " does not contain a key: it must contain only the key that 'kindred keys create' prints");
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
            throw new CommandException("--cacert " + file + " contains no certificates in PEM: " + e.getMessage(), e);
        }
    }
}
