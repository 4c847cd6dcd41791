package dev.kindred;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.kindred.model.Resources;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Code points inwards: edges to the Kafka ring, the ring to the core, the core to numbers and nouns. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LayoutTest {

    private static final String ROOT = "dev.kindred";
    private static final String GENERATED = in("serde.avro");
    private static final List<String> LIBRARIES_OF_THE_CORE =
            List.of("java..", "javax.crypto..", "org.jspecify..", "it.unimi.dsi.fastutil..");
    private static final String STATISTICS = "org.apache.commons.statistics.distribution..";

    // some 200 MB, which a static field would keep from all later tests
    private final JavaClasses product = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static String in(String name) {
        return ROOT + "." + name + "..";
    }

    private static String[] inAll(String names) {
        return names.isBlank()
                ? new String[0]
                : Stream.of(names.split(" ")).map(LayoutTest::in).toArray(String[]::new);
    }

    @ParameterizedTest
    @CsvSource({
        "model, ''",
        "math, ''",
        "vector, model math",
        "matrix, model math",
        "content, model math vector",
        "similarity, model math vector matrix",
        "ranking, math",
        "recommend, model math vector matrix similarity content catalog expression blend ranking scenario experiment",
        "intake, model",
        "catalog, model",
        "expression, model math",
        "blend, model math expression",
        "experiment, model",
        "feedback, model",
        "scenario, model blend expression experiment ranking",
        "profile, model math vector content catalog expression"
    })
    void corePackagesDependOnLowerOnesOnly(String name, String below) {
        Stream<String> own = Stream.concat(Stream.of(in(name)), Stream.of(inAll(below)));
        Stream<String> libraries = name.equals("experiment")
                ? Stream.concat(LIBRARIES_OF_THE_CORE.stream(), Stream.of(STATISTICS))
                : LIBRARIES_OF_THE_CORE.stream();
        String[] allowed = Stream.concat(libraries, own).toArray(String[]::new);

        classes()
                .that()
                .resideInAPackage(in(name))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .because("the core runs without a broker, and its parts build on one another")
                .check(product);
    }

    @ParameterizedTest
    @CsvSource({
        "text, content",
        "net, ''",
        "json, model intake",
        "serde, model vector profile net feedback ranking",
        "state, model math vector matrix similarity recommend intake feedback",
        "topology, model math vector matrix similarity recommend intake catalog content scenario experiment profile serde state json feedback ranking blend",
        "feed, model intake serde topology",
        "query, model math vector matrix similarity recommend catalog content scenario experiment expression profile state topology feedback",
        "health, query topology"
    })
    void theRingSeesNoEdges(String name, String below) {
        String[] allowed =
                Stream.concat(Stream.of(in(name)), Stream.of(inAll(below))).toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage(in(name))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..").and(resideOutsideOfPackages(allowed)))
                .because("people, processes and sockets call the stream, not the other way around")
                .check(product);
    }

    @Test
    void theProductDoesNotSeeTheLaboratory() {
        noClasses()
                .that()
                .resideOutsideOfPackage(in("lab"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(in("lab"))
                .because("what measures and simulates is left out where the stream runs")
                .check(product);
    }

    @Test
    void anEvaluationSeesTheCoreAndLogsAlone() {
        String[] allowed = inAll(
                "lab.evaluation logs offline model math vector matrix similarity content catalog expression scenario experiment blend"
                        + " ranking recommend");

        noClasses()
                .that()
                .resideInAPackage(in("lab.evaluation"))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..").and(resideOutsideOfPackages(allowed)))
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka..")
                .because("it measures what the stream computes, without a stream")
                .check(product);
    }

    @Test
    void anOffPolicyEvaluationSeesFilesAlone() {
        noClasses()
                .that()
                .resideInAPackage(in("lab.offpolicy"))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..")
                        .and(resideOutsideOfPackages(inAll("lab.offpolicy logs json intake model"))))
                .because("choices come from any system that logs their propensities")
                .check(product);
    }

    @Test
    void onlySerdeSeesGeneratedClasses() {
        noClasses()
                .that()
                .resideOutsideOfPackage(in("serde"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(GENERATED)
                .because("the schemas may change without the code that uses the records")
                .check(product);
    }

    @Test
    void routesSeeQuestionsAndNoKafka() {
        String[] allowed = inAll("http query recommend scenario experiment profile intake json model net feedback");

        noClasses()
                .that()
                .resideInAPackage(in("http"))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..").and(resideOutsideOfPackages(allowed)))
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka..")
                .because("the way of asking may change without what is asked")
                .check(product);
    }

    @Test
    void onlyHttpSeesItsServer() {
        noClasses()
                .that()
                .resideOutsideOfPackage(in("http"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.jetty..")
                .because("the server may change without the code that answers")
                .check(product);
    }

    @Test
    void onlyOnnxSeesItsRuntime() {
        noClasses()
                .that()
                .resideOutsideOfPackage(in("onnx"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.onnxruntime..")
                .because("a shop without models of its own does not carry it")
                .check(product);
    }

    @Test
    void onlyTextSeesHowWordsAreFound() {
        noClasses()
                .that()
                .resideOutsideOfPackage(in("text"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.lucene..")
                .because("the analyzers may change without the code that weighs their terms")
                .check(product);
    }

    @Test
    void plotKnowsNothingOfTheProduct() {
        noClasses()
                .that()
                .resideInAPackage(in("lab.plot"))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..")
                        .and(resideOutsideOfPackages(in("lab.plot")))
                        .and(not(type(Resources.class))))
                .because("a chart is a chart, whatever its figures mean")
                .check(product);
    }

    @Test
    void anExportSeesNoInsides() {
        noClasses()
                .that()
                .resideInAPackage(in("export"))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..").and(resideOutsideOfPackages(inAll("export net"))))
                .because("it asks instances as any other program would")
                .check(product);
    }

    @Test
    void metricsDependOnTheMeasuredCodeOnly() {
        String[] allowed = inAll("feedback metrics query topology ranking intake matrix catalog model recommend");

        noClasses()
                .that()
                .resideInAPackage(in("metrics"))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..").and(resideOutsideOfPackages(allowed)))
                .because("whoever serves or starts something tells the metrics, not the other way around")
                .check(product);
    }

    @Test
    void onlyMetricsDependOnTheMetricsLibrary() {
        noClasses()
                .that()
                .resideOutsideOfPackage(in("metrics"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micrometer..", "io.prometheus..")
                .because("names, units and labels stand in one place")
                .check(product);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(product);
        slices().matching(ROOT + ".lab.(*)..").should().beFreeOfCycles().check(product);
    }

    @Test
    void onlyCommandsEndTheProcess() {
        noClasses()
                .that()
                .resideOutsideOfPackages(inAll("cli app lab.cli"))
                .should()
                .callMethod(System.class, "exit", int.class)
                .because("whoever embeds the product decides when its process ends")
                .check(product);
    }

    @ParameterizedTest
    @ValueSource(strings = {"out", "err"})
    void onlyCommandsPrint(String stream) {
        noClasses()
                .that()
                .resideOutsideOfPackages(inAll("cli app lab.cli"))
                .should()
                .accessField(System.class, stream)
                .because("the output belongs to the command; others write to the log")
                .check(product);
    }

    @Test
    void everyPackageHasASentenceAndIsNullMarked() {
        Stream<JavaPackage> packages = product.stream()
                .filter(type -> !type.getPackageName().startsWith(ROOT + ".serde.avro"))
                .map(type -> type.getPackage())
                .distinct();

        assertThat(packages).isNotEmpty().allMatch(p -> p.isAnnotatedWith(NullMarked.class), "has a package-info");
    }
}
