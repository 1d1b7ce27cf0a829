package io.daybook.api.eventlog;

import io.daybook.kernel.ConditionTable;
import io.daybook.kernel.JoiningTable;
import io.daybook.kernel.RiderTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What rides with one flush: equal conditions are asked once, and riders that join are written by one statement for
 * each class, before whatever comes after them that does not.
 */
final class RidersOfFlush {
    private final Connection connection;
    private final Set<RiderTable> asked = new HashSet<>();
    private final Map<Class<?>, List<JoiningTable>> gathered = new LinkedHashMap<>();

    private RidersOfFlush(Connection connection) {
        this.connection = connection;
    }

    static void write(Connection connection, List<AppendUnit> units) throws SQLException {
        RidersOfFlush riders = new RidersOfFlush(connection);
        for (AppendUnit unit : units) for (RiderTable rider : unit.riders()) riders.take(rider);
        riders.writeGathered();
    }

    private void take(RiderTable rider) throws SQLException {
        switch (rider) {
            case JoiningTable joining ->
                gathered.computeIfAbsent(joining.getClass(), kind -> new ArrayList<>())
                        .add(joining);
            case ConditionTable condition -> {
                if (asked.add(condition)) condition.write(connection);
            }
            default -> {
                writeGathered();
                rider.write(connection);
            }
        }
    }

    private void writeGathered() throws SQLException {
        for (List<JoiningTable> alike : gathered.values()) alike.getFirst().writeAll(connection, List.copyOf(alike));
        gathered.clear();
    }
}
