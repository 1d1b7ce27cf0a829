package io.daybook.api.security;

import io.daybook.api.boot.DaybookProperties;
import io.daybook.api.boot.LocalNonce;
import io.daybook.api.http.problem.ProblemWriter;
import io.daybook.api.vault.SecretTable;
import jakarta.servlet.DispatcherType;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
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
    JwtDecoder jwtDecoder(DevTokens tokens, DaybookProperties daybook, LocalNonce nonce) {
        String issuer = daybook.security().issuerUri();
        String audience = Objects.requireNonNullElse(daybook.security().audience(), "daybook");
        JwtDecoder people = new TokenDecoders(
                issuer == null || issuer.isBlank() ? null : TokenDecoders.issuer(issuer, audience),
                daybook.security().devTokens() ? TokenDecoders.development(tokens) : null);
        return new LocalTokens(nonce, people);
    }

    /** Requests are measured as a whole; to measure each filter of each took longer than the filters. */
    @Bean
    SecurityObservationSettings onlyWholeRequests() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    Refusals refusals(ProblemWriter problems) {
        return new Refusals(problems);
    }

    @Bean
    @Order(100)
    SecurityFilterChain api(HttpSecurity http, Refusals refusals, JwtDecoder decoder, DaybookProperties daybook) {
        return bearer(http.securityMatcher("/api/**", "/actuator/**"), refusals, decoder)
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

    /** Everything that no other chain has claimed: the API document, and nothing else. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain rest(HttpSecurity http, Refusals refusals, JwtDecoder decoder) {
        return bearer(http, refusals, decoder)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers("/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml", "/swagger-ui/**")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    private static HttpSecurity bearer(HttpSecurity http, Refusals refusals, JwtDecoder decoder) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .oauth2ResourceServer(server -> server.jwt(
                                jwt -> jwt.decoder(decoder).jwtAuthenticationConverter(new CallerOfToken()))
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(refusals).accessDeniedHandler(refusals));
    }
}
