package io.daybook.api.drill;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One order to several nodes at the same moment: each has all of it but the last byte, and then the last bytes go out one right
 * after the other.
 *
 * @param spread from the first node's last byte to the last node's
 * @param answers statuses in the order of the nodes; 0 is no answer
 */
record Unison(Duration spread, CompletableFuture<List<Integer>> answers) {
    private static final int PATIENCE_MILLIS = 20_000;

    /** What one node gets. @param headers as they stand on the wire */
    record Part(URI node, String path, List<String> headers) {
        private byte[] text() {
            List<String> lines = new ArrayList<>(List.of("POST " + path + " HTTP/1.1", "Host: " + node.getAuthority()));
            lines.addAll(headers);
            lines.addAll(List.of("Content-Length: 2", "Connection: close", "", "{}"));
            return String.join("\r\n", lines).getBytes(ISO_8859_1);
        }
    }

    /** In flight when this returns. Errors: IOException when a node cannot be reached. */
    static Unison of(List<Part> parts) throws IOException {
        List<Socket> voices = new ArrayList<>();
        for (Part part : parts) {
            Socket voice =
                    new Socket(InetAddress.getLoopbackAddress(), part.node().getPort());
            voice.setTcpNoDelay(true);
            voice.setSoTimeout(PATIENCE_MILLIS);
            byte[] text = part.text();
            voice.getOutputStream().write(text, 0, text.length - 1);
            voices.add(voice);
        }
        long began = System.nanoTime();
        for (Socket voice : voices) voice.getOutputStream().write('}');
        return new Unison(Duration.ofNanos(System.nanoTime() - began), answersOf(voices));
    }

    void print(PrintWriter out) {
        out.printf(
                "  the release, asked of all nodes within %d.%03d ms, was answered %s%n",
                spread.toMillis(), spread.toNanosPart() / 1_000 % 1_000, answers.join());
    }

    private static CompletableFuture<List<Integer>> answersOf(List<Socket> voices) {
        List<CompletableFuture<Integer>> answers = voices.stream()
                .map(voice -> CompletableFuture.supplyAsync(() -> statusOn(voice), Thread::startVirtualThread))
                .toList();
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .thenApply(
                        unused -> answers.stream().map(CompletableFuture::join).toList());
    }

    private static int statusOn(Socket voice) {
        try (voice;
                BufferedReader answer = new BufferedReader(new InputStreamReader(voice.getInputStream(), ISO_8859_1))) {
            String line = answer.readLine();
            return line == null ? 0 : Integer.parseInt(line.split(" ", 3)[1]);
        } catch (IOException lost) {
            return 0;
        }
    }
}
