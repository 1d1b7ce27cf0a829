package io.daybook.api;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;

/** The root of the wiring. Migrations are not its business: they have run before it is built. */
@SpringBootApplication(exclude = FlywayAutoConfiguration.class)
public class Daybook {}
