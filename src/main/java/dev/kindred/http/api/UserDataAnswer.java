package dev.kindred.http.api;

import dev.kindred.feedback.Impression;
import dev.kindred.feedback.ShownList;
import dev.kindred.feedback.Touch;
import dev.kindred.feedback.UserFeedback;
import dev.kindred.model.Described;
import dev.kindred.model.ErasureNotes;
import dev.kindred.model.InteractionType;
import dev.kindred.query.QueryException;
import dev.kindred.query.UserRecords;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** All that the stores hold about one user, by place, as JSON. */
record UserDataAnswer(
        @Described("The user, under the id of the request.") String userId,

        @Described("The time of the request, in epoch milliseconds.")
        long asOfMs,

        @Described("Whether the stores hold anything about the user.")
        boolean held,

        @Described("The stores that were read, whether they hold something or not.")
        List<String> searched,

        @Described("The vector: items, habits, preferences and segments. Absent without one.") @Nullable
        ProfileAnswer profile,

        @Described("The attributes and consents that the shop has set. Absent without any.") @Nullable
        AttributesAnswer attributes,

        @Described("The list of the scenario default, computed now, with reasons. Absent without a vector.") @Nullable
        RecommendationsAnswer list,

        @Described("The lists shown lately, and what the user did. Absent without any, or without feedback.") @Nullable
        FeedbackAnswer feedback,

        @Described("Notes under a keyed hash, which name nobody. Absent without any.") @Nullable
        NotesAnswer notes,

        @Described("True if a standby copy answers, which may lag behind; absent otherwise.") @Nullable
        Boolean stale) {

    /** Lists that were shown, and interactions that may be their success. */
    record FeedbackAnswer(List<Shown> lists, List<Interaction> interactions) {

        /** A list that was shown. */
        record Shown(
                @Described("The id of the list; absent if it had none.") @Nullable
                String listId,

                String scenario,

                @Described("The variant of the scenario; absent without an experiment.") @Nullable
                String variant,

                @Described("When the list was made, in epoch milliseconds.")
                long madeMs,

                List<Item> items) {

            /** One of its items. */
            record Item(
                    String itemId,

                    @Described("The place in the list, from 1; 0 if it is not known.")
                    int position,

                    @Described("When it was shown first, in epoch milliseconds.")
                    long shownMs) {}

            static Shown of(ShownList list) {
                return new Shown(
                        list.listed() ? list.key() : null,
                        list.origin().scenario(),
                        list.origin().variant().orElse(null),
                        list.origin().timeMs(),
                        list.items().entrySet().stream()
                                .map(item -> item(item.getKey(), item.getValue()))
                                .toList());
            }

            private static Item item(String itemId, Impression shown) {
                return new Item(itemId, shown.position(), shown.timeMs());
            }
        }

        /** One interaction. */
        record Interaction(
                String itemId,
                InteractionType type,

                @Described("In epoch milliseconds.") long timestampMs,

                @Described("The amount paid, in the shop's main currency; 0 without one.")
                double amount,

                @Described("The id of the list that it named; absent if it named none.") @Nullable
                String listId) {

            static Interaction of(Touch touch) {
                return new Interaction(
                        touch.itemId(),
                        touch.type(),
                        touch.timeMs(),
                        touch.amount(),
                        touch.list().isEmpty() ? null : touch.list());
            }
        }

        static FeedbackAnswer of(UserFeedback feedback) {
            return new FeedbackAnswer(
                    feedback.lists().stream().map(Shown::of).toList(),
                    feedback.touches().stream().map(Interaction::of).toList());
        }
    }

    /** Notes that are kept so that former records bring nothing back. */
    record NotesAnswer(
            @Described("Until when all that happened is erased, in epoch milliseconds.") @Nullable
            Long erasedMs,

            @Described("Since when the user refuses the required consent, in epoch milliseconds.") @Nullable
            Long refusedMs,

            @Described("The keyed hash of the user into whom this one was merged lately.") @Nullable
            String mergedInto) {

        static @Nullable NotesAnswer of(ErasureNotes notes) {
            return notes.equals(ErasureNotes.NONE)
                    ? null
                    : new NotesAnswer(
                            nullable(notes.erasedMs()),
                            nullable(notes.refusedMs()),
                            notes.mergedInto().orElse(null));
        }

        private static @Nullable Long nullable(OptionalLong time) {
            return time.isPresent() ? time.getAsLong() : null;
        }
    }

    /**
     * The answer from one source.
     *
     * @param wanted the question for the list
     * @throws QueryException.NotReady if the source cannot tell whether the user is unknown
     */
    static UserDataAnswer of(String userId, Source source, ListQuestion wanted) {
        UserRecords records = source.queries().records(userId);
        Optional<ProfileAnswer> profile = profile(userId, source);
        return new UserDataAnswer(
                userId,
                wanted.question().nowMs(),
                profile.isPresent()
                        || records.attributes().isPresent()
                        || records.feedback().isPresent(),
                records.stores().stream().map(store -> "store " + store).toList(),
                profile.orElse(null),
                records.attributes().map(AttributesAnswer::of).orElse(null),
                profile.isPresent() ? wanted.ofUser(userId, source, true) : null,
                records.feedback().map(FeedbackAnswer::of).orElse(null),
                NotesAnswer.of(records.notes()),
                source.stale());
    }

    private static Optional<ProfileAnswer> profile(String userId, Source source) {
        try {
            return Optional.of(ProfileAnswer.of(source.queries().profile(userId), source.stale()));
        } catch (QueryException.UnknownUser e) {
            return Optional.empty();
        }
    }
}
