package dev.kindred.cli.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RepeatFilterTest {

    private final LoggerContext context = new LoggerContext();
    private final RepeatFilter filter = new RepeatFilter();
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();
    private final Logger logger = context.getLogger("shop");

    @BeforeEach
    void start() {
        filter.setContext(context);
        filter.start();
        context.addTurboFilter(filter);
        appender.start();
        context.getLogger("ROOT").addAppender(appender);
        context.getLogger("ROOT").setLevel(Level.INFO);
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    private List<String> messages() {
        return appender.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private void warn(int times) {
        for (int i = 1; i <= times; i++) {
            logger.warn("the record at {} is bad", i);
        }
    }

    @Test
    void passesFiveOfAKindAndCountsTheOthers() {
        warn(1000);

        assertThat(messages()).hasSize(5).endsWith("the record at 5 is bad");

        filter.flush();

        assertThat(messages())
                .hasSize(6)
                .endsWith("995 more messages like this in the last minute; the last one: the record at 1000 is bad");
        assertThat(appender.list.get(5).getLevel()).isEqualTo(Level.WARN);
        assertThat(appender.list.get(5).getLoggerName()).isEqualTo("shop");
    }

    @Test
    void passesThemAgainInTheNextMinute() {
        warn(6);
        filter.flush();
        appender.list.clear();

        warn(2);
        filter.flush();

        assertThat(messages()).containsExactly("the record at 1 is bad", "the record at 2 is bad");
    }

    @Test
    void takesMessagesOfKafkasClientsForOneKind() {
        for (int i = 0; i < 20; i++) {
            logger.warn("[Consumer clientId=shop-" + i + ", groupId=shop] Connection to node " + i + " was lost");
        }

        assertThat(messages()).hasSize(5);
    }

    @Test
    void limitsNeitherOtherKindsNorOtherLoggersNorTheLifeOfTheProcess() {
        warn(10);
        logger.warn("something else");
        context.getLogger("other").warn("the record at {} is bad", 1);
        for (int i = 0; i < 10; i++) {
            logger.info("the state is {}", i);
        }

        assertThat(messages()).hasSize(5 + 1 + 1 + 10);
    }

    @Test
    void doesNotCountWhatTheLevelLeavesOut() {
        logger.setLevel(Level.ERROR);
        warn(10);
        filter.flush();

        assertThat(messages()).isEmpty();
    }

    @Test
    void countsAtTheEndOfTheLog() {
        warn(6);

        filter.stop();

        assertThat(messages()).hasSize(6).last().asString().startsWith("1 more messages like this");
    }
}
