package io.daybook.api.boot;

import io.daybook.api.postgres.CannotStart;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/** Who may reach a server at all: decided before it exists. */
final class AccessRules {
    static final String LOOPBACK = "127.0.0.1";

    private AccessRules() {}

    /** The address to listen on; empty is every one of this machine. */
    static Optional<String> addressToListenOn(Settings settings) {
        List<String> problems = ProductionRules.problems(settings);
        if (!problems.isEmpty()) throw new CannotStart(problems);
        DaybookProperties.Security security = settings.daybook().security();
        Optional<String> configured = settings.text("server.address");
        if (!security.devTokens()) {
            if (security.issuerUri() == null) {
                throw new CannotStart("Nobody could sign in: set daybook.security.issuer-uri to your OpenID Connect "
                        + "issuer, or daybook.security.dev-tokens=true to try Daybook on this machine.");
            }
            return configured;
        }
        if (configured.isPresent() && !isLoopback(configured.get())) {
            throw new CannotStart("daybook.security.dev-tokens=true hands out keys to everybody who can reach the "
                    + "server: server.address must be a loopback address, and is " + configured.get() + ".");
        }
        return Optional.of(configured.orElse(LOOPBACK));
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new CannotStart("server.address is unknown here: " + address + ".", e);
        }
    }
}
