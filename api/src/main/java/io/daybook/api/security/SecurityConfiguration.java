package io.daybook.api.security;

import io.daybook.api.boot.DaybookProperties;
import io.daybook.api.boot.LocalNonce;
import io.daybook.api.http.edge.Budgets;
import io.daybook.api.http.problem.ProblemWriter;
import io.daybook.api.vault.SecretTable;
import io.daybook.api.watch.Watch;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;

/** Bearer tokens for everything that is not open, the route table for what they allow, and no sessions. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    @Bean
    OffsetClock clock(DaybookProperties daybook) {
        return new OffsetClock(daybook.clock().offset());
    }

    @Bean
    @ConditionalOnProperty("daybook.security.dev-tokens")
    DevClock devClock(OffsetClock clock, DataSource dataSource) {
        return new DevClock(clock, dataSource);
    }

    @Bean
    DevTokens devTokens(SecretTable secrets) {
        return new DevTokens(secrets);
    }

    @Bean
    @ConditionalOnProperty("daybook.security.dev-tokens")
    DevTokenFile devTokenFile(DevTokens tokens, DaybookProperties daybook) {
        return new DevTokenFile(tokens, daybook.dataDir());
    }

    @Bean
    Bearers bearers(
            DevTokens tokens, DaybookProperties daybook, LocalNonce nonce, KeyCallers keys, Permitted permitted) {
        String issuer = daybook.security().issuerUri();
        String audience = daybook.security().audience();
        JwtDecoder people = new TokenDecoders(
                issuer == null || audience == null ? null : decoder(issuer, audience),
                daybook.security().devTokens() ? TokenDecoders.development(tokens) : null);
        return new Bearers(new LocalTokens(nonce, people), keys, permitted);
    }

    @Bean
    Doorkeeper doorkeeper(Bearers bearers, Budgets budgets) {
        return new Doorkeeper(bearers, budgets);
    }

    @Bean
    Admission admission(Bearers bearers) {
        return new Admission(bearers);
    }

    private static JwtDecoder decoder(String issuer, String audience) {
        InstantSource machine = InstantSource.system();
        return TokenDecoders.issuer(new IssuerKeys(new IssuerDocuments(issuer), machine), audience, machine);
    }

    /** Requests are measured as a whole; to measure each filter of each took longer than the filters. */
    @Bean
    SecurityObservationSettings onlyWholeRequests() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    Refusals refusals(
            ProblemWriter problems, MeterRegistry meters, Budgets budgets, Watch watch, DaybookProperties daybook) {
        boolean development = daybook.security().devTokens();
        return new Refusals(problems, new RefusalLog(meters), budgets, watch, development);
    }

    @Bean
    @Order(100)
    SecurityFilterChain api(HttpSecurity http, Refusals refusals, Doorkeeper door, DaybookProperties daybook) {
        return bearer(http.securityMatcher("/api/**", "/actuator/**"), refusals, door)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers("/actuator/health/**")
                                .permitAll()
                                .requestMatchers("/actuator/**")
                                .hasAuthority(Role.OPERATOR.label())
                                .anyRequest()
                                .access(new RouteAccess(daybook.security().devTokens())))
                .build();
    }

    /** The API document and its page hold no data: they are open, and fetch nothing from elsewhere. */
    @Bean
    @Order(90)
    SecurityFilterChain documents(HttpSecurity http, Refusals refusals) {
        return plain(http.securityMatcher("/docs/**", "/v3/api-docs", "/v3/api-docs.yaml"), refusals)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET)
                                .permitAll()
                                .requestMatchers(HttpMethod.HEAD)
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .build();
    }

    /** Everything that no other chain has claimed: nothing. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain rest(HttpSecurity http, Refusals refusals, Doorkeeper door) {
        return bearer(http, refusals, door)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .build();
    }

    private static HttpSecurity bearer(HttpSecurity http, Refusals refusals, Doorkeeper door) {
        return plain(http, refusals)
                .oauth2ResourceServer(server -> server.authenticationManagerResolver(door)
                        .bearerTokenResolver(new OneToken())
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals));
    }

    /** Headers that make a browser careful are on every answer, whether or not it comes this far: SafeHeaders. */
    private static HttpSecurity plain(HttpSecurity http, Refusals refusals) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(refusals).accessDeniedHandler(refusals));
    }
}
