package dev.kindred.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.net.Pause;
import dev.kindred.net.Percent;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Scans all members of a segment, inactive members included, and writes a line for each: the user and the current list
 * of a scenario.
 *
 * <p>A line is a JSON object of {@code userId}, {@code scenario}, and the fields of the list in the service's answer.
 * Every member has a line or is counted as gone; otherwise the export fails.
 *
 * @param lines the caller closes them
 * @param pause how to wait before a retry
 */
public record Export(ExportSettings settings, Service service, Lines lines, Progress progress, Pause pause) {

    /** Progress callback of an export, called after every page. */
    @FunctionalInterface
    public interface Progress {

        /** Called after a page.
         *
         * @param soFar the report so far
         * @param share approximate share of the whole, in [0, 1]
         */
        void at(Report soFar, double share);
    }

    /**
     * The counts of an export so far.
     *
     * @param examined number of users read
     * @param members number of those that belong to the segment
     * @param gone number of members that no longer existed when their lists were requested
     * @param refused number of members without a consent that the lists need
     */
    public record Report(long examined, long members, long gone, long refused) {

        static final Report START = new Report(0, 0, 0, 0);

        /** Number of members with a written list. */
        public long written() {
            return members - gone - refused;
        }

        /** The same after one more page. */
        Report plus(long moreExamined, long moreMembers, long moreGone, long moreRefused) {
            return new Report(examined + moreExamined, members + moreMembers, gone + moreGone, refused + moreRefused);
        }
    }

    /** An export that sleeps before it retries. */
    public Export(ExportSettings settings, Service service, Lines lines, Progress progress) {
        this(settings, service, lines, progress, Pause.SLEEP);
    }

    /**
     * Runs to the end.
     *
     * @throws ExportException if the service refuses, or does not answer in time
     * @throws IOException if the lines cannot be written
     * @throws InterruptedException if the thread is interrupted
     */
    public Report run() throws IOException, InterruptedException {
        checkScenario();
        Report report = Report.START;
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

    /** Requests an anonymous list, so that a wrong name fails before a long scan. */
    private void checkScenario() throws InterruptedException {
        ObjectNode question = JsonNodeFactory.instance.objectNode();
        question.putArray("events").addObject().put("itemId", "-").put("type", "BROWSE");
        service.post("/v1/recommendations?k=1&" + listParameters(), question, patience());
    }

    private Report write(JsonNode page, Report before) throws IOException, InterruptedException {
        List<String> members = page.path("users").findValuesAsText("userId");
        MemberLists lists = new MemberLists(service, "/v1/recommendations/batch?" + listParameters(), this::patience);
        Map<String, ObjectNode> found = lists.of(members);
        long gone = 0;
        long refused = 0;
        for (String member : members) {
            Optional<ObjectNode> list = Optional.ofNullable(found.get(member));
            if (list.isPresent() && !list.get().path("personal").asBoolean(true)) {
                refused++;
            } else if (list.isPresent()) {
                lines.add(line(member, list.get()));
            } else {
                gone++;
            }
        }
        return before.plus(page.path("examined").asLong(), members.size(), gone, refused);
    }

    private String line(String userId, ObjectNode list) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("userId", userId).put("scenario", settings.scenario()).setAll(list);
        return line.toString();
    }

    private String pageTarget(Optional<String> cursor) {
        return "/v1/segments/" + Percent.encode(settings.segment()) + "/users?limit=" + settings.pageSize()
                + cursor.map(from -> "&cursor=" + Percent.encode(from)).orElse("");
    }

    private String listParameters() {
        return "scenario=" + Percent.encode(settings.scenario()) + "&explain=" + Percent.encode(settings.explain())
                + settings.language()
                        .map(language -> "&language=" + Percent.encode(language))
                        .orElse("");
    }

    private Service.Patience patience() {
        return new Service.Patience(pause, settings.patience());
    }
}
