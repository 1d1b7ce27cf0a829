package io.daybook.rail.stripe;

import com.stripe.Stripe;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import com.stripe.service.V1Services;
import io.daybook.rail.RailResult;
import io.daybook.rail.RailUnavailable;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The one client of the one key. Nothing is retried here: only the caller knows what a second try means. */
final class StripeCalls {
    static {
        // The JDK would send a POST a second time by itself when a kept connection turns out to be dead.
        System.setProperty("sun.net.http.retryPost", "false");
        // It keeps five connections otherwise, and every further call pays for a new handshake.
        if (System.getProperty("http.maxConnections") == null) System.setProperty("http.maxConnections", "128");
        // It also writes a file into the user's home.
        Stripe.enableTelemetry = false;
    }

    private final V1Services api;
    private final Consumer<String> pace;

    interface Call<T> {
        T on(V1Services api) throws StripeException;
    }

    StripeCalls(StripeSettings settings) {
        this.pace = settings.pace();
        this.api = StripeClient.builder()
                .setApiKey(settings.apiKey())
                .setApiBase(settings.apiBase())
                .setConnectTimeout(Math.toIntExact(settings.connectTimeout().toMillis()))
                .setReadTimeout(Math.toIntExact(settings.readTimeout().toMillis()))
                .setMaxNetworkRetries(0)
                .setHttpClient(new StripeHttp())
                .build()
                .v1();
    }

    /** Sends an instruction. Whatever breaks once it may have left is an unknown, not an exception. */
    RailResult send(String endpoint, Call<RailResult> call) {
        pace.accept(endpoint);
        try {
            return call.on(api);
        } catch (StripeException e) {
            return StripeAnswers.of(e);
        } catch (RuntimeException e) {
            return new RailResult.Unknown("Stripe's answer could not be read", true);
        }
    }

    /** Errors: RailUnavailable unless Stripe gave the answer. Its words stay here: they may quote our key. */
    <T> T ask(String endpoint, Call<T> call) {
        return askFor(endpoint, call)
                .orElseThrow(() -> new RailUnavailable("Stripe does not know what was asked for: " + endpoint));
    }

    /** Empty when Stripe says that there is no such object; any other failure is no evidence of absence. */
    <T> Optional<T> askFor(String endpoint, Call<T> call) {
        return ask(endpoint, call, e -> "resource_missing".equals(e.getCode()));
    }

    /** Empty when Stripe says that the account is not one of ours (any more). */
    <T> Optional<T> askOn(String endpoint, Call<T> call) {
        return ask(endpoint, call, StripeAnswers::deniesAccount);
    }

    private <T> Optional<T> ask(String endpoint, Call<T> call, Predicate<StripeException> absent) {
        pace.accept(endpoint);
        try {
            return Optional.of(call.on(api));
        } catch (StripeException e) {
            if (absent.test(e)) return Optional.empty();
            throw new RailUnavailable("Stripe did not answer " + endpoint + ": " + StripeAnswers.what(e));
        } catch (RuntimeException e) {
            throw new RailUnavailable("Stripe's answer to " + endpoint + " could not be read");
        }
    }

    static RequestOptions keyed(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    static RequestOptions keyedOn(String account, String key) {
        return RequestOptions.builder()
                .setIdempotencyKey(key)
                .setStripeAccount(account)
                .build();
    }

    static RequestOptions on(Optional<String> account) {
        return account.map(id -> RequestOptions.builder().setStripeAccount(id).build())
                .orElseGet(RequestOptions::getDefault);
    }
}
