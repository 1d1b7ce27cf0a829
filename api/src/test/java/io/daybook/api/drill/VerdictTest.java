package io.daybook.api.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.drill.Evidence.Books;
import io.daybook.api.drill.Evidence.Contractor;
import io.daybook.api.drill.Evidence.Payment;
import io.daybook.api.drill.Evidence.Provider;
import io.daybook.api.drill.Evidence.Wire;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final Contractor PAID = new Contractor("c1", 500, 500, 0, 0, 500);
    private static final Contractor FAILED = new Contractor("c2", 300, 0, 300, 0, 0);
    private static final Contractor UNKNOWN = new Contractor("c3", 200, 0, 0, 200, 200);
    private static final List<Payment> PAYMENTS = List.of(
            new Payment("p1", "PAID", 500, 1, 500),
            new Payment("p2", "FAILED", 300, 0, 300),
            new Payment("p3", "UNKNOWN", 200, 1, 200));
    private static final Provider PROVIDER = new Provider(1_000, 0, 700, 300);
    private static final Books BOOKS = new Books(0, true, 0, 0, List.of());
    private static final Wire WIRE = new Wire(Set.of(), 0, 9, 0);

    @Test
    void paid_once_failed_and_owed_or_unknown_and_perhaps_there_all_hold() {
        assertThat(Verdict.of(evidence(List.of(PAID, FAILED, UNKNOWN), PAYMENTS))
                        .holds())
                .isTrue();
    }

    @Test
    void a_payout_carried_out_twice_is_a_no_and_names_payout_and_contractor() {
        Contractor twice = new Contractor("c1", 500, 500, 0, 0, 1_000);
        Verdict verdict = Verdict.of(new Evidence(
                List.of(twice, FAILED, UNKNOWN),
                List.of(new Payment("p1", "PAID", 500, 2, 1_000), PAYMENTS.get(1), PAYMENTS.get(2)),
                0,
                new Provider(1_500, 0, 1_200, 300),
                new Books(0, true, -500, -500, List.of()),
                WIRE));
        assertThat(broken(verdict))
                .containsExactly(
                        "per contractor: what reached them is what the ledger says, to the cent",
                        "no payout was carried out twice",
                        "no payout was transferred for more than its amount",
                        "provider balance = ledger, or each cent of the difference is explained");
        StringWriter text = new StringWriter();
        verdict.print(new PrintWriter(text));
        assertThat(text.toString())
                .contains("[BROKEN] no payout was carried out twice", "p1 of 5.00 was carried out 2 times", "c1: paid");
    }

    @Test
    void one_cent_that_nobody_can_name_is_a_no() {
        assertThat(broken(Verdict.of(
                        evidence(List.of(new Contractor("c1", 501, 500, 0, 0, 500), FAILED, UNKNOWN), PAYMENTS))))
                .containsExactly("per contractor: approved = paid + owed + unresolved");
    }

    @Test
    void two_errors_of_one_sum_do_not_cancel_each_other_out() {
        Contractor tooMuch = new Contractor("c1", 500, 500, 0, 0, 600);
        Contractor tooLittle = new Contractor("c2", 300, 300, 0, 0, 200);
        assertThat(Verdict.of(evidence(List.of(tooMuch, tooLittle), List.of()))
                        .checks()
                        .complaints()
                        .get("per contractor: what reached them is what the ledger says, to the cent"))
                .hasSize(2);
    }

    @Test
    void what_is_still_under_way_was_not_seen_through() {
        assertThat(broken(Verdict.of(evidence(List.of(), List.of(new Payment("p1", "SUBMITTING", 500, 1, 500))))))
                .containsExactly("no payout is left under way: each is paid or visibly not");
    }

    @Test
    void a_key_used_twice_a_forgery_believed_a_crooked_balance_and_broken_books_are_each_a_no() {
        Verdict verdict = Verdict.of(new Evidence(
                List.of(PAID),
                List.of(PAYMENTS.getFirst()),
                1,
                new Provider(1_000, 0, 700, 299),
                new Books(1, false, 0, 0, List.of("view.payout")),
                new Wire(Set.of("p1:transfer:1"), 1, 9, 1)));
        assertThat(broken(verdict)).hasSize(8);
    }

    private static Evidence evidence(List<Contractor> contractors, List<Payment> payments) {
        return new Evidence(contractors, payments, 0, PROVIDER, BOOKS, WIRE);
    }

    private static List<String> broken(Verdict verdict) {
        return verdict.checks().complaints().entrySet().stream()
                .filter(check -> !check.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }
}
