package dev.kindred.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.model.InteractionType;
import dev.kindred.model.ListReference;
import dev.kindred.model.RawInteraction;
import dev.kindred.testing.Golden;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

/** The bytes on topics must stay readable for all who have stored them; the files describe each byte. */
final class GoldenBytesTest {

    private final AvroSerdes serdes = new AvroSerdes(SerdeSettings.bundled());

    @Test
    void interactionIsWrittenAndReadAsEver() throws IOException {
        byte[] golden = golden("interaction-event-v3");

        assertThat(serdes.interactionSerializer().serialize("events", Samples.SHOWN))
                .isEqualTo(golden);
        assertThat(serdes.interactionDeserializer().deserialize("events", golden))
                .isEqualTo(new RawInteraction(
                        Optional.empty(),
                        "ann",
                        "tea",
                        Optional.of(InteractionType.IMPRESSION),
                        1_700_000_000_000L,
                        1,
                        OptionalDouble.empty(),
                        new ListReference(
                                Optional.of("l-1"), Optional.of("home"), Optional.of("b"), OptionalInt.of(2))));
    }

    @Test
    void interactionOfTheSecondVersionIsReadAsEver() throws IOException {
        byte[] golden = golden("interaction-event-v2");

        assertThat(serdes.interactionDeserializer().deserialize("events", golden))
                .isEqualTo(new RawInteraction(
                        Optional.empty(),
                        "ann",
                        "tea",
                        Optional.of(InteractionType.PURCHASE),
                        1_700_000_000_000L,
                        1,
                        OptionalDouble.of(19.5)));
    }

    @Test
    void interactionOfTheFirstVersionIsReadAsEver() throws IOException {
        byte[] golden = golden("interaction-event");

        assertThat(serdes.interactionDeserializer().deserialize("events", golden))
                .isEqualTo(new RawInteraction(
                        Optional.of("e-1"),
                        "ann",
                        "tea",
                        Optional.of(InteractionType.PURCHASE),
                        1_700_000_000_000L,
                        2.5));
    }

    @Test
    void affinityIsWrittenAndReadAsEver() throws IOException {
        byte[] golden = golden("affinity");

        assertThat(serdes.affinitySerializer().serialize("affinities", Samples.AFFINITY))
                .isEqualTo(golden);
        assertThat(serdes.affinityDeserializer().deserialize("affinities", golden))
                .isEqualTo(Samples.AFFINITY);
    }

    @Test
    void recommendationsAreWrittenAndReadAsEver() throws IOException {
        byte[] golden = golden("recommendations-v5");

        assertThat(serdes.recommendationsSerializer().serialize("recommendations", Samples.IDENTIFIED))
                .isEqualTo(golden);
        assertThat(serdes.recommendationsDeserializer().deserialize("recommendations", golden))
                .isEqualTo(Samples.IDENTIFIED);
    }

    @Test
    void recommendationsOfTheFourthVersionAreReadAsEver() throws IOException {
        byte[] golden = golden("recommendations-v4");

        assertThat(serdes.recommendationsDeserializer().deserialize("recommendations", golden))
                .isEqualTo(Samples.SUCCESSORS);
    }

    @Test
    void recommendationsOfTheThirdVersionAreReadAsEver() throws IOException {
        byte[] golden = golden("recommendations-v3");

        assertThat(serdes.recommendationsDeserializer().deserialize("recommendations", golden))
                .isEqualTo(Samples.NEW_ARRIVALS);
    }

    @Test
    void recommendationsOfTheSecondVersionAreReadAsEver() throws IOException {
        byte[] golden = golden("recommendations-v2");

        assertThat(serdes.recommendationsDeserializer().deserialize("recommendations", golden))
                .isEqualTo(Samples.BLENDED);
    }

    @Test
    void recommendationsOfTheFirstVersionAreReadAsEver() throws IOException {
        byte[] golden = golden("recommendations");

        assertThat(serdes.recommendationsDeserializer().deserialize("recommendations", golden))
                .isEqualTo(Samples.RECOMMENDATIONS);
    }

    @Test
    void itemIsWrittenAndReadAsEver() throws IOException {
        byte[] golden = golden("item-v2");

        assertThat(serdes.itemSerializer().serialize("items", Samples.ITEM)).isEqualTo(golden);
        assertThat(serdes.itemDeserializer().deserialize("items", golden)).isEqualTo(Samples.ITEM);
    }

