package io.daybook.payout.engine;

import javax.sql.DataSource;

/** What the wiring needs of the engine. */
public final class EngineModule {
    private EngineModule() {}

    public static EngineStore store(DataSource source) {
        return new EngineStore(
                new RailSwitchTable(source),
                new RailInboxTable(source),
                new RailCursorTable(source),
                new ContinuityTable(source));
    }

    /** One for each rail and process. */
    public static RailLease lease(DataSource source, String rail) {
        return new RailLeaseTable(source, rail);
    }
}
