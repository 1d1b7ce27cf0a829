package io.daybook.api.started;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands between a Java process and all that is not the loopback: notes what it wanted there, and lets nothing through. */
final class Outside implements AutoCloseable {
    private static final int ENOUGH_TO_TELL = 512;

    private final ServerSocket door;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private Outside(ServerSocket door) {
        this.door = door;
    }

    static Outside open() throws IOException {
        Outside outside = new Outside(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(outside::watch);
        return outside;
    }

    /** With these the JDK's HTTP clients and its plain sockets come here, whatever host they name. */
    List<String> flags() {
        String port = Integer.toString(door.getLocalPort());
        String local = "localhost|127.*|[::1]";
        return List.of(
                "-Dhttp.proxyHost=127.0.0.1",
                "-Dhttp.proxyPort=" + port,
                "-Dhttps.proxyHost=127.0.0.1",
                "-Dhttps.proxyPort=" + port,
                "-DsocksProxyHost=127.0.0.1",
                "-DsocksProxyPort=" + port,
                "-Dhttp.nonProxyHosts=" + local,
                "-DsocksNonProxyHosts=" + local);
    }

    /** The first bytes of each connection, as text. */
    List<String> asked() {
        return asked;
    }

    private void watch() {
        while (!door.isClosed()) {
            try (Socket caller = door.accept()) {
                byte[] words = new byte[ENOUGH_TO_TELL];
                int length = Math.max(0, caller.getInputStream().read(words));
                asked.add(new String(words, 0, length, StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                if (!door.isClosed()) throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
