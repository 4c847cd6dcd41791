package dev.kindred.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.model.ItemDictionary;
import dev.kindred.testing.RandomTest;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Law: whatever the number of partitions and whenever items become known, each is some task's own, and only one's. */
final class OwnItemsTest {

    @RandomTest
    void giveEveryItemToOneTask(RandomGenerator random) {
        ItemDictionary dictionary = new ItemDictionary();
        Placement placement = new Placement(random.nextInt(1, 9));
        List<OwnItems> tasks = IntStream.range(0, placement.partitions())
                .mapToObj(partition -> new OwnItems(placement, partition, dictionary))
                .toList();
        for (int i = 0; i < 500; i++) {
            dictionary.numberOf("item-" + random.nextInt(300));
            tasks.get(random.nextInt(tasks.size())).addNew();
        }

        List<Integer> taken = new ArrayList<>();
        for (OwnItems task : tasks) {
            task.addNew();
            for (int place = 0; place < task.size(); place++) {
                assertThat(dictionary.idOf(task.get(place).number()))
                        .isEqualTo(task.get(place).id());
                taken.add(task.get(place).number());
            }
        }

        assertThat(taken)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, dictionary.size()).boxed().toList());
    }
}
