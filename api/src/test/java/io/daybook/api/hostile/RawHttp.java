package io.daybook.api.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sends bytes to a port as they are: no client library would let through what is sent here. */
final class RawHttp implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    private final int port;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    RawHttp(int port) {
        this.port = port;
    }

    /** @param headers by their names in lower case */
    record Answer(int status, Map<String, String> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /** Keeps the connection where the server does. A server that hung up before it was asked is asked again. */
    Answer send(byte[] request) throws IOException {
        boolean fresh = socket == null;
        try {
            return exchange(request);
        } catch (IOException hungUp) {
            close();
            if (fresh) throw hungUp;
            return exchange(request);
        }
    }

    private Answer exchange(byte[] request) throws IOException {
        Socket open = socket == null ? connect() : socket;
        try {
            open.getOutputStream().write(request);
            open.getOutputStream().flush();
        } catch (IOException answeredBeforeAllWasSent) {
            return read();
        }
        return read();
    }

    private Socket connect() throws IOException {
        Socket fresh = new Socket("127.0.0.1", port);
        fresh.setSoTimeout(PATIENCE_MILLIS);
        socket = fresh;
        in = new BufferedInputStream(fresh.getInputStream());
        return fresh;
    }

    private Answer read() throws IOException {
        String[] status = line().split(" ", 3);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            String[] parts = line.split(":", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts.length < 2 ? "" : parts[1].strip());
        }
        String body = new String(body(headers), UTF_8);
        if (headers.getOrDefault("connection", "").equalsIgnoreCase("close")) close();
        return new Answer(Integer.parseInt(status[1]), headers, body);
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        InputStream from = input();
        String length = headers.get("content-length");
        if (length != null) return from.readNBytes(Integer.parseInt(length));
        if (!headers.containsKey("transfer-encoding")) return new byte[0];
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunk(); size > 0; size = chunk()) {
            body.write(from.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = input().read(); c != '\n'; c = input().read()) {
            if (c < 0) throw new EOFException("the server hung up");
            if (c != '\r') line.write(c);
        }
        return line.toString(ISO_8859_1);
    }

    private InputStream input() throws IOException {
        if (in == null) throw new EOFException("not connected");
        return in;
    }

    @Override
    public void close() throws IOException {
        if (socket != null) socket.close();
        socket = null;
        in = null;
    }
}
