package io.daybook.rail.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.money.Currencies;
import io.daybook.money.Money;
import io.daybook.rail.RailTerms;
import java.util.Currency;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripeUnitsTest {
    @ParameterizedTest
    @CsvSource({
        "USD, 1, 1, 12345, 12345",
        "EUR, 1, 100, 12345, 12345",
        "JPY, 1, 1, 500, 500",
        "HUF, 100, 100, 1000, 1000",
        "TWD, 100, 100, 1000, 1000",
        "ISK, 1, 1, 5, 500",
        "UGX, 1, 1, 5, 500",
        "MGA, 100, 100, 500, 5",
        "KWD, 10, 1000, 5120, 5120",
        "TND, 10, 1000, 5120, 5120"
    })
    void a_currency_has_stripes_own_units(String code, long quantum, long minimum, long minor, long atStripe) {
        Currency currency = Currencies.of(code);
        RailTerms terms = StripeUnits.terms(currency).orElseThrow();

        assertThat(terms).isEqualTo(new RailTerms(new Money(quantum, currency), new Money(minimum, currency)));
        assertThat(StripeUnits.toStripe(new Money(minor, currency))).isEqualTo(atStripe);
        assertThat(StripeUnits.fromStripe(atStripe, code.toLowerCase(java.util.Locale.ROOT)))
                .isEqualTo(new Money(minor, currency));
    }

    @Test
    void a_currency_whose_decimals_stripe_does_not_publish_is_not_carried() {
        assertThat(StripeUnits.terms(Currencies.of("IQD"))).isEmpty();
        assertThat(StripeUnits.terms(Currencies.of("CLF"))).isEmpty();
    }

    @Test
    void what_is_smaller_than_a_unit_is_no_amount_rather_than_a_rounded_one() {
        assertThatThrownBy(() -> StripeUnits.fromStripe(550, "isk")).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> StripeUnits.toStripe(Money.of(550, "MGA"))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void every_amount_that_the_terms_allow_comes_back_as_it_went() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (Currency currency : Currency.getAvailableCurrencies()) {
            if (currency.getDefaultFractionDigits() < 0) continue;
            StripeUnits.terms(currency).ifPresent(terms -> {
                Money amount = terms.roundDown(new Money(random.nextLong(1_000_000_000_000L), currency));
                assertThat(StripeUnits.fromStripe(StripeUnits.toStripe(amount), StripeUnits.code(currency)))
                        .as("seed %d", seed)
                        .isEqualTo(amount);
            });
        }
    }
}
