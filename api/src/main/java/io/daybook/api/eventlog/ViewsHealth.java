package io.daybook.api.eventlog;

import java.util.List;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Down while the views lack a fact. They can be read all the same: readiness does not ask for this. */
public final class ViewsHealth extends AbstractHealthIndicator {
    private final DeadLetters letters;

    public ViewsHealth(DeadLetters letters) {
        super("what is parked could not be read");
        this.letters = letters;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        List<DeadLetter> first = letters.list(0, 1);
        if (first.isEmpty()) {
            health.up();
            return;
        }
        DeadLetter letter = first.getFirst();
        health.down()
                .withDetail("parked", letters.count())
                .withDetail("first", "position " + letter.position() + " of " + letter.stream() + ": " + letter.code());
    }
}
