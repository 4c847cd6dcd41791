package dev.kindred.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PrincipalsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SASL_SSL | a.ScramLoginModule required username=\"shop 1\" password=\"secret\"; | User:shop 1",
                "SASL_PLAINTEXT | a.PlainLoginModule required password=secret username=shop; | User:shop",
                "SASL_SSL | com.sun.security.auth.module.Krb5LoginModule required useKeyTab=true; | the principal of kafka.sasl.jaas.config",
                "SSL | '' | the principal of the client's certificate",
                "'' | '' | User:ANONYMOUS",
            })
    void tellsTheUserAndNoPassword(String protocol, String jaas, String principal) {
        assertThat(Principals.of(Map.of("security.protocol", protocol, "sasl.jaas.config", jaas)))
                .isEqualTo(principal);
    }
}
