package io.daybook.api.boot;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Everything that can be configured under {@code daybook.}; a key that is not here is refused at start.
 *
 * @param dataDir where this Daybook keeps its files, and its database unless a datasource is configured
 * @param timeZone the zone of pay periods, accounting periods and dates without one
 * @param reviewWindow how long approved earnings stay pending
 * @param destinationCooldown how long a changed payout destination blocks payouts
 * @param fourEyesLimit adjustments above it need a second person; minor units
 */
@ConfigurationProperties("daybook")
public record DaybookProperties(
        @DefaultValue("daybook-data") Path dataDir,
        @DefaultValue("UTC") ZoneId timeZone,
        @DefaultValue("PT0S") Duration reviewWindow,
        @DefaultValue("PT72H") Duration destinationCooldown,
        @DefaultValue("100000") long fourEyesLimit,
        @DefaultValue Limits limits,
        @DefaultValue Rails rails,
        @DefaultValue Security security,
        @DefaultValue Http http,
        @DefaultValue Clock clock,
        @DefaultValue Notices notices,
        @DefaultValue Audit audit) {
    public DaybookProperties {
        Keys.notNegative("daybook.review-window", reviewWindow);
        Keys.notNegative("daybook.destination-cooldown", destinationCooldown);
        Keys.notNegative("daybook.four-eyes-limit", fourEyesLimit);
        if (!clock.offset().isZero() && !security.devTokens()) {
            throw new InvalidSetting("daybook.clock.offset", "is only allowed with daybook.security.dev-tokens=true");
        }
    }

    /** Most that may leave, in minor units of the payout's currency; null is no limit. */
    public record Limits(
            @Nullable Long payout,
            @Nullable Long contractorDay,
            @Nullable Long batch,
            @Nullable Long day) {
        public Limits {
            Keys.positive("daybook.limits.payout", payout);
            Keys.positive("daybook.limits.contractor-day", contractorDay);
            Keys.positive("daybook.limits.batch", batch);
            Keys.positive("daybook.limits.day", day);
        }
    }

    public record Rails(@DefaultValue Stripe stripe) {}

    /**
     * The Stripe rail; without an API key it is not there.
     *
     * @param requestsPerSecond per endpoint, over all nodes
     * @param maxInFlight calls at a time
     * @param unknownDelays when an unknown outcome is looked up again; empty is the rail's own choice
     */
    public record Stripe(
            @Nullable String apiKey,
            @Nullable String apiBase,
            @Nullable String webhookSecret,
            @DefaultValue("20") int requestsPerSecond,
            @DefaultValue("16") int maxInFlight,
            @DefaultValue("PT30S") Duration pollInterval,
            @DefaultValue List<Duration> unknownDelays) {
        public Stripe {
            Keys.positive("daybook.rails.stripe.requests-per-second", (long) requestsPerSecond);
            Keys.positive("daybook.rails.stripe.max-in-flight", (long) maxInFlight);
            Keys.positive("daybook.rails.stripe.poll-interval", pollInterval.toMillis());
            unknownDelays = List.copyOf(unknownDelays);
        }

        @Override
        public String toString() {
            return "Stripe[apiBase=" + apiBase + "]";
        }
    }

    /**
     * Who is believed about who they are.
     *
     * @param issuerUri the OpenID Connect issuer whose tokens count
     * @param audience what those tokens must be meant for; needed beside an issuer
     * @param devTokens whether Daybook issues tokens itself, on the loopback only
     */
    public record Security(
            @Nullable String issuerUri,
            @Nullable String audience,
            @DefaultValue("false") boolean devTokens) {
        public Security {
            issuerUri = issuerUri == null || issuerUri.isBlank() ? null : issuerUri.strip();
            audience = audience == null || audience.isBlank() ? null : audience.strip();
        }
    }

    /**
     * How much one node does for one caller: a subject, or an address where no token is needed or none is believed.
     *
     * @param requestsPerSecond in the long run
     * @param burst at once, after a rest
     * @param reportsPerSecond of reads that go through all of the books, on top
     * @param failedLoginsPerSecond requests without a token that is believed, by address
     */
    public record Http(
            @DefaultValue("2000") int requestsPerSecond,
            @DefaultValue("10000") int burst,
            @DefaultValue("200") int reportsPerSecond,
            @DefaultValue("200") int failedLoginsPerSecond) {
        public Http {
            Keys.positive("daybook.http.requests-per-second", (long) requestsPerSecond);
            Keys.positive("daybook.http.burst", (long) burst);
            Keys.positive("daybook.http.reports-per-second", (long) reportsPerSecond);
            Keys.positive("daybook.http.failed-logins-per-second", (long) failedLoginsPerSecond);
        }
    }

    /** How far domain time runs ahead of the machine's; for development only. */
    public record Clock(@DefaultValue("PT0S") Duration offset) {}

    /** Letters to contractors; sent where {@code spring.mail.host} is set. @param from whom they are from */
    public record Notices(@DefaultValue("daybook@localhost") String from) {}

    /**
     * The evidence.
     *
     * @param origin the name under which checkpoints are signed, kept from the first on; null is one of ours
     * @param anchorDir where the log is laid down outside the database; null is {@code anchors} in the data folder
     * @param keysDir where the keys lie that sign; null is {@code keys} in the data folder
     * @param sealerUser the login that seals, a member of {@code daybook_sealer}; null is the one that migrates
     */
    public record Audit(
            @Nullable String origin,
            @Nullable Path anchorDir,
            @Nullable Path keysDir,
            @Nullable String sealerUser,
            @Nullable String sealerPassword) {
        public Audit {
            if (origin != null && !origin.matches("[^\\s+\\p{Cntrl}]+"))
                throw new InvalidSetting(
                        "daybook.audit.origin",
                        "must be a name without spaces and plus signs, as " + "ledger.example.com/log");
        }

        @Override
        public String toString() {
            return "Audit[origin=" + origin + "]";
        }
    }

    /** Where the keys lie that sign the log. */
    public Path keysDir() {
        Path configured = audit.keysDir();
        return configured == null ? dataDir.resolve("keys") : configured;
    }

    /** Where the log is laid down outside the database. */
    public Path anchorDir() {
        Path configured = audit.anchorDir();
        return configured == null ? dataDir.resolve("anchors") : configured;
    }
}
