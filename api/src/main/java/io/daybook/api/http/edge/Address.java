package io.daybook.api.http.edge;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Where a request comes from, as the socket has it; what a header claims counts only where {@code server.forward-headers-strategy} has
 * the container believe it.
 */
public final class Address {
    private static final int GROUPS_OF_A_NETWORK = 4;

    private Address() {}

    /** One for all of an IPv6 network of 64 bits: whoever has one address of it has them all. */
    public static String of(HttpServletRequest request) {
        return network(String.valueOf(request.getRemoteAddr()));
    }

    static String network(String address) {
        if (address.indexOf(':') < 0) return address;
        String[] groups = address.split(":", -1);
        StringBuilder network = new StringBuilder();
        for (int i = 0; i < Math.min(GROUPS_OF_A_NETWORK, groups.length) && !groups[i].isEmpty(); i++)
            network.append(groups[i]).append(':');
        return network.append(':').toString();
    }
}
