package io.daybook.api.operations;

import io.daybook.api.operations.Operation.Failure;
import io.daybook.kernel.Subject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One operation at work: what it was asked, and how it tells how far it is. May be told from several threads. */
public final class OperationRun {
    private static final int KEPT_ERRORS = 1_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String id;
    private final Subject owner;
    private final JsonNode input;
    private final List<Failure> errors = new ArrayList<>();
    private long done;
    private long total;
    private long failed;
    private @Nullable JsonNode result;
    private boolean changed;

    OperationRun(String id, Subject owner, JsonNode input) {
        this.id = id;
        this.owner = owner;
        this.input = input;
    }

    /** What it has come to so far. */
    record Progress(
            long done,
            long total,
            long failed,
            List<Failure> errors,
            @Nullable JsonNode result) {}

    public String id() {
        return id;
    }

    public Subject owner() {
        return owner;
    }

    /** The input as {@link Operations#start} was given it. */
    public <T> T input(Class<T> type) {
        return JSON.treeToValue(input, type);
    }

    public synchronized void total(long items) {
        total = items;
        changed = true;
    }

    public synchronized void done(long items) {
        done += items;
        changed = true;
    }

    /** One item that could not be done; counts as done, too. */
    public synchronized void failed(String item, String code, String detail) {
        done++;
        failed++;
        if (errors.size() < KEPT_ERRORS) errors.add(new Failure(item, code, detail));
        changed = true;
    }

    /** What the work has led to, as a record that JSON can be made of. */
    public synchronized void result(Object value) {
        result = JSON.valueToTree(value);
        changed = true;
    }

    synchronized Progress progress() {
        changed = false;
        return new Progress(done, total, failed, List.copyOf(errors), result);
    }

    synchronized boolean hasChanged() {
        return changed;
    }
}
