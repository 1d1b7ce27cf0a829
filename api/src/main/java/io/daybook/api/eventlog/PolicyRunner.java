package io.daybook.api.eventlog;

import io.daybook.kernel.Cause;
import io.daybook.kernel.Commands;
import io.daybook.kernel.Outcome;
import io.daybook.kernel.Policy;
import io.daybook.kernel.Recorded;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the policies react to facts. The token moves once every order of a run has been answered; a run that is repeated
 * gives the same orders under the same ids, which change nothing. Orders to one stream keep their order.
 */
public final class PolicyRunner {
    private static final Logger LOG = LoggerFactory.getLogger(PolicyRunner.class);
    private static final int FACTS_PER_RUN = 500;
    private static final List<String> TOKEN = List.of("policies");

    private final DataSource database;
    private final LogReader reader;
    private final List<Policy> policies;
    private final Commands commands;
    private final ExecutorService workers;
    private final RefusedOrderTable refused;
    private final HeadWatch reacted = new HeadWatch();

    public PolicyRunner(
            DataSource database, LogReader reader, List<Policy> policies, Commands commands, ExecutorService workers) {
        this.database = database;
        this.reader = reader;
        this.policies = List.copyOf(policies);
        this.commands = commands;
        this.workers = workers;
        this.refused = new RefusedOrderTable(database);
    }

    private record Order(Policy policy, Recorded because, Policy.Order order) {}

    /** One run; answers whether there may be more at once. */
    public boolean step() throws SQLException, InterruptedException {
        long from;
        List<Recorded> facts;
        try (Connection connection = database.getConnection()) {
            from = begunAt(connection);
            facts = reader.after(connection, from, FACTS_PER_RUN);
        }
        if (facts.isEmpty()) {
            reacted.moved(from);
            return false;
        }
        carryOut(facts);
        long to = facts.getLast().position();
        try (Connection connection = database.getConnection()) {
            TokenTable.advance(connection, TOKEN, to);
        }
        reacted.moved(to);
        return facts.size() == FACTS_PER_RUN;
    }

    private static long begunAt(Connection connection) throws SQLException {
        Long position = TokenTable.positions(connection, TOKEN).get(TOKEN.getFirst());
        if (position != null) return position;
        TokenTable.create(connection, TOKEN);
        return 0;
    }

    /** How far the policies have come. */
    public HeadWatch reacted() {
        return reacted;
    }

    private void carryOut(List<Recorded> facts) throws InterruptedException {
        Map<String, List<Order>> byStream = new LinkedHashMap<>();
        for (Recorded fact : facts)
            for (Policy policy : policies)
                for (Policy.Order order : policy.react(fact))
                    byStream.computeIfAbsent(order.command().streamId(), stream -> new ArrayList<>())
                            .add(new Order(policy, fact, order));
        commands.expect(byStream.keySet());
        List<Callable<Boolean>> work = new ArrayList<>();
        byStream.values()
                .forEach(orders -> work.add(() -> {
                    orders.forEach(this::give);
                    return true;
                }));
        for (Future<Boolean> done : workers.invokeAll(work)) {
            try {
                done.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("a policy's order was not answered", e.getCause());
            }
        }
    }

    /** A rule's no to a policy is nobody's answer: it is written down for a person. */
    private void give(Order order) {
        String policy = order.policy().name();
        Cause cause = Cause.because(order.because(), policy, order.order().target());
        if (commands.send(order.order().command(), cause) instanceof Outcome.Refused(var reason)) {
            refused.add(policy, order.because().position(), order.order().target(), reason);
            LOG.atError()
                    .addKeyValue("policy", policy)
                    .addKeyValue("position", order.because().position())
                    .log("a policy's order was refused: {}", reason.code());
        }
    }
}
