package io.daybook.api.seal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.daybook.api.eventlog.Follower;
import io.daybook.api.eventlog.HeadWatch;
import io.daybook.api.postgres.DatabaseAccess;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The sealer at work on this node: its own connection, in its own role, and its own thread. */
final class SealerThread implements AutoCloseable {
    /** What a crash loses of leaves and nodes is computed again from the log; names, keys and checkpoints wait for the disk. */
    private static final String INTO_THE_ROLE = "SET ROLE daybook_sealer; SET synchronous_commit = off;"
            + " SET idle_in_transaction_session_timeout = '15s'";

    private static final long PATIENCE_MILLIS = 5_000;

    private final HikariDataSource connection;
    private final Sealer sealer;
    private final Follower follower;

    /** @param origin the log's name, where one is configured */
    SealerThread(DatabaseAccess access, HeadWatch head, Path anchors, Path keys, @Nullable String origin) {
        this.connection = connection(access);
        this.sealer = sealer(connection, anchors, keys, origin, System::nanoTime);
        this.follower = new Follower("sealer", head, sealer.sealed(), sealer::step);
    }

    static Sealer sealer(
            DataSource connection, Path anchors, Path keys, @Nullable String origin, LongSupplier nanoTime) {
        SealTable seal = new SealTable(connection);
        CheckpointTable checkpoints = new CheckpointTable(connection);
        TreeTable tree = new TreeTable(connection);
        return new Sealer(
                new EventLeafTable(connection),
                seal,
                new SealLeaseTable(connection),
                new TakeOver(seal, checkpoints, tree, new SigningKeys(keys), origin),
                new Anchoring(seal, checkpoints, tree, new AnchorFolder(anchors)),
                new Sweep(tree),
                nanoTime);
    }

    /** One connection: the sealer does one thing at a time. It is made when it is wanted, and again after it was lost. */
    static HikariDataSource connection(DatabaseAccess access) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("sealer");
        config.setJdbcUrl(access.url());
        config.setUsername(access.sealer().user());
        config.setPassword(access.sealer().password());
        config.setMaximumPoolSize(1);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setInitializationFailTimeout(-1);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setConnectionInitSql(INTO_THE_ROLE);
        return new HikariDataSource(config);
    }

    /** What stops it just now; empty while all is well, on a node that does not seal too. */
    Optional<String> trouble() {
        return sealer.trouble().or(follower::trouble);
    }

    @Override
    public void close() throws InterruptedException {
        follower.close();
        sealer.letGo();
        connection.close();
    }
}
