package io.daybook.api.boot;

import io.daybook.api.postgres.DatabaseAccess;
import io.daybook.api.postgres.DatabaseAccess.Login;
import io.daybook.api.postgres.Migrations;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What the start leaves to the running program. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DaybookProperties.class)
class BootConfiguration {
    @Bean
    DatabaseAccess databaseAccess(Environment environment) {
        Login application = new Login(
                environment.getRequiredProperty("spring.datasource.username"),
                environment.getProperty("spring.datasource.password", ""));
        Login owner = new Login(
                environment.getProperty("spring.flyway.user", application.user()),
                environment.getProperty("spring.flyway.password", application.password()));
        Login sealer = new Login(
                environment.getProperty("daybook.audit.sealer-user", owner.user()),
                environment.getProperty("daybook.audit.sealer-password", owner.password()));
        return new DatabaseAccess(environment.getRequiredProperty("spring.datasource.url"), application, owner, sealer);
    }

    @Bean
    Migrations migrations(DatabaseAccess access) {
        return new Migrations(access);
    }

    @Bean
    LocalNonce localNonce() {
        byte[] nonce = new byte[16];
        new SecureRandom().nextBytes(nonce);
        return new LocalNonce(HexFormat.of().formatHex(nonce));
    }
}
