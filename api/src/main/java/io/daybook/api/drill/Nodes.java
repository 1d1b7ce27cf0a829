package io.daybook.api.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;

/** All nodes, and who starts again what has ended, as a supervisor does in production. */
final class Nodes implements AutoCloseable {
    private static final long BETWEEN_LOOKS_MILLIS = 500;

    private final List<Node> all;
    private final Thread supervisor;
    private volatile boolean halted;
    private volatile boolean closed;

    Nodes(List<Node> nodes) {
        all = List.copyOf(nodes);
        supervisor = Thread.ofPlatform().name("supervisor").daemon().start(this::lookAfter);
    }

    Node get(int number) {
        return all.get(number);
    }

    List<Node> all() {
        return all;
    }

    List<URI> urls() {
        return all.stream().map(Node::url).toList();
    }

    /** All are killed, and stay down. */
    void halt() {
        halted = true;
        synchronized (all) {
            all.forEach(Node::kill);
        }
    }

    void resume() {
        halted = false;
    }

    /** Starts beyond each node's first: after a kill, or after it gave up by itself. */
    int restarts() {
        return all.stream().mapToInt(node -> Math.max(0, node.lives() - 1)).sum();
    }

    private void lookAfter() {
        while (!closed) {
            try {
                synchronized (all) {
                    for (Node node : all) if (!closed && !halted) node.start();
                }
                Thread.sleep(BETWEEN_LOOKS_MILLIS);
            } catch (IOException e) {
                throw new UncheckedIOException("a node could not be started", e);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        supervisor.interrupt();
        try {
            supervisor.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        all.forEach(Node::kill);
    }
}
