package dev.kindred.http.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.http.Reply;
import dev.kindred.http.Route;
import dev.kindred.http.Router;
import dev.kindred.http.Scope;
import dev.kindred.http.TestRequest;
import dev.kindred.testing.RandomTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class RateLimitTest {

    private static final ApiKeys KEYS = new ApiKeys(List.of(
            ApiKey.of("shop", Set.of(Scope.READ), "one"),
            ApiKey.of("other", Set.of(Scope.READ), "two"),
            ApiKey.of("page", Set.of(Scope.EVENTS), "three")));

    private final AtomicLong nowNs = new AtomicLong();

    private Router router(ApiKeys keys, int perSecond, int burst) {
        List<Route> routes = List.of(
                route("/list").needs(Scope.READ),
                route("/event").needs(Scope.EVENTS),
                route("/health").open().unlimited());
        RateLimit limit = new RateLimit(new RateSettings(perSecond, burst), nowNs::get);
        return new Router(routes, List.of(new KeyCheck(keys), limit), failure -> Optional.empty(), 100);
    }

    private static Route route(String path) {
        return Route.get(path, "Answers.").does(arguments -> Reply.json("yes"));
    }

    private static TestRequest withKey(String key) {
        return TestRequest.get("/list").with("X-Api-Key", key);
    }

    private static final TestRequest FROM_HERE = TestRequest.get("/list").from("192.0.2.1");
    private static final TestRequest FROM_THERE = TestRequest.get("/list").from("192.0.2.2");

    private void pass(Duration time) {
        nowNs.addAndGet(time.toNanos());
    }

    @Test
    void allowsABurstAndThenTheRate() {
        Router router = router(new ApiKeys(List.of()), 2, 3);

        for (int i = 0; i < 3; i++) {
            assertThat(router.handle(FROM_HERE).join().status()).isEqualTo(200);
        }
        assertThat(router.handle(FROM_HERE).join().status()).isEqualTo(429);
        pass(Duration.ofMillis(500)); // two per second: the next token
        assertThat(router.handle(FROM_HERE).join().status()).isEqualTo(200);
        assertThat(router.handle(FROM_HERE).join().status()).isEqualTo(429);
    }

    @Test
    void givesRetryAfterInWholeSeconds() {
        Router router = router(new ApiKeys(List.of()), 1, 1);
        router.handle(FROM_HERE).join();
        pass(Duration.ofMillis(1));

        Reply refusal = router.handle(FROM_HERE).join();

        assertThat(refusal.status()).isEqualTo(429);
        assertThat(refusal.headers()).containsEntry("Retry-After", "1"); // after 0.999 s
        assertThat(refusal.body()).asString().contains("urn:kindred:problem:too-many-requests");
    }

    @Test
    void countsAddressesApart() {
        Router router = router(new ApiKeys(List.of()), 1, 1);

        assertThat(router.handle(FROM_HERE).join().status()).isEqualTo(200);
        assertThat(router.handle(FROM_THERE).join().status()).isEqualTo(200);
        assertThat(router.handle(FROM_HERE).join().status()).isEqualTo(429);
    }

    @Test
    void countsAKeyWhereverItComesFrom() {
        Router router = router(KEYS, 1, 1);

        assertThat(router.handle(withKey("one").from("192.0.2.1")).join().status())
                .isEqualTo(200);
        assertThat(router.handle(withKey("two").from("192.0.2.1")).join().status())
                .isEqualTo(200);
        assertThat(router.handle(withKey("one").from("192.0.2.2")).join().status())
                .isEqualTo(429);
    }

    @Test
    void countsTheKeyOfAPageByAddress() {
        Router router = router(KEYS, 1, 1);
        TestRequest event = TestRequest.get("/event").with("X-Api-Key", "three");

        assertThat(router.handle(event.from("192.0.2.1")).join().status()).isEqualTo(200);
        assertThat(router.handle(event.from("192.0.2.2")).join().status()).isEqualTo(200);
        assertThat(router.handle(event.from("192.0.2.1")).join().status()).isEqualTo(429);
    }

    @Test
    void limitsTheWrongKeysOfOneAddress() {
        Router router = router(KEYS, 0, 1);

        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            statuses.add(
                    router.handle(withKey("wrong" + i).from("192.0.2.1")).join().status());
        }
        int elsewhere = router.handle(withKey("wrong").from("192.0.2.2")).join().status();
        int right = router.handle(withKey("one").from("192.0.2.1")).join().status();

        assertThat(statuses).startsWith(401, 401, 401).contains(429);
        assertThat(elsewhere).isEqualTo(401);
        assertThat(right).isEqualTo(200);
    }

    @Test
    void doesNotLimitHealthChecks() {
        Router router = router(new ApiKeys(List.of()), 1, 1);

        for (int i = 0; i < 3; i++) {
            assertThat(router.handle(TestRequest.get("/health")).join().status())
                    .isEqualTo(200);
        }
    }

    @Test
    void ofZeroIsNone() {
        Router router = router(new ApiKeys(List.of()), 0, 1);

        for (int i = 0; i < 3; i++) {
            assertThat(router.handle(FROM_HERE).join().status()).isEqualTo(200);
        }
    }

    /**
     * Law: in any span of time a caller gets at most burst plus rate, and a caller that waits as long as Retry-After is
     * served.
     */
    @RandomTest
    void isNeverExceeded(RandomGenerator random) {
        int perSecond = 1 + random.nextInt(20);
        int burst = 1 + random.nextInt(20);
        Router router = router(new ApiKeys(List.of()), perSecond, burst);
        long served = 0;

        for (int i = 0; i < 300; i++) {
            pass(Duration.ofMillis((long) random.nextInt(3) * random.nextInt(200)));
            Reply reply = router.handle(FROM_HERE).join();
            if (reply.status() == 429 && random.nextInt(10) == 0) {
                pass(Duration.ofSeconds(Long.parseLong(reply.headers().getOrDefault("Retry-After", ""))));
                reply = router.handle(FROM_HERE).join();
                assertThat(reply.status()).isEqualTo(200);
            }
            served += reply.status() == 200 ? 1 : 0;

            assertThat(served).isLessThanOrEqualTo((long) (burst + nowNs.get() * 1e-9 * perSecond));
        }
    }
}
