package io.daybook.api.boot;

import org.springframework.core.env.Environment;

/** How a process on the same machine reaches the web server. */
final class LocalUrl {
    private LocalUrl() {}

    static String of(Environment environment) {
        String scheme = environment.containsProperty("server.ssl.key-store")
                        || environment.containsProperty("server.ssl.certificate")
                        || environment.containsProperty("server.ssl.bundle")
                ? "https"
                : "http";
        String address = environment.getProperty("server.address", "127.0.0.1");
        if (address.equals("0.0.0.0") || address.equals("::")) {
            address = "127.0.0.1";
        }
        String host = address.contains(":") ? "[" + address + "]" : address;
        return scheme + "://" + host + ":" + environment.getProperty("local.server.port");
    }
}
