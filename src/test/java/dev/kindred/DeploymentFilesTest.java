package dev.kindred;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.kindred.config.KindredConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files that run Kindred elsewhere are valid by their schemas, fit together, and hold settings that it accepts. */
final class DeploymentFilesTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ENDS_WHEN_MEMORY_IS_FULL = "-XX:+ExitOnOutOfMemoryError";

    private static JsonNode schema(String name) throws IOException {
        try (InputStream file = DeploymentFilesTest.class.getResourceAsStream("/schemas/" + name)) {
            return JSON.readTree(file);
        }
    }

    private static List<String> errors(JsonNode schema, JsonNode document) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(document)
                .stream()
                .map(Object::toString)
                .toList();
    }

    /** The documents of a file, with anchors and merged keys resolved. */
    private static List<JsonNode> documents(Path file) throws IOException {
        List<JsonNode> documents = new ArrayList<>();
        new Yaml(new SafeConstructor(new LoaderOptions()))
                .loadAll(Files.readString(file))
                .forEach(document -> documents.add(JSON.valueToTree(document)));
        return documents;
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new HashMap<>();
        object.properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }

    private static KindredConfig config(Map<String, String> environment, String... file) throws IOException {
        Path settings = Files.createTempFile("kindred-", ".properties");
        try {
            Files.write(settings, List.of(file));
            return KindredConfig.load(Optional.of(settings), environment, Map.of());
        } finally {
            Files.delete(settings);
        }
    }

    @Nested
    final class ComposeTest {

        private final JsonNode compose;

        ComposeTest() throws IOException {
            compose = documents(Path.of("docker-compose.yml")).get(0);
        }

        private List<JsonNode> instances() {
            return elements(compose.path("services"))
                    .filter(service -> service.path("command").path(0).asText().equals("run"))
                    .toList();
        }

        @Test
        void isValid() throws IOException {
            assertThat(errors(schema("compose.json"), compose)).isEmpty();
        }

        @Test
        void theSchemaRefusesUnknownKeys() throws IOException {
            ((ObjectNode) compose.path("services").path("kindred")).put("memlimit", "1g");

            assertThat(errors(schema("compose.json"), compose))
                    .singleElement()
                    .asString()
                    .contains("memlimit");
        }

        @Test
        void everyServiceHasALimitOfMemory() {
            assertThat(compose.path("services"))
                    .allSatisfy(service ->
                            assertThat(service.path("mem_limit").asText()).matches("\\d+[mg]"));
        }

        @Test
        void instancesTakeTheirSettingsAndFilesAndWriteToTwoDirectories() {
            assertThat(instances()).hasSize(2).allSatisfy(instance -> {
                KindredConfig config = config(texts(instance.path("environment")));
                assertThat(inTheProject(config.scenariosFile(), instance)).exists();
                assertThat(inTheProject(config.segmentsFile(), instance)).exists();
                assertThat(instance.path("read_only").asBoolean()).isTrue();
                assertThat(instance.path("tmpfs").path(0).asText()).startsWith("/tmp:exec,");
            });
        }

        /** The file that a service finds at a path, by its mounts. */
        private static Path inTheProject(Optional<Path> file, JsonNode service) {
            return elements(service.path("volumes"))
                    .map(volume -> volume.asText().split(":", -1))
                    .filter(mount -> file.orElseThrow().startsWith(mount[1]))
                    .map(mount -> Path.of(mount[0]).resolve(Path.of(mount[1]).relativize(file.orElseThrow())))
                    .findFirst()
                    .orElseThrow();
        }

        @Test
        void instancesHaveStateAndAddressesOfTheirOwn() throws IOException {
            List<String> states = new ArrayList<>();
            List<String> addresses = new ArrayList<>();
            for (JsonNode instance : instances()) {
                states.add(instance.path("volumes").path(0).asText());
                addresses.add(config(texts(instance.path("environment"))).httpAdvertised());
            }

            assertThat(states).doesNotHaveDuplicates().allMatch(volume -> volume.endsWith(":/var/lib/kindred"));
            assertThat(addresses).containsExactly("kindred:8080", "kindred-two:8080");
        }

        @Test
        void theCheckOfTheBrokerStartsNoJvm() {
            String check = compose.path("services")
                    .path("kafka")
                    .path("healthcheck")
                    .path("test")
                    .toString();

            assertThat(check).contains("/dev/tcp/localhost/9092").doesNotContain(".sh", "java");
        }
    }

    @Nested
    final class KubernetesTest {

        private final List<JsonNode> all = new ArrayList<>();

        KubernetesTest() throws IOException {
            try (Stream<Path> files = Files.list(Path.of("config", "kubernetes"))) {
                for (Path file : files.sorted().toList()) {
                    all.addAll(documents(file));
                }
            }
        }

        private static JsonNode ofKind(String kind) throws IOException {
            return JSON.createObjectNode()
                    .put("$ref", "#/$defs/" + kind)
                    .set("$defs", schema("kubernetes.json").path("$defs"));
        }

        private JsonNode only(String kind, Predicate<JsonNode> condition) {
            List<JsonNode> found = all.stream()
                    .filter(document -> document.path("kind").asText().equals(kind))
                    .filter(condition)
                    .toList();
            assertThat(found).as(kind).hasSize(1);
            return found.get(0);
        }

        private JsonNode only(String kind) {
            return only(kind, document -> true);
        }

        private JsonNode named(String kind, String name) {
            return only(
                    kind,
                    document -> document.path("metadata").path("name").asText().equals(name));
        }

        private JsonNode pod() {
            return only("StatefulSet").path("spec").path("template");
        }

        private JsonNode container() {
            return pod().path("spec").path("containers").path(0);
        }

        @Test
        void everyObjectIsValid() {
            assertThat(all)
                    .hasSizeGreaterThan(5)
                    .allSatisfy(document -> assertThat(
                                    errors(ofKind(document.path("kind").asText()), document))
                            .as(document.path("kind").asText())
                            .isEmpty());
        }

        @Test
        void theSchemaRefusesUnknownAndMissingFields() throws IOException {
            ObjectNode container = (ObjectNode) container();
            container.put("imagePolicy", "Always");
            container.remove("name");

            assertThat(errors(ofKind("StatefulSet"), only("StatefulSet")).toString())
                    .contains("imagePolicy", "name");
        }

        @Test
        void selectorsFindThePods() {
            JsonNode labels = pod().path("metadata").path("labels");

            assertThat(only("StatefulSet").path("spec").path("selector").path("matchLabels"))
                    .isEqualTo(labels);
            assertThat(only("PodDisruptionBudget").path("spec").path("selector").path("matchLabels"))
                    .isEqualTo(labels);
            assertThat(all.stream()
                            .filter(document -> document.path("kind").asText().equals("Service")))
                    .hasSize(2)
                    .allSatisfy(service -> {
                        assertThat(service.path("spec").path("selector")).isEqualTo(labels);
                        assertThat(service.path("spec").path("ports").path(0).path("targetPort"))
                                .isEqualTo(container().path("ports").path(0).path("name"));
                    });
        }

        @Test
        void instancesReachOneAnotherByTheirNamesBeforeTheyAreReady() throws IOException {
            JsonNode headless = named(
                    "Service",
                    only("StatefulSet").path("spec").path("serviceName").asText());

            assertThat(headless.path("spec").path("clusterIP").asText()).isEqualTo("None");
            assertThat(headless.path("spec").path("publishNotReadyAddresses").asBoolean())
                    .isTrue();
            assertThat(environment().get("KINDRED_HTTP_ADVERTISED"))
                    .isEqualTo("$(POD_NAME)."
                            + headless.path("metadata").path("name").asText() + ":8080");
        }

        private Map<String, String> environment() {
            String name = container()
                    .path("envFrom")
                    .path(0)
                    .path("configMapRef")
                    .path("name")
                    .asText();
            Map<String, String> environment = texts(named("ConfigMap", name).path("data"));
            container()
                    .path("env")
                    .forEach(variable -> environment.put(
                            variable.path("name").asText(),
                            variable.path("value").asText("from a field")));
            return environment;
        }

        @Test
        void instancesTakeTheSettings() throws IOException {
            Map<String, String> environment = environment();
            environment.replace("KINDRED_HTTP_ADVERTISED", "kindred-0.kindred-instances:8080");
            String key = "http.keys=shop:read:" + "0".repeat(64);

            KindredConfig config = config(environment, key, "kafka.security.protocol=SASL_SSL");

            assertThat(config.httpSettings().port())
                    .isEqualTo(container()
                            .path("ports")
                            .path(0)
                            .path("containerPort")
                            .asInt());
            assertThat(Stream.of(config.scenariosFile(), config.segmentsFile()).flatMap(Optional::stream))
                    .hasSize(2)
                    .allMatch(this::isMounted);
            assertThat(isMounted(Path.of(environment.get("KINDRED_CONFIG")))).isTrue();
        }

        @Test
        void anInstanceWithoutKeysDoesNotStart() {
            Map<String, String> environment = environment();
            environment.remove("KINDRED_HTTP_ADVERTISED");

            assertThatCode(() -> config(environment)).hasMessageContaining("http.keys is empty");
        }

        private boolean isMounted(Path file) {
            return elements(container().path("volumeMounts"))
                    .anyMatch(mount -> file.startsWith(mount.path("mountPath").asText()));
        }

        @Test
        void everyMountHasItsVolume() {
            List<String> volumes = Stream.concat(
                            elements(pod().path("spec").path("volumes")).map(volume -> volume.path("name")),
                            elements(only("StatefulSet").path("spec").path("volumeClaimTemplates"))
                                    .map(claim -> claim.path("metadata").path("name")))
                    .map(JsonNode::asText)
                    .toList();

            assertThat(elements(container().path("volumeMounts"))
                            .map(mount -> mount.path("name").asText()))
                    .containsExactlyInAnyOrderElementsOf(volumes);
            assertThat(isMounted(Path.of("/var/lib/kindred"))).isTrue();
            assertThat(isMounted(Path.of("/tmp"))).isTrue();
        }

        @Test
        void probesAskTheRightQuestions() {
            for (String probe : List.of("startupProbe", "livenessProbe")) {
                assertThat(container().path(probe).path("httpGet").path("path").asText())
                        .isEqualTo("/health/live");
            }
            assertThat(container()
                            .path("readinessProbe")
                            .path("httpGet")
                            .path("path")
                            .asText())
                    .isEqualTo("/health/ready");
        }

        @Test
        void thePodHasNoRights() {
            JsonNode pod = pod().path("spec").path("securityContext");
            JsonNode container = container().path("securityContext");

            assertThat(pod.path("runAsNonRoot").asBoolean()).isTrue();
            assertThat(pod.path("fsGroup").asInt()).isEqualTo(10001); // the user of the Dockerfile owns the volume
            assertThat(container.path("readOnlyRootFilesystem").asBoolean()).isTrue();
            assertThat(container.path("allowPrivilegeEscalation").asBoolean(true))
                    .isFalse();
        }

        @Test
        void theMonitorFindsOneServiceNamedAsTheJobOfTheAlerts() {
            JsonNode wanted =
                    only("ServiceMonitor").path("spec").path("selector").path("matchLabels");

            JsonNode service = only(
                    "Service",
                    document -> texts(document.path("metadata").path("labels"))
                            .entrySet()
                            .containsAll(texts(wanted).entrySet()));

            assertThat(service.path("metadata").path("name").asText()).isEqualTo("kindred");
            assertThat(service.path("spec").path("ports").path(0).path("name"))
                    .isEqualTo(only("ServiceMonitor")
                            .path("spec")
                            .path("endpoints")
                            .path(0)
                            .path("port"));
        }
    }

    @Nested
    final class SystemdTest {

        private final List<String> unit;

        SystemdTest() throws IOException {
            unit = Files.readAllLines(Path.of("config", "systemd", "kindred.service"));
        }

        private String value(String key) {
            return unit.stream()
                    .filter(line -> line.startsWith(key + "="))
                    .map(line -> line.substring(key.length() + 1))
                    .findFirst()
                    .orElseThrow();
        }

        @Test
        void restartsAfterFailuresOfAKindThatPasses() {
            assertThat(value("Restart")).isEqualTo("on-failure");
            assertThat(value("SuccessExitStatus")).isEqualTo("143");
            assertThat(value("RestartPreventExitStatus")).isEqualTo("2");
        }

        @Test
        void endsWhenMemoryIsFull() {
            assertThat(value("ExecStart")).contains(ENDS_WHEN_MEMORY_IS_FULL);
        }

        @Test
        void theEnvironmentHoldsSettings(@TempDir Path directory) throws IOException {
            Map<String, String> environment = new HashMap<>();
            for (String variable : value("Environment").split(" ", -1)) {
                environment.put(
                        variable.substring(0, variable.indexOf('=')), variable.substring(variable.indexOf('=') + 1));
            }

            assertThat(config(environment).stateDir()).isEqualTo(Path.of("/var/lib", value("StateDirectory")));
        }
    }

    @Nested
    final class ImageTest {

        private final String dockerfile;

        ImageTest() throws IOException {
            dockerfile = Files.readString(Path.of("src/main/docker/Dockerfile"));
        }

        private JsonNode list(String instruction) throws IOException {
            String line = dockerfile
                    .lines()
                    .filter(text -> text.strip().startsWith(instruction))
                    .findFirst()
                    .orElseThrow();
            return JSON.readTree(line.strip().substring(instruction.length()));
        }

        @Test
        void runsAsAUserWhoIsNotRoot() {
            assertThat(dockerfile).containsPattern("(?m)^USER [1-9][0-9]*:[1-9][0-9]*$");
        }

        @Test
        void asksTheProgramForItsHealth() throws IOException {
            List<String> check = elements(list("CMD")).map(JsonNode::asText).toList();

            assertThat(check).startsWith("java").endsWith("health");
        }

        @Test
        void endsWhenMemoryIsFullAndWritesToVolumesOnly() throws IOException {
            assertThat(elements(list("ENTRYPOINT")).map(JsonNode::asText)).contains(ENDS_WHEN_MEMORY_IS_FULL);
            assertThat(elements(list("VOLUME")).map(JsonNode::asText)).containsExactly("/var/lib/kindred", "/tmp");
            assertThat(dockerfile).contains("KINDRED_STATE_DIR=/var/lib/kindred");
        }
    }
}
