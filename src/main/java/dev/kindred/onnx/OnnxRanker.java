package dev.kindred.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import ai.onnxruntime.ValueInfo;
import dev.kindred.ranking.Feature;
import dev.kindred.ranking.FeatureMatrix;
import dev.kindred.ranking.OwnModel;
import dev.kindred.ranking.Ranker;
import dev.kindred.ranking.RankerFallback;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scores the candidates of a list by an ONNX model, all in one batch, in the calling thread.
 *
 * <p>A run that exceeds the budget is stopped after its present operator, and the list keeps the order of the blend; so it does if
 * the model fails. Each of these is counted. Thread safe. Lists may still come while it is closed, and keep the order of the blend.
 */
final class OnnxRanker implements Ranker, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OnnxRanker.class);
    private static final String VERSION_KEY = "kindred.features";
    private static final String TOO_SLOW = "it takes longer than its budget";
    private static final int REPORTED = 1000; // one of so many fallbacks is logged

    private final Path file;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final String input;
    private final long budgetNanos;
    private final Consumer<RankerFallback> observer;
    private final ReadWriteLock inUse = new ReentrantReadWriteLock(); // shared by runs; closing needs it alone
    private boolean isClosed; // guarded by inUse
    private final AtomicLong fallbacks = new AtomicLong();

    private OnnxRanker(
            OwnModel model, OrtEnvironment environment, OrtSession session, Consumer<RankerFallback> observer) {
        this.file = model.file();
        this.environment = environment;
        this.session = session;
        this.input = session.getInputNames().iterator().next();
        this.budgetNanos = model.budget().toNanos();
        this.observer = observer;
    }

    /** @throws IllegalArgumentException if it is no model for the features of this version */
    static OnnxRanker load(OwnModel model, Consumer<RankerFallback> observer) {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1); // lists are made side by side
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL); // a stopped run is no error
            OrtSession session = environment.createSession(model.file().toString(), options);
            try {
                checkFeatures(model.file(), session);
                checkOutput(model.file(), session);
                return new OnnxRanker(model, environment, session, observer);
            } catch (OrtException | RuntimeException e) {
                session.close();
                throw e;
            }
        } catch (OrtException e) {
            throw new IllegalArgumentException(
                    "model " + model.file() + " is no model that ONNX Runtime can run: " + e.getMessage(), e);
        }
    }

    private static void checkFeatures(Path file, OrtSession session) throws OrtException {
        String version = session.getMetadata().getCustomMetadata().getOrDefault(VERSION_KEY, "");
        if (!version.equals(String.valueOf(Feature.VERSION))) {
            throw new IllegalArgumentException("model %s is for features of version %s, this program has version %d:"
                            .formatted(
                                    file,
                                    version.isEmpty() ? "unknown (its metadata lack " + VERSION_KEY + ")" : version,
                                    Feature.VERSION)
                    + " train it with examples of this version, and write the version into its metadata");
        }
        boolean fits = session.getNumInputs() == 1
                && session.getInputInfo().values().iterator().next().getInfo() instanceof TensorInfo tensor
                && tensor.getShape().length == 2
                && (tensor.getShape()[1] == Feature.COUNT || tensor.getShape()[1] < 0);
        if (!fits) {
            throw new IllegalArgumentException(
                    "model " + file + " must have one input, float32 [n, " + Feature.COUNT + "]");
        }
    }

    /** Models with a label or a map as their last output cannot be used. */
    private static void checkOutput(Path file, OrtSession session) throws OrtException {
        List<NodeInfo> outputs = List.copyOf(session.getOutputInfo().values());
        ValueInfo last = outputs.get(outputs.size() - 1).getInfo();
        boolean fits = last instanceof TensorInfo tensor
                && tensor.type == OnnxJavaType.FLOAT
                && tensor.getShape().length >= 1
                && tensor.getShape().length <= 2;
        if (!fits) {
            throw new IllegalArgumentException(
                    "model " + file + " must have float32 [n] or [n, columns] as its last output, got " + last);
        }
    }

    @Override
    public boolean score(FeatureMatrix candidates, double[] scores) {
        inUse.readLock().lock();
        try {
            return !isClosed && scoreInTime(candidates, scores);
        } finally {
            inUse.readLock().unlock();
        }
    }

    private boolean scoreInTime(FeatureMatrix candidates, double[] scores) {
        long startNanos = System.nanoTime();
        try (OrtSession.RunOptions options = new OrtSession.RunOptions();
                Deadline deadline = Deadline.in(budgetNanos, options)) {
            float[] found = run(candidates, options);
            if (System.nanoTime() - startNanos > budgetNanos) {
                return fallBack(RankerFallback.TIMEOUT, TOO_SLOW);
            }
            for (int row = 0; row < found.length; row++) {
                if (!Float.isFinite(found[row])) {
                    return fallBack(RankerFallback.FAILURE, "it gives the score " + found[row]);
                }
                scores[row] = found[row];
            }
            return true;
        } catch (OrtException | IllegalArgumentException e) {
            boolean isOver = System.nanoTime() - startNanos > budgetNanos; // a run that was stopped fails
            return isOver
                    ? fallBack(RankerFallback.TIMEOUT, TOO_SLOW)
                    : fallBack(RankerFallback.FAILURE, String.valueOf(e.getMessage()));
        }
    }

    /**
     * The last column of the last output.
     *
     * @throws IllegalArgumentException if there is not a number for each candidate
     */
    private float[] run(FeatureMatrix candidates, OrtSession.RunOptions options) throws OrtException {
        int rows = candidates.rows();
        FloatBuffer values = FloatBuffer.wrap(candidates.values(), 0, rows * Feature.COUNT);
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, values, new long[] {rows, Feature.COUNT});
                OrtSession.Result result = session.run(Map.of(input, tensor), options)) {
            FloatBuffer found = ((OnnxTensor) result.get(result.size() - 1)).getFloatBuffer();
            if (found.remaining() == 0 || found.remaining() % rows != 0) {
                throw new IllegalArgumentException(
                        "it gives " + found.remaining() + " numbers for " + rows + " candidates");
            }
            int columns = found.remaining() / rows;
            float[] scores = new float[rows];
            for (int row = 0; row < rows; row++) {
                scores[row] = found.get(row * columns + columns - 1);
            }
            return scores;
        }
    }

    private boolean fallBack(RankerFallback reason, String problem) {
        observer.accept(reason);
        long count = fallbacks.incrementAndGet();
        if (count % REPORTED == 1) {
            LOG.warn(
                    "Model {} was not used for {} lists, which kept the order of the blend; lately because {}",
                    file,
                    count,
                    problem);
        }
        return false;
    }

    /** Waits for the lists that are being scored. */
    @Override
    public void close() {
        inUse.writeLock().lock();
        try {
            if (!isClosed) {
                isClosed = true;
                session.close();
            }
        } catch (OrtException e) {
            LOG.warn("Model {} was not closed: {}", file, e.getMessage());
        } finally {
            inUse.writeLock().unlock();
        }
    }
}
