package io.daybook.period;

import io.daybook.kernel.Projection;
import io.daybook.kernel.Recorded;
import java.util.ArrayList;
import java.util.List;

/** Where the closing of each month stands. */
final class PeriodProjection implements Projection<List<PeriodEvent>> {
    @Override
    public String name() {
        return "period";
    }

    @Override
    public List<PeriodEvent> fold(List<Recorded> facts) {
        List<PeriodEvent> changes = new ArrayList<>();
        for (Recorded fact : facts) if (fact.event() instanceof PeriodEvent e) changes.add(e);
        return List.copyOf(changes);
    }
}