    @Test
    void itemOfTheFirstVersionIsReadAsEver() throws IOException {
        byte[] golden = golden("item");

        assertThat(serdes.itemDeserializer().deserialize("items", golden)).isEqualTo(Samples.ITEM);
    }

    @Test
    void profileIsWrittenAndReadAsEver() throws IOException {
        byte[] golden = golden("user-profile");

        assertThat(serdes.profileSerializer().serialize("user-profiles", Samples.PROFILE))
                .isEqualTo(golden);
        assertThat(serdes.profileDeserializer().deserialize("user-profiles", golden))
                .isEqualTo(Samples.PROFILE);
    }

    @Test
    void similarItemsAreWrittenAndReadAsEver() throws IOException {
        byte[] golden = golden("similar-items");

        assertThat(serdes.similarItemsSerializer().serialize("similar-items", Samples.SIMILAR_ITEMS))
                .isEqualTo(golden);
        assertThat(serdes.similarItemsDeserializer().deserialize("similar-items", golden))
                .isEqualTo(Samples.SIMILAR_ITEMS);
    }

    @Test
    void mergeIsWrittenAndReadAsEver() throws IOException {
        byte[] golden = golden("merge-request");

        assertThat(serdes.mergeSerializer().serialize("merges", Samples.MERGE)).isEqualTo(golden);
        assertThat(serdes.mergeDeserializer().deserialize("merges", golden)).isEqualTo(Samples.MERGE);
    }

    @Test
    void moveIsWrittenAndReadAsEver() throws IOException {
        byte[] golden = golden("moved-vector-v2");

        assertThat(serdes.moveSerializer().serialize("moved-vectors", Samples.MOVE))
                .isEqualTo(golden);
        assertThat(serdes.moveDeserializer().deserialize("moved-vectors", golden))
                .isEqualTo(Samples.MOVE);
    }

    @Test
    void moveOfTheFirstVersionIsReadAsEver() throws IOException {
        assertThat(serdes.moveDeserializer().deserialize("control", golden("moved-vector")))
                .isEqualTo(Samples.MOVE.with(Samples.MOVE.content(), Optional.empty()));
    }

    @Test
    void userAttributesAreWrittenAndReadAsEver() throws IOException {
        byte[] golden = golden("user-attributes");

        assertThat(serdes.userAttributesSerializer().serialize("users", Samples.USER))
                .isEqualTo(golden);
        assertThat(serdes.userAttributesDeserializer().deserialize("users", golden))
                .isEqualTo(Samples.USER);
    }

    @Test
    void erasureIsWrittenAndReadAsEver() throws IOException {
        byte[] golden = golden("erasure-request");

        assertThat(serdes.erasureSerializer().serialize("erasures", Samples.ERASURE))
                .isEqualTo(golden);
        assertThat(serdes.erasureDeserializer().deserialize("erasures", golden)).isEqualTo(Samples.ERASURE);
    }

    @Test
    void receiptIsWrittenAndReadAsEver() throws IOException {
        byte[] golden = golden("erasure-receipt-v2");

        assertThat(serdes.receiptSerializer().serialize("erasure-receipts", Samples.RECEIPT))
                .isEqualTo(golden);
        assertThat(serdes.receiptDeserializer().deserialize("erasure-receipts", golden))
                .isEqualTo(Samples.RECEIPT);
    }

    @Test
    void receiptsOfTheFirstVersionAreReadAsEver() throws IOException {
        assertThat(serdes.receiptDeserializer().deserialize("erasure-receipts", golden("erasure-receipt")))
                .isEqualTo(Samples.RECEIPT);
    }

    /** One changed byte is noticed: the digest is not that of the fields. */
    @Test
    void aForgedReceiptIsABadRecord() throws IOException {
        byte[] forged = golden("erasure-receipt").clone();
        forged[6] = 's';

        assertThatThrownBy(() -> serdes.receiptDeserializer().deserialize("erasure-receipts", forged))
                .isInstanceOf(SerializationException.class);
    }

    private static byte[] golden(String name) throws IOException {
        return Golden.bytes("/serde/" + name + ".hex");
    }
}
