package io.daybook.api.notices;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that keeps what it is given, and says no to as many letters as it was told to. */
final class MailServer implements AutoCloseable {
    private final ServerSocket socket;
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();

    MailServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    void refuseNext(int letters) {
        refusals.set(letters);
    }

    /** Envelope and letter, as they came. */
    List<String> taken() {
        return List.copyOf(taken);
    }

    List<String> refused() {
        return List.copyOf(refused);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                Thread.ofVirtual().start(() -> talk(caller));
            } catch (IOException e) {
                if (!socket.isClosed()) throw new UncheckedIOException(e);
            }
        }
    }

    private void talk(Socket caller) {
        try (caller;
                BufferedReader in = new BufferedReader(new InputStreamReader(caller.getInputStream(), UTF_8));
                OutputStream out = caller.getOutputStream()) {
            say(out, "220 here");
            StringBuilder envelope = new StringBuilder();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.split("[ :]")[0].toUpperCase(java.util.Locale.ROOT);
                switch (verb) {
                    case "DATA" -> {
                        say(out, "354 go on");
                        letter(in, out, envelope);
                        envelope.setLength(0);
                    }
                    case "QUIT" -> {
                        say(out, "221 bye");
                        return;
                    }
                    default -> {
                        if (verb.equals("RCPT")) envelope.append(line).append('\n');
                        say(out, "250 fine");
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void letter(BufferedReader in, OutputStream out, StringBuilder envelope) throws IOException {
        StringBuilder letter = new StringBuilder(envelope);
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine())
            letter.append(line).append('\n');
        boolean no = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        (no ? refused : taken).add(letter.toString());
        say(out, no ? "451 not now" : "250 taken");
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
