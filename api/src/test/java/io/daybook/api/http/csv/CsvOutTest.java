package io.daybook.api.http.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.money.Money;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvOutTest {
    @ParameterizedTest
    @MethodSource("formulas")
    void what_a_spreadsheet_would_take_for_a_formula_is_text(String text) throws IOException {
        assertThat(CsvText.harmless(text)).isEqualTo("'" + text);
        assertThat(written(text)).startsWith("a,b,c\r\n").containsAnyOf("\n'", "\n\"'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a=b", "Ada", "'=1", "1-2", "x@example.com", "  a", "\u00a0", "(=1)", "\"=1\"", "5"})
    void other_text_stays_as_it_is(String text) {
        assertThat(CsvText.harmless(text)).isEqualTo(text);
    }

    @Test
    void numbers_stay_numbers_below_zero_too() throws IOException {
        StringWriter out = new StringWriter();
        try (CsvOut csv = new CsvOut(out, List.of("n", "amount", "none"))) {
            csv.number(-5)
                    .amount(new Money(-1234, Currency.getInstance("USD")))
                    .blank(1)
                    .end();
            csv.number(7)
                    .amount(new Money(5, Currency.getInstance("JPY")))
                    .text(null)
                    .end();
        }
        assertThat(out.toString().lines()).containsExactly("n,amount,none", "-5,-12.34,", "7,5,");
    }

    private static List<String> formulas() {
        return List.of(
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\tx",
                "\rx",
                "\nx",
                " =1",
                "   =1",
                "\u00a0=1",
                "\u2007=1",
                "\u3000=1",
                "\n=1",
                "\r\n=1",
                "\u0085=1",
                "\u2028=1",
                "\u200b=1",
                "\u200d\u2060=1",
                "\ufeff=1",
                "\ufeff \u00a0\u200b-1",
                "\u00ad=1",
                "\u202e=1",
                "\u0000=1",
                "\u000b=1",
                "\u3164=1",
                "\u2800@x",
                "\uff1dx",
                "\uff0bx",
                "\uff0dx",
                "\uff20x",
                " \uff1dx",
                "=",
                " -");
    }

    private static String written(String text) throws IOException {
        StringWriter out = new StringWriter();
        try (CsvOut csv = new CsvOut(out, List.of("a", "b", "c"))) {
            csv.text(text).number(1).blank(1).end();
        }
        return out.toString();
    }
}
