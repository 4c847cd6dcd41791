package dev.kindred.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Walks all members of a segment, however long they have been away, and writes a line for each: who it is, and the list
 * that a place of the shop would show now.
 *
 * <p>A line is a JSON object of {@code userId}, {@code scenario}, and what the service answers of the list. Every member
 * has a line, or is counted as gone; otherwise the export fails.
 */
public final class Export {

    private final ExportSettings settings;
    private final Service service;
    private final Lines lines;
    private final ExportProgress progress;
    private final Pauses pauses;

    /**
     * One export.
     *
     * @param lines to be closed by the caller
     */
    public Export(ExportSettings settings, Service service, Lines lines, ExportProgress progress) {
        this(settings, service, lines, progress, pause -> Thread.sleep(pause.toMillis()));
    }

    Export(ExportSettings settings, Service service, Lines lines, ExportProgress progress, Pauses pauses) {
        this.settings = settings;
        this.service = service;
        this.lines = lines;
        this.progress = progress;
        this.pauses = pauses;
    }

    /**
     * Runs to the end.
     *
     * @throws ExportException if the service refuses, or does not answer in time
     * @throws IOException if the lines cannot be written
     * @throws InterruptedException if the thread is interrupted
     */
    public ExportReport run() throws IOException, InterruptedException {
        checkScenario();
        ExportReport report = ExportReport.START;
        Optional<String> cursor = Optional.empty();
        do {
            JsonNode page = service.get(pageTarget(cursor), patience());
            report = write(page, report);
            progress.at(report, page.path("progress").asDouble());
            cursor = Optional.of(page.path("next").asText()).filter(next -> !next.isEmpty());
        } while (cursor.isPresent());
        lines.complete();
        return report;
    }

    /** Asks for the list of nobody in particular, so that a wrong name is found out before a long walk. */
    private void checkScenario() throws InterruptedException {
        ObjectNode question = JsonNodeFactory.instance.objectNode();
        question.putArray("events").addObject().put("itemId", "-").put("type", "BROWSE");
        service.post("/v1/recommendations?k=1&" + listParameters(), question, patience());
    }

    private ExportReport write(JsonNode page, ExportReport before) throws IOException, InterruptedException {
        List<String> members = page.path("users").findValuesAsText("userId");
        MemberLists lists = new MemberLists(service, "/v1/recommendations/batch?" + listParameters(), this::patience);
        Map<String, ObjectNode> found = lists.of(members);
        long gone = 0;
        for (String member : members) {
            Optional<ObjectNode> list = Optional.ofNullable(found.get(member));
            if (list.isPresent()) {
                lines.add(line(member, list.get()));
            } else {
                gone++;
            }
        }
        return before.plus(page.path("examined").asLong(), members.size(), gone);
    }

    private String line(String userId, ObjectNode list) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("userId", userId).put("scenario", settings.scenario()).setAll(list);
        return line.toString();
    }

    private String pageTarget(Optional<String> cursor) {
        return "/v1/segments/" + encoded(settings.segment()) + "/users?limit=" + settings.pageSize()
                + cursor.map(from -> "&cursor=" + encoded(from)).orElse("");
    }

    private String listParameters() {
        return "scenario=" + encoded(settings.scenario()) + "&explain=" + encoded(settings.explain())
                + settings.language()
                        .map(language -> "&language=" + encoded(language))
                        .orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Patience patience() {
        return new Patience(pauses, settings.patience());
    }
}
