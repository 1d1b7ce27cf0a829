package io.daybook.bench;

import io.daybook.bench.Load.Operation;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Bonuses for people at random, asked for over HTTP by callers that keep their connections, of the whole program. */
final class OrdersOverHttp implements Operation {
    private static final int PEOPLE = 200;

    private final Program program;
    private final AtomicLong acknowledged = new AtomicLong();

    OrdersOverHttp(Program program) throws IOException, InterruptedException {
        this.program = program;
        for (int person = 0; person < PEOPLE; person++) register("E-" + person);
    }

    private void register(String reference) throws IOException, InterruptedException {
        program.post(Program.MAKER, "/contractors", """
                {"reference": "%1$s", "name": "Person %1$s", "email": "%1$s@example.org", "country": "US", "currency": "USD"}
                """.formatted(reference));
    }

    @Override
    public void run(int caller) throws IOException, InterruptedException {
        bonus(program, "E-" + ThreadLocalRandom.current().nextInt(PEOPLE));
        acknowledged.incrementAndGet();
    }

    static void bonus(Program program, String person) throws IOException, InterruptedException {
        program.post(Program.MAKER, "/adjustments", """
                {"contractor": "%s", "kind": "BONUS", "amount": {"amount": 1234, "currency": "USD"}, "reason": "for the launch"}
                """.formatted(person));
    }

    void awaitViews() throws IOException, InterruptedException {
        program.get(Program.MAKER, "/adjustments?limit=1");
    }

    long acknowledged() {
        return acknowledged.get();
    }
}
