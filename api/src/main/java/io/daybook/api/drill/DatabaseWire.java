package io.daybook.api.drill;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The wire between the nodes and PostgreSQL. Its own end stays where it is when the server comes back on another port,
 * and it can cut a connection in the middle of a commit: one time the order never arrives, the next time its answer.
 */
final class DatabaseWire implements AutoCloseable {
    private static final int LONGEST_MESSAGE = 1 << 30;
    private static final int AFTER_MILLIS = 8;
    private static final byte[] READY_AND_IDLE = {'Z', 0, 0, 0, 5, 'I'};

    private final ServerSocket door;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().name("database-wire-", 0).daemon().factory());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Ambush ambush = (statement, bind) -> Cut.NONE;
    private final AtomicInteger armed = new AtomicInteger();
    private final AtomicInteger cut = new AtomicInteger();
    private volatile int server;

    /** Where a connection ends. */
    enum Cut {
        NONE,
        BEFORE_THE_ORDER,
        /** The order was carried out and, where it belongs to a transaction, committed. */
        BEFORE_THE_ANSWER
    }

    /** Waits for one order among all, and for whoever gave it. */
    @FunctionalInterface
    interface Ambush {
        /** @param bind the statement's parameters, on their way to the server */
        Cut meets(String statement, byte[] bind);

        /** The connection has just been cut there. */
        default void cut(Cut where) {}
    }

    void lieInWait(Ambush other) {
        ambush = other;
    }

    DatabaseWire() throws IOException {
        door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        threads.execute(this::admit);
    }

    int port() {
        return door.getLocalPort();
    }

    void leadTo(int port) {
        server = port;
    }

    /** The next so many commits, on whichever connection, are cut. */
    void cutCommits(int more) {
        armed.addAndGet(more);
    }

    void calm() {
        armed.set(0);
    }

    int cuts() {
        return cut.get();
    }

    private void admit() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                threads.execute(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        open.add(client);
        try (client;
                Socket upstream = new Socket(InetAddress.getLoopbackAddress(), server)) {
            open.add(upstream);
            client.setTcpNoDelay(true);
            upstream.setTcpNoDelay(true);
            AtomicBoolean awaited = new AtomicBoolean();
            threads.execute(() -> carryAnswers(upstream, client, awaited));
            carryOrders(client, upstream, awaited);
            open.remove(upstream);
        } catch (IOException gone) {
            // Either end may go at any time; that is what this wire is for.
        } finally {
            open.remove(client);
        }
    }

    /** @param awaited whether the answer that ends the transaction must not arrive */
    private void carryAnswers(Socket from, Socket to, AtomicBoolean awaited) {
        try (from;
                to) {
            InputStream answers = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[1 << 16];
            for (int length = answers.read(buffer); length >= 0; length = answers.read(buffer)) {
                if (awaited.get() && isRefusal(buffer, length)) awaited.set(false);
                if (awaited.get() && endsOutsideTransaction(buffer, length)) {
                    ambush.cut(Cut.BEFORE_THE_ANSWER);
                    return;
                }
                out.write(buffer, 0, length);
            }
        } catch (IOException gone) {
            // The other direction ends with it.
        }
    }

    /** Then nothing was committed. */
    private static boolean isRefusal(byte[] answer, int length) {
        return new String(answer, 0, length, StandardCharsets.ISO_8859_1).contains("SERROR\0");
    }

    /** The server is ready for the next query, and idle. */
    private static boolean endsOutsideTransaction(byte[] answer, int length) {
        return length >= READY_AND_IDLE.length
                && Arrays.equals(
                        answer, length - READY_AND_IDLE.length, length, READY_AND_IDLE, 0, READY_AND_IDLE.length);
    }

    private void carryOrders(Socket from, Socket to, AtomicBoolean awaited) throws IOException {
        InputStream raw = from.getInputStream();
        DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(raw, 1 << 16));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(to.getOutputStream(), 1 << 16));
        Frontend frontend = new Frontend();
        while (true) {
            byte type = frontend.isStarting() ? 0 : in.readByte();
            int length = in.readInt();
            if (length < 4 || length > LONGEST_MESSAGE) throw new IOException("no message of PostgreSQL's protocol");
            byte[] body = in.readNBytes(length - 4);
            boolean commit = false;
            if (frontend.isStarting())
                frontend.starting(java.nio.ByteBuffer.wrap(body).getInt());
            else {
                if (type == 'B' && isAmbushed(frontend.statement(body), body, awaited)) return;
                commit = frontend.completesCommit(type, body);
                if (commit && isCut(out, () -> write(out, type, length, body))) return;
                out.writeByte(type);
            }
            out.writeInt(length);
            out.write(body);
            if (in.available() == 0) out.flush();
        }
    }

    private boolean isAmbushed(String statement, byte[] bind, AtomicBoolean awaited) {
        Cut where = ambush.meets(statement, bind);
        if (where == Cut.BEFORE_THE_ANSWER) awaited.set(true);
        if (where == Cut.BEFORE_THE_ORDER) ambush.cut(where);
        return where == Cut.BEFORE_THE_ORDER;
    }

    private interface Rest {
        void write() throws IOException;
    }

    /** Every second one arrives and is cut before the answer; the others are cut before the order is complete. */
    private boolean isCut(OutputStream out, Rest rest) throws IOException {
        if (armed.getAndUpdate(left -> Math.max(0, left - 1)) == 0) return false;
        if (cut.incrementAndGet() % 2 == 0) {
            rest.write();
            out.flush();
            pause();
        }
        return true;
    }

    private static void write(DataOutputStream out, byte type, int length, byte[] body) throws IOException {
        out.writeByte(type);
        out.writeInt(length);
        out.write(body);
    }

    private static void pause() {
        try {
            Thread.sleep(AFTER_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : open) socket.close();
        threads.shutdownNow();
    }
}
