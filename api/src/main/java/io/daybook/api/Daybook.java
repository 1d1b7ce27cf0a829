package io.daybook.api;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;

/**
 * The root of the wiring. Migrations are not its business: they have run, or are running, beside it. Only where components are is
 * looked for them, as every class looked at makes a start longer.
 */
@SpringBootApplication(
        exclude = FlywayAutoConfiguration.class,
        scanBasePackages = {
            "io.daybook.api.access",
            "io.daybook.api.audit",
            "io.daybook.api.books",
            "io.daybook.api.boot",
            "io.daybook.api.due",
            "io.daybook.api.evidence",
            "io.daybook.api.http",
            "io.daybook.api.imports",
            "io.daybook.api.notices",
            "io.daybook.api.operations",
            "io.daybook.api.payouts",
            "io.daybook.api.replay",
            "io.daybook.api.seal",
            "io.daybook.api.security",
            "io.daybook.api.vault",
            "io.daybook.api.watch",
            "io.daybook.api.webhooks",
            "io.daybook.api.wiring"
        })
public class Daybook {}
