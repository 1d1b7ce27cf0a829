package io.daybook.payout;

import static io.daybook.shell.SqlTable.column;
import static io.daybook.shell.SqlTable.instant;
import static io.daybook.shell.SqlTable.list;
import static io.daybook.shell.SqlTable.update;

import io.daybook.account.PayoutId;
import io.daybook.money.Money;
import io.daybook.payout.KnownObject.Taken;
import io.daybook.rail.RailObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Writes and reads what was taken in of a provider's objects; they are few, so each is written by itself. */
final class ProviderObjectTable {
    private ProviderObjectTable() {}

    static void write(Connection connection, List<KnownObject> objects) throws SQLException {
        for (KnownObject known : objects)
            update(
                    connection,
                    """
                    INSERT INTO view.provider_object
                           (rail, object, payout, kind, taken_as, amount_minor, left_minor, currency, taken_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT DO NOTHING
                    """,
                    known.rail(),
                    known.object(),
                    known.payout(),
                    known.kind(),
                    known.takenAs(),
                    known.amount().minor(),
                    known.left().minor(),
                    known.amount().currency(),
                    known.takenAt());
    }

    static Set<String> known(DataSource source, String rail, Collection<String> objects) {
        return new HashSet<>(list(
                source,
                "SELECT object FROM view.provider_object WHERE rail = ? AND object = ANY(?)",
                row -> row.getString(1),
                rail,
                column(objects, object -> object)));
    }

    static List<PayoutId> payoutsTakenIn(DataSource source) {
        return list(
                source,
                "SELECT DISTINCT payout FROM view.provider_object WHERE taken_as = 'OF_PAYOUT' ORDER BY payout",
                row -> new PayoutId(row.getString("payout")));
    }

    static List<KnownObject> strays(DataSource source, String rail, int limit) {
        return list(source, """
                SELECT rail, object, payout, kind, taken_as, amount_minor, left_minor, currency, taken_at
                  FROM view.provider_object
                 WHERE rail = ? AND taken_as = 'STRAY'
                 ORDER BY object LIMIT ?
                """, ProviderObjectTable::read, rail, limit);
    }

    private static KnownObject read(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new KnownObject(
                row.getString("rail"),
                row.getString("object"),
                row.getString("payout"),
                RailObject.Kind.valueOf(row.getString("kind")),
                Taken.valueOf(row.getString("taken_as")),
                Money.of(row.getLong("amount_minor"), currency),
                Money.of(row.getLong("left_minor"), currency),
                instant(row, "taken_at"));
    }
}
