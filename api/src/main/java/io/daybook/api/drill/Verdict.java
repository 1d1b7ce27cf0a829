package io.daybook.api.drill;

import io.daybook.api.drill.Evidence.Books;
import io.daybook.api.drill.Evidence.Contractor;
import io.daybook.api.drill.Evidence.Payment;
import io.daybook.api.drill.Evidence.Provider;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Whether everybody was paid exactly once or is visibly not paid yet, and, where not, who. */
record Verdict(Evidence evidence, Checks checks) implements Outcome {
    private static final Set<String> UNDER_WAY = Set.of("RESERVED", "SUBMITTING", "ACCEPTED", "IN_TRANSIT");

    static Verdict of(Evidence seen) {
        Map<String, List<String>> checks = new LinkedHashMap<>();
        checks.put(
                "per contractor: approved = paid + owed + unresolved",
                each(seen.contractors(), Verdict::notAccountedFor));
        checks.put(
                "per contractor: what reached them is what the ledger says, to the cent",
                each(seen.contractors(), Verdict::otherThanReached));
        checks.put("no payout was carried out twice", each(seen.payments(), Verdict::twice));
        checks.put("no payout was transferred for more than its amount", each(seen.payments(), Verdict::tooMuch));
        checks.put(
                "no payout is left under way: each is paid or visibly not",
                seen.unseen() == 0
                        ? each(seen.payments(), Verdict::underWay)
                        : List.of(seen.unseen() + " lines have no payout"));
        checks.put("provider: transfers - reversals = payouts + what lies on accounts", provider(seen.provider()));
        checks.put("provider balance = ledger, or each cent of the difference is explained", difference(seen.books()));
        checks.put("no key was used for two things", List.copyOf(seen.wire().keysReused()));
        checks.put("no instruction was sent without a key", none(seen.wire().unkeyed(), "instructions"));
        checks.put("no forged webhook was believed", none(seen.wire().believed(), "forgeries"));
        checks.put("the trial balance is 0.00", none(seen.books().trialBalance(), "cents"));
        checks.put(
                "the integrity checks find nothing",
                seen.books().whole() ? List.of() : List.of("see GET /api/v1/ledger/integrity"));
        checks.put(
                "a replay of the log leads to the rows that are read",
                seen.books().differing());
        return new Verdict(seen, new Checks(checks));
    }

    /** With a check of this drill alone. @param found what was wrong; nothing if it held */
    Verdict with(String check, List<String> found) {
        return new Verdict(evidence, checks.with(check, found));
    }

    @Override
    public boolean holds() {
        return checks.holds();
    }

    @Override
    public void print(PrintWriter out) {
        new VerdictTable(evidence, out).print();
        checks.print(out);
    }

    private static Stream<String> notAccountedFor(Contractor one) {
        long left = one.approved() - one.paid() - one.owed() - one.unresolved();
        return left == 0
                ? Stream.of()
                : Stream.of("%s: approved %s, paid %s, owed %s, unresolved %s"
                        .formatted(
                                one.reference(),
                                cents(one.approved()),
                                cents(one.paid()),
                                cents(one.owed()),
                                cents(one.unresolved())));
    }

    /** What is unresolved may have reached them already: that is what unresolved means. Nothing else may. */
    private static Stream<String> otherThanReached(Contractor one) {
        long more = one.reached() - one.paid();
        return more >= 0 && more <= one.unresolved()
                ? Stream.of()
                : Stream.of("%s: paid %s by the ledger, %s by the provider, unresolved %s"
                        .formatted(one.reference(), cents(one.paid()), cents(one.reached()), cents(one.unresolved())));
    }

    private static Stream<String> twice(Payment one) {
        return one.executed() <= 1
                ? Stream.of()
                : Stream.of("%s of %s was carried out %d times"
                        .formatted(one.payout(), cents(one.amount()), one.executed()));
    }

    private static Stream<String> tooMuch(Payment one) {
        return one.transferred() <= one.amount()
                ? Stream.of()
                : Stream.of("%s of %s: %s were transferred"
                        .formatted(one.payout(), cents(one.amount()), cents(one.transferred())));
    }

    private static Stream<String> underWay(Payment one) {
        return UNDER_WAY.contains(one.status()) ? Stream.of(one.payout() + " is " + one.status()) : Stream.of();
    }

    private static List<String> provider(Provider provider) {
        long left = provider.transfers() - provider.reversals() - provider.payouts() - provider.lying();
        return left == 0 ? List.of() : List.of(cents(left) + " are nowhere");
    }

    private static List<String> difference(Books books) {
        return books.unexplained() == 0
                ? List.of()
                : List.of(cents(books.unexplained()) + " of " + cents(books.difference()) + " are unexplained");
    }

    private static List<String> none(long count, String what) {
        return count == 0 ? List.of() : List.of(count + " " + what);
    }

    private static <T> List<String> each(List<T> all, Function<T, Stream<String>> complaint) {
        return all.stream().flatMap(complaint).toList();
    }

    static String cents(long cents) {
        return "%s%,d.%02d".formatted(cents < 0 ? "-" : "", Math.abs(cents) / 100, Math.abs(cents) % 100);
    }
}
