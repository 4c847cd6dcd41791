package dev.kindred.http;

import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The logging context (MDC) of a request, which follows its work to other threads. */
final class LogContext {

    private LogContext() {}

    /** The same executor; its tasks log in the context that this thread has now. */
    static Executor keptBy(Executor executor) {
        Map<String, String> context = MDC.getCopyOfContextMap();
        return task -> executor.execute(() -> run(task, context));
    }

    private static void run(Runnable task, @Nullable Map<String, String> context) {
        Map<String, String> before = MDC.getCopyOfContextMap();
        set(context);
        try {
            task.run();
        } finally {
            set(before);
        }
    }

    private static void set(@Nullable Map<String, String> context) {
        if (context == null) {
            MDC.clear();
        } else {
            MDC.setContextMap(context);
        }
    }
}
