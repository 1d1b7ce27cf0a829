package io.daybook.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.boot.DaybookProperties;
import io.daybook.api.http.edge.Budgets;
import io.daybook.kernel.Subject;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** At one failed login a second: of keys ten are looked up at once, of signatures a hundred checked. */
class DoorkeeperTest {
    private static final String HERE = "192.0.2.1";

    private final AtomicLong now = new AtomicLong();
    private final Budgets budgets = new Budgets(new DaybookProperties.Http(2, 3, 1, 1), now::get);
    private final Doorkeeper door = new Doorkeeper(this::weigh, budgets);
    private final Set<String> good = new HashSet<>(Set.of("dbk_good", "good"));
    private int weighed;

    @Test
    void keys_that_nobody_knows_are_not_looked_up_without_end() {
        for (int i = 0; i < 200; i++) come("dbk_guess-" + i, HERE);
        assertThat(weighed).isEqualTo(10);
        now.addAndGet(2_000_000_000L);
        for (int i = 0; i < 200; i++) come("dbk_another-" + i, HERE);
        assertThat(weighed).isEqualTo(12);
    }

    @Test
    void nor_by_somebody_with_many_addresses() {
        for (int i = 0; i < 200; i++) come("dbk_guess-" + i, "192.0.2." + i);
        assertThat(weighed).isEqualTo(50);
    }

    @Test
    void signatures_are_not_checked_without_end() {
        for (int i = 0; i < 500; i++) come("guess-" + i, HERE);
        assertThat(weighed).isEqualTo(100);
    }

    @Test
    void whoever_guesses_keeps_nobody_out_who_was_believed_from_that_address_or_comes_from_another() {
        assertThat(come("dbk_good", HERE)).isTrue();
        for (int i = 0; i < 200; i++) come("dbk_guess-" + i, HERE);
        assertThat(come("dbk_good", HERE)).isTrue();
        assertThat(come("good", HERE)).as("one of another kind").isTrue();
        assertThat(come("dbk_good", "192.0.2.2")).isTrue();
    }

    @Test
    void what_is_no_longer_believed_has_to_ask_again() {
        come("dbk_good", HERE);
        for (int i = 0; i < 200; i++) come("dbk_guess-" + i, HERE);
        good.remove("dbk_good");
        int before = weighed;
        for (int i = 0; i < 5; i++) assertThat(come("dbk_good", HERE)).isFalse();
        assertThat(weighed).isEqualTo(before + 1);
    }

    @Test
    void whoever_asked_too_much_is_told_so_before_anything_is_looked_up_but_never_when_asking_for_health() {
        come("good", HERE);
        while (budgets.callers().take("ada").granted()) assertThat(now.get()).isZero();
        int before = weighed;
        assertThat(come("good", HERE)).isFalse();
        assertThat(weighed).isEqualTo(before);
        assertThat(come("good", HERE, "/actuator/health")).isTrue();
    }

    private Authentication weigh(Authentication given) {
        weighed++;
        String token = ((BearerTokenAuthenticationToken) given).getToken();
        if (!good.contains(token)) throw new TokenRefused(Refusal.UNKNOWN_API_KEY);
        return new CallerAuthentication(new Caller(new Subject("ada"), Set.of(), null, null, null));
    }

    private boolean come(String token, String address) {
        return come(token, address, "/api/v1/contractors");
    }

    /** False where it was not believed, or not looked at. */
    private boolean come(String token, String address, String path) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setRemoteAddr(address);
        try {
            door.resolve(request).authenticate(new BearerTokenAuthenticationToken(token));
            return true;
        } catch (TokenRefused | TooManyTokens refused) {
            return false;
        }
    }
}
