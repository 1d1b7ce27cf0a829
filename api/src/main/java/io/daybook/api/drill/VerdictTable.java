package io.daybook.api.drill;

import io.daybook.api.drill.Evidence.Contractor;
import io.daybook.api.drill.Evidence.Payment;
import io.daybook.api.drill.Evidence.Provider;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** The ledger beside the provider, as a person reads it. */
record VerdictTable(Evidence evidence, PrintWriter out) {
    void print() {
        out.printf("  %-34s %10s %16s%n", "", "payouts", "USD");
        row("Payouts", evidence.payments());
        Map<Boolean, List<Payment>> paid =
                evidence.payments().stream().collect(Collectors.partitioningBy(Payment::isPaid));
        row("  paid by the ledger", paid.getOrDefault(true, List.of()));
        new TreeMap<>(paid.getOrDefault(false, List.of()).stream().collect(Collectors.groupingBy(Payment::status)))
                .forEach((status, payments) -> row("  not paid: " + status, payments));
        Provider provider = evidence.provider();
        row(
                "  paid by the provider",
                evidence.payments().stream().mapToLong(Payment::executed).sum(),
                provider.payouts());
        amount("Provider: transfers - reversals", provider.transfers() - provider.reversals());
        amount("Provider: left on connected accounts", provider.lying());
        amount("Approved", sum(Contractor::approved));
        amount("  paid", sum(Contractor::paid));
        amount("  owed", sum(Contractor::owed));
        amount("  unresolved", sum(Contractor::unresolved));
        amount("Provider less ledger (1010)", evidence.books().difference());
    }

    private long sum(ToLongFunction<Contractor> of) {
        return evidence.contractors().stream().mapToLong(of).sum();
    }

    private void row(String what, List<Payment> payments) {
        row(what, payments.size(), payments.stream().mapToLong(Payment::amount).sum());
    }

    private void row(String what, long count, long cents) {
        out.printf("  %-34s %10d %16s%n", what, count, Verdict.cents(cents));
    }

    private void amount(String what, long cents) {
        out.printf("  %-45s %16s%n", what, Verdict.cents(cents));
    }
}
