package io.daybook.bench;

import io.daybook.bench.Load.Operation;
import io.daybook.contractor.ContractorId;
import io.daybook.journal.JournalModule;
import io.daybook.journal.JournalViews;
import io.daybook.journal.Viewpoint;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/** What a contractor and finance ask for, through the views, against reading one row of the log by its primary key. */
final class Reads {
    private static final int CALLERS = 8;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Instant EVER = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant NEVER = Instant.parse("2100-01-01T00:00:00Z");

    private final DataSource pool;
    private final JournalViews views;
    private final int people;
    private final long head;

    Reads(DataSource pool, int people) throws SQLException {
        this.pool = pool;
        this.views = JournalModule.views(pool);
        this.people = people;
        this.head = Ground.count(pool, "SELECT max(position) FROM daybook.event_log");
    }

    List<Ratio> measure(Pairs pairs) throws Exception {
        Viewpoint past = Viewpoint.asOf(Instant.now());
        return List.of(
                against("balance", 0.6, pairs, caller -> views.balances(anyone(), Viewpoint.NOW)),
                against("balance as of an instant", 0.4, pairs, caller -> views.balances(anyone(), past)),
                against("statement of " + BonusLog.EACH + " lines", 0.3, pairs, caller -> statement()));
    }

    private void statement() {
        int lines = views.statements(anyone(), EVER, NEVER, Viewpoint.NOW)
                .getFirst()
                .lines()
                .size();
        if (lines != BonusLog.EACH) throw new IllegalStateException("a statement of " + lines + " lines");
    }

    private Ratio against(String what, double goal, Pairs pairs, Operation ours) throws Exception {
        Load.of(CALLERS, WARM_UP, ours);
        Load.of(CALLERS, WARM_UP, this::row);
        return Ratio.atLeast(
                goal,
                what + " ÷ read by primary key, " + CALLERS + " callers",
                Pairs.ratios(pairs.paces(what, CALLERS, ours, this::row)));
    }

    private ContractorId anyone() {
        return BonusLog.person(ThreadLocalRandom.current().nextInt(people));
    }

    private void row(int caller) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT * FROM daybook.event_log WHERE position = ?")) {
            statement.setLong(1, ThreadLocalRandom.current().nextLong(head) + 1);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                if (row.getBytes("payload") == null) throw new IllegalStateException("an event without a payload");
            }
        }
    }
}
