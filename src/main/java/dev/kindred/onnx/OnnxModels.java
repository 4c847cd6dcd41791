package dev.kindred.onnx;

import dev.kindred.ranking.OwnModel;
import dev.kindred.ranking.Ranker;
import dev.kindred.ranking.RankerFallback;
import java.nio.file.Files;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The models in use. Thread safe. */
public final class OnnxModels implements AutoCloseable {

    private static final String RUNTIME = "com.microsoft.onnxruntime:onnxruntime:1.23.2";

    private final Consumer<RankerFallback> observer;
    private Map<OwnModel, OnnxRanker> opened = Map.of(); // guarded by this

    /**
     * No model yet.
     *
     * @param observer receives why a list kept the order of its blend; safe for many threads
     */
    public OnnxModels(Consumer<RankerFallback> observer) {
        this.observer = observer;
    }

    /**
     * Opens models, and closes those of the call before, whose files may have changed. Without success, these stay open.
     *
     * @throws IllegalArgumentException if a file is no model for the features of this version, or ONNX Runtime is absent; the message
     *     has the cure
     */
    public synchronized Map<OwnModel, Ranker> open(Collection<OwnModel> models) {
        Map<OwnModel, OnnxRanker> next = new HashMap<>();
        try {
            models.forEach(model -> next.computeIfAbsent(model, this::load));
        } catch (IllegalArgumentException e) {
            close(next);
            throw e;
        }
        close(opened);
        opened = next;
        return Map.copyOf(next);
    }

    private OnnxRanker load(OwnModel model) {
        if (!Files.isReadable(model.file())) {
            throw new IllegalArgumentException(
                    "model " + model.file() + " cannot be read: check its path and permissions");
        }
        try {
            Class.forName("ai.onnxruntime.OrtEnvironment", false, OnnxModels.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(
                    "model " + model.file() + " needs ONNX Runtime: put the jar of " + RUNTIME
                            + " into the directory lib beside kindred.jar",
                    e);
        }
        return OnnxRanker.load(model, observer);
    }

    /** Closes all models. Lists in progress are finished before. */
    @Override
    public synchronized void close() {
        close(opened);
        opened = Map.of();
    }

    /** A loop, because a reference to the method would load the classes of ONNX Runtime, which may be absent. */
    private static void close(Map<OwnModel, OnnxRanker> models) {
        for (OnnxRanker model : models.values()) {
            model.close();
        }
    }
}
