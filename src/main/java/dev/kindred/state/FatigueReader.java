package dev.kindred.state;

import dev.kindred.feedback.FeedbackSettings;
import dev.kindred.feedback.ListIds;
import dev.kindred.model.ItemDictionary;
import dev.kindred.recommend.Fatigue;
import dev.kindred.vector.UserVector;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Reads the fatigue of a user from the store of feedback. Thread safe. */
public final class FatigueReader {

    /** Nobody tires of items. */
    public static final FatigueReader OFF = new FatigueReader(FeedbackSettings.OFF, new ItemDictionary());

    private final double discount;
    private final FeedbackCodec codec;
    private final ItemDictionary dictionary;

    public FatigueReader(FeedbackSettings settings, ItemDictionary dictionary) {
        this.discount = settings.enabled() ? settings.fatigue() : 0;
        this.codec = new FeedbackCodec(new ListIds(settings.hash()));
        this.dictionary = dictionary;
    }

    /** Whether there is anything to read; without feedback there is no store. */
    public boolean isOn() {
        return discount > 0;
    }

    /** The fatigue of a user; none if nothing is known. */
    public Fatigue find(ReadOnlyKeyValueStore<Bytes, byte[]> store, String userId, UserVector vector) {
        return codec.find(store, userId)
                .map(feedback -> feedback.untouched(itemId -> touchedMs(itemId, vector)))
                .map(lists -> Fatigue.of(lists, discount, dictionary))
                .orElse(Fatigue.NONE);
    }

    private long touchedMs(String itemId, UserVector vector) {
        int item = dictionary.find(itemId);
        int index = item == ItemDictionary.NONE ? -1 : vector.indexOf(item);
        return index < 0 ? Long.MIN_VALUE : vector.touchedMs(index);
    }
}
