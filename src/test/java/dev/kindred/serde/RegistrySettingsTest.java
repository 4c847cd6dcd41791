package dev.kindred.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RegistrySettingsTest {

    @Test
    void keepSeveralUrlsInOrderWithoutCredentialsAndLastSlash() {
        RegistrySettings settings = RegistrySettings.of("http://a:1/ , https://ann:secret@b/path/,", Map.of());

        assertThat(settings.urls()).map(Object::toString).containsExactly("http://a:1", "https://b/path");
        assertThat(settings.autoRegister()).isTrue();
    }

    @Test
    void useTheBundledSchemasWithoutAUrl() {
        assertThat(RegistrySettings.schemaIds(Map.of())).isInstanceOf(BundledSchemas.class);
        assertThat(RegistrySettings.schemaIds(Map.of("schema.registry.url", " ")))
                .isInstanceOf(BundledSchemas.class);
        assertThat(RegistrySettings.schemaIds(Map.of("schema.registry.url", List.of("http://a", "http://b"))))
                .isInstanceOf(RegistryWithBundled.class);
    }

    @Test
    void refuseAMalformedUrlWithoutRepeatingIt() {
        for (String url :
                List.of("http://ann:sec ret@host", "ann:secret@host:8081", "ftp://secret", "localhost:8081")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RegistrySettings.of(url, Map.of()))
                    .withMessageContaining("schema.registry.url must hold URLs")
                    .withMessageNotContaining("sec")
                    .withNoCause();
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegistrySettings.of(",", Map.of()))
                .withMessageContaining("at least one URL");
    }

    @Test
    void refuseCredentialsTheyCannotFind() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegistrySettings.of("http://a", Map.of("basic.auth.credentials.source", "USER_INFO")))
                .withMessage("basic.auth.user.info must be set when basic.auth.credentials.source is USER_INFO");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> RegistrySettings.of("http://a", Map.of("basic.auth.credentials.source", "SASL_INHERIT")))
                .withMessage("basic.auth.credentials.source must be URL or USER_INFO, got SASL_INHERIT");
    }
}
