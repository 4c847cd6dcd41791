package dev.kindred.http.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.http.Reply;
import dev.kindred.http.Route;
import dev.kindred.http.Router;
import dev.kindred.http.Scope;
import dev.kindred.http.TestRequest;
import dev.kindred.testing.RandomTest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class RateLimitTest {

    private static final ApiKeys KEYS = new ApiKeys(
            List.of(ApiKey.of("shop", Set.of(Scope.READ), "one"), ApiKey.of("other", Set.of(Scope.READ), "two")));

    private final AtomicLong nowNs = new AtomicLong();

    private Router router(ApiKeys keys, int perSecond, int burst) {
        List<Route> routes = List.of(
                route("/list").needs(Scope.READ), route("/health").open().unlimited());
        RateLimit limit = new RateLimit(new RateSettings(perSecond, burst), nowNs::get);
        return new Router(routes, List.of(new KeyCheck(keys), limit), failure -> Optional.empty(), 100);
    }

    private static Route route(String path) {
        return Route.get(path, "Answers.", List.of(), Void.class, List.of(), arguments -> Reply.json("yes"));
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
            assertThat(router.handle(FROM_HERE).status()).isEqualTo(200);
        }
        assertThat(router.handle(FROM_HERE).status()).isEqualTo(429);
        pass(Duration.ofMillis(500)); // two per second: the next token
        assertThat(router.handle(FROM_HERE).status()).isEqualTo(200);
        assertThat(router.handle(FROM_HERE).status()).isEqualTo(429);
    }

    @Test
    void saysWhenToComeAgainInWholeSeconds() {
        Router router = router(new ApiKeys(List.of()), 1, 1);
        router.handle(FROM_HERE);
        pass(Duration.ofMillis(1));

        Reply refusal = router.handle(FROM_HERE);

        assertThat(refusal.status()).isEqualTo(429);
        assertThat(refusal.headers()).containsEntry("Retry-After", "1"); // after 0.999 s
        assertThat(refusal.body()).asString().contains("urn:kindred:problem:too-many-requests");
    }

    @Test
    void countsAddressesApart() {
        Router router = router(new ApiKeys(List.of()), 1, 1);

        assertThat(router.handle(FROM_HERE).status()).isEqualTo(200);
        assertThat(router.handle(FROM_THERE).status()).isEqualTo(200);
        assertThat(router.handle(FROM_HERE).status()).isEqualTo(429);
    }

    @Test
    void countsAKeyWhereverItComesFrom() {
        Router router = router(KEYS, 1, 1);

        assertThat(router.handle(withKey("one").from("192.0.2.1")).status()).isEqualTo(200);
        assertThat(router.handle(withKey("two").from("192.0.2.1")).status()).isEqualTo(200);
        assertThat(router.handle(withKey("one").from("192.0.2.2")).status()).isEqualTo(429);
    }

    @Test
    void leavesAloneWhatMustAlwaysAnswer() {
        Router router = router(new ApiKeys(List.of()), 1, 1);

        for (int i = 0; i < 3; i++) {
            assertThat(router.handle(TestRequest.get("/health")).status()).isEqualTo(200);
        }
    }

    @Test
    void ofZeroIsNone() {
        Router router = router(new ApiKeys(List.of()), 0, 1);

        for (int i = 0; i < 3; i++) {
            assertThat(router.handle(FROM_HERE).status()).isEqualTo(200);
        }
    }

    /** Law: within any time nobody gets more than the burst and the rate together, and who waits as told is served. */
    @RandomTest
    void isNeverExceeded(RandomGenerator random) {
        int perSecond = 1 + random.nextInt(20);
        int burst = 1 + random.nextInt(20);
        Router router = router(new ApiKeys(List.of()), perSecond, burst);
        long served = 0;

        for (int i = 0; i < 300; i++) {
            pass(Duration.ofMillis((long) random.nextInt(3) * random.nextInt(200)));
            Reply reply = router.handle(FROM_HERE);
            if (reply.status() == 429 && random.nextInt(10) == 0) {
                pass(Duration.ofSeconds(Long.parseLong(reply.headers().getOrDefault("Retry-After", ""))));
                reply = router.handle(FROM_HERE);
                assertThat(reply.status()).isEqualTo(200);
            }
            served += reply.status() == 200 ? 1 : 0;

            assertThat(served).isLessThanOrEqualTo((long) (burst + nowNs.get() * 1e-9 * perSecond));
        }
    }
}
