package io.daybook.api.webhooks;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where messages of an endpoint go. What a URL may say is decided here, and to which addresses its host may lead; both are asked
 * when it is given and again at each delivery.
 *
 * @param onThisMachine plain HTTP, and any port: only in development, and only to the loopback
 */
record TargetUrl(URI uri, String host, boolean onThisMachine) {
    private static final int LONGEST = 2_000;
    private static final Set<Integer> PORTS = Set.of(-1, 443, 8443);
    private static final Pattern NAME =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern FOUR_NUMBERS = Pattern.compile("((0|[1-9][0-9]{0,2})(\\.(?!$)|$)){4}");
    /** Names that lead nowhere but to the machine or its neighbours. */
    private static final Pattern NEAR =
            Pattern.compile("(.*\\.)?(localhost|local|internal|lan|home\\.arpa|onion|test|invalid)");

    /** Errors: {@link Refused} with a sentence about what would be taken. */
    static TargetUrl of(String text, boolean development) {
        URI uri = parsed(text);
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        boolean here = development && isLoopback(host);
        if (!"https".equalsIgnoreCase(uri.getScheme()) && !(here && "http".equalsIgnoreCase(uri.getScheme())))
            throw new Refused("Messages go by https only.");
        if (!here && !PORTS.contains(uri.getPort())) throw new Refused("The port is 443 or 8443.");
        if (!here) mayBeNamed(host);
        return new TargetUrl(uri, host, here);
    }

    /** Errors: {@link Refused} when even one address is not on the public internet, or on this machine where that is asked for. */
    void mayLeadTo(Collection<InetAddress> addresses) {
        for (InetAddress address : addresses)
            if (onThisMachine ? !address.isLoopbackAddress() : !PublicAddress.is(address))
                throw new Refused("The host leads to an address that is not on the public internet.");
    }

    /** Without the brackets that IPv6 has in a URL. */
    String bareHost() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    int port() {
        if (uri.getPort() >= 0) return uri.getPort();
        return uri.getScheme().equalsIgnoreCase("http") ? 80 : 443;
    }

    private static URI parsed(String text) {
        if (text.length() > LONGEST) throw new Refused("A URL has at most " + LONGEST + " characters.");
        URI uri;
        try {
            uri = new URI(text).parseServerAuthority();
        } catch (URISyntaxException e) {
            throw new Refused("This is an absolute URL such as https://hooks.example.com/daybook.");
        }
        if (uri.getScheme() == null || uri.getHost() == null)
            throw new Refused("This is an absolute URL such as https://hooks.example.com/daybook.");
        if (uri.getRawUserInfo() != null || uri.getRawAuthority().contains("@"))
            throw new Refused("A URL carries no user name and no password.");
        if (uri.getRawFragment() != null) throw new Refused("A URL of an endpoint has no fragment.");
        return uri;
    }

    private static void mayBeNamed(String host) {
        if (host.startsWith("[") || endsInNumber(host)) {
            if (!PublicAddress.is(literal(host))) throw new Refused("This address is not on the public internet.");
        } else if (NEAR.matcher(host).matches() || !NAME.matcher(host).matches())
            throw new Refused("The host is a full name on the public internet, such as hooks.example.com.");
    }

    /** Whatever ends in a number is an address to some reader: decimal, octal, hexadecimal, with fewer parts than four. */
    private static boolean endsInNumber(String host) {
        String last = host.substring(host.lastIndexOf('.') + 1);
        return last.isEmpty() || last.matches("[0-9]+|0x[0-9a-f]*");
    }

    /** One notation only, so that nobody on the way can read another address in it. */
    private static InetAddress literal(String host) {
        try {
            if (host.startsWith("[") && !host.contains("%"))
                return InetAddress.ofLiteral(host.substring(1, host.length() - 1));
            if (FOUR_NUMBERS.matcher(host).matches()) return Inet4Address.ofLiteral(host);
        } catch (IllegalArgumentException e) {
            throw new Refused("This is no address.");
        }
        throw new Refused("An address is written as four decimal numbers, or as IPv6 in brackets.");
    }

    /** In the notations that people write: an IPv4 address within IPv6 is none of them. */
    private static boolean isLoopback(String host) {
        return host.equals("localhost")
                || host.equals("[::1]")
                || FOUR_NUMBERS.matcher(host).matches() && host.startsWith("127.");
    }

    /** Says in a sentence for the caller why nothing may be sent there. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String sentence) {
            super(sentence, null, false, false);
        }

        String sentence() {
            return String.valueOf(getMessage());
        }
    }
}
