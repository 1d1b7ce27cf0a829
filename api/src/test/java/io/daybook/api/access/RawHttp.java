package io.daybook.api.access;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;

/** Sends what no decent client would: the request line as it is given, byte by byte. */
final class RawHttp {
    private static final int PATIENCE_MILLIS = 20_000;

    private final int port;

    RawHttp(String url) {
        this.port = URI.create(url).getPort();
    }

    /** @param status 0 when the connection was closed without an answer */
    record Reply(int status, List<String> headers, String body) {
        boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        /** Without what differs from one answer to the next of the same: its date. */
        List<String> steadyHeaders() {
            return headers.stream().filter(line -> !line.startsWith("Date:")).toList();
        }
    }

    Reply send(String method, String target, List<String> headers, String body) {
        return send(method, target, "HTTP/1.1", headers, body);
    }

    Reply send(String method, String target, String version, List<String> headers, String body) {
        StringBuilder request = new StringBuilder(method)
                .append(' ')
                .append(target)
                .append(' ')
                .append(version)
                .append("\r\n");
        request.append("Host: 127.0.0.1:").append(port).append("\r\nConnection: close\r\n");
        headers.forEach(line -> request.append(line).append("\r\n"));
        if (!body.isEmpty())
            request.append("Content-Length: ").append(body.length()).append("\r\n");
        request.append("\r\n").append(body);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.toString().getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            return parse(new String(socket.getInputStream().readAllBytes(), ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + target, e);
        }
    }

    private static Reply parse(String text) {
        if (text.isEmpty()) return new Reply(0, List.of(), "");
        int end = text.indexOf("\r\n\r\n");
        List<String> head = text.substring(0, end).lines().toList();
        return new Reply(
                Integer.parseInt(head.getFirst().split(" ")[1]), head.subList(1, head.size()), text.substring(end + 4));
    }
}
