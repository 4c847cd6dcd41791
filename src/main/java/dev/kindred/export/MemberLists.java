package dev.kindred.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Requests the lists of users until each user has one or is gone.
 *
 * @param target path and query of the batch request, with the parameters of the lists
 */
record MemberLists(Service service, String target, Supplier<Service.Patience> patiences) {

    private static final String GONE = "urn:kindred:problem:unknown-user";
    private static final Set<String> RETRYABLE = Set.of("urn:kindred:problem:not-ready", "urn:kindred:problem:busy");

    /**
     * The lists of some users by their ids, as the service returns them, without the users that are gone.
     *
     * @throws ExportException if a user has no answer when the time for retries is over
     */
    Map<String, ObjectNode> of(List<String> userIds) throws InterruptedException {
        Map<String, ObjectNode> lists = new HashMap<>();
        Service.Patience patience = patiences.get();
        List<String> open = userIds;
        int batchSize = userIds.size();
        while (!open.isEmpty()) {
            List<String> asked = open.subList(0, Math.min(batchSize, open.size()));
            List<String> still = ask(asked, lists);
            open = concat(still, open.subList(asked.size(), open.size()));
            if (!still.isEmpty()) {
                batchSize = Math.max(1, batchSize / 2); // a service too slow for many users may answer for few
                await(patience);
            }
        }
        return lists;
    }

    private static List<String> concat(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static void await(Service.Patience patience) throws InterruptedException {
        if (!patience.pause(Optional.empty())) {
            throw new ExportException(
                    "the lists of some members are unavailable, because their instances are not ready: try again"
                            + " later, or set a greater --patience or a smaller --page-size");
        }
    }

    /** Returns the users to retry. */
    private List<String> ask(List<String> userIds, Map<String, ObjectNode> lists) throws InterruptedException {
        ObjectNode question = JsonNodeFactory.instance.objectNode();
        ArrayNode ids = question.putArray("userIds");
        userIds.forEach(ids::add);
        JsonNode answers = service.post(target, question, patiences.get()).path("answers");
        if (answers.size() != userIds.size()) {
            throw new ExportException("requested " + userIds.size() + " lists, got " + answers.size()
                    + ": check that --url is the address of Kindred");
        }
        return IntStream.range(0, userIds.size())
                .filter(place -> !take(userIds.get(place), answers.get(place), lists))
                .mapToObj(userIds::get)
                .toList();
    }

    /** Returns whether the answer is final. */
    private static boolean take(String userId, JsonNode answer, Map<String, ObjectNode> lists) {
        if (answer.path("list") instanceof ObjectNode list) {
            lists.put(userId, list);
            return true;
        }
        String problem = answer.at("/problem/type").asText();
        if (!problem.equals(GONE) && !RETRYABLE.contains(problem)) {
            throw new ExportException("the list of a member is refused: "
                    + answer.at("/problem/detail").asText());
        }
        return problem.equals(GONE);
    }
}
