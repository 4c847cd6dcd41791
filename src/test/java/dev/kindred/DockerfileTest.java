package dev.kindred;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

final class DockerfileTest {

    private static final Path DOCKERFILE = Path.of("src/main/docker/Dockerfile");

    /** The sources of all COPY lines; one list for each stage. */
    private static List<List<String>> copiedByStage() throws IOException {
        List<List<String>> stages = new ArrayList<>();
        for (String line : Files.readAllLines(DOCKERFILE)) {
            String[] words = line.split(" +", -1);
            if (words[0].equals("FROM")) {
                stages.add(new ArrayList<>());
            } else if (words[0].equals("COPY")) {
                Arrays.stream(words, 1, words.length - 1)
                        .filter(word -> !word.startsWith("--"))
                        .forEach(stages.get(stages.size() - 1)::add);
            }
        }
        return stages;
    }

    /** Directories of the pom's resources, and those that hold its sources. */
    private static Set<String> neededByTheBuild() throws Exception {
        NodeList resources = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile())
                .getElementsByTagName("resource");
        Stream<String> directories = IntStream.range(0, resources.getLength())
                .mapToObj(i -> (Element) resources.item(i))
                .map(resource ->
                        resource.getElementsByTagName("directory").item(0).getTextContent());
        return Stream.concat(directories, Stream.of("pom.xml", "src/main/java"))
                .map(path -> Path.of(path).getName(0).toString())
                .collect(Collectors.toSet());
    }

    @Test
    void theBuildStageHasEveryDirectoryThatTheBuildReads() throws Exception {
        assertThat(neededByTheBuild()).contains("schemas", "src");
        assertThat(copiedByStage().get(0)).containsAll(neededByTheBuild());
    }

    @Test
    void theImageHasTheLibrariesOfRunAndNoLaboratory() throws Exception {
        assertThat(copiedByStage().get(1))
                .containsExactlyInAnyOrder("/build/target/kindred.jar", "/build/target/lib", "config");
    }

    @Test
    void theBuildContextHasAllCopiedFiles() throws Exception {
        Set<String> context = Files.readAllLines(Path.of(".dockerignore")).stream()
                .filter(line -> line.startsWith("!"))
                .map(line -> line.substring(1))
                .collect(Collectors.toSet());

        assertThat(copiedByStage().stream().flatMap(List::stream).filter(path -> !path.startsWith("/build/")))
                .isNotEmpty()
                .isSubsetOf(context);
    }
}
