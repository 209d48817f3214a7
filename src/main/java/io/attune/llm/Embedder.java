package io.attune.llm;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;

/**
 * English text to a vector of length 1 whose direction is its meaning (bge-small-en-v1.5, quantised, from a jar: nothing is
 * fetched). About 3 ms of one core for a sentence. Safe for many threads; each call computes on its caller's thread alone,
 * since LangChain4j's default of many threads per call costs twice the CPU. Holds some 160 MB outside the heap.
 */
public final class Embedder {
    public static final int DIMENSIONS = 384;

    private static final String MODEL = "/bge-small-en-v1.5-q.onnx";
    private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";

    private static final int BEGINNING = 600;
    private static final int END = 400;

    private final InProcess model;
    private final Semaphore atOnce =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

    private Embedder(InProcess model) {
        this.model = model;
    }

    /** Loads the model, in about a second. */
    public static Embedder open() {
        try (InputStream model = resource(MODEL);
                InputStream tokenizer = resource(TOKENIZER);
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setMemoryPatternOptimization(true);
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            OrtSession session = environment.createSession(model.readAllBytes(), options);
            return new Embedder(new InProcess(new OnnxBertBiEncoder(environment, session, tokenizer, PoolingMode.CLS)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (OrtException refused) {
            throw new IllegalStateException("the embedding model cannot be loaded on this machine", refused);
        }
    }

    private static InputStream resource(String name) {
        InputStream stream = Embedder.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException(name + " is missing from the class path");
        }
        return stream;
    }

    /**
     * Waits while every core is embedding: more at once would take no less time, and each some memory.
     *
     * @param text of a long one, the beginning and the end count: the time grows with the square of the length
     */
    public float[] embed(String text) {
        String counts = text.isBlank() ? "." : shortened(text);
        atOnce.acquireUninterruptibly();
        try {
            return model.embed(counts).content().vector();
        } finally {
            atOnce.release();
        }
    }

    /** People come to the point at once, or after they have told the story. */
    static String shortened(String text) {
        return text.length() <= BEGINNING + END
                ? text
                : text.substring(0, BEGINNING) + " " + text.substring(text.length() - END);
    }

    private static final class InProcess extends AbstractInProcessEmbeddingModel {
        private final OnnxBertBiEncoder encoder;

        InProcess(OnnxBertBiEncoder encoder) {
            super(Runnable::run);
            this.encoder = encoder;
        }

        @Override
        protected OnnxBertBiEncoder model() {
            return encoder;
        }

        @Override
        protected Integer knownDimension() {
            return DIMENSIONS;
        }
    }
}
