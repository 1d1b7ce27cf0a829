package io.daybook.api.seal;

import io.daybook.api.boot.DaybookProperties;
import io.daybook.api.boot.ForOneCommand;
import io.daybook.api.eventlog.EventLog;
import io.daybook.api.postgres.DatabaseAccess;
import io.daybook.payout.engine.SealedLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sealing, put together. A start for one command seals nothing: whoever looks into a stopped Daybook changes nothing. */
@Configuration(proxyBeanMethods = false)
class SealConfiguration {
    @Bean
    SealedLog sealedLog(DataSource database) {
        return new CheckpointTable(database);
    }

    @Bean
    SealWatch sealWatch(DataSource database, ObjectProvider<SealerThread> sealer, DaybookProperties daybook) {
        Path embedded = daybook.dataDir().resolve("postgres").resolve("data");
        return new SealWatch(
                new CheckpointTable(database),
                () -> Optional.ofNullable(sealer.getIfAvailable()).flatMap(SealerThread::trouble),
                AnchorDisk.of(daybook.anchorDir(), Files.isDirectory(embedded) ? embedded : null),
                System.nanoTime());
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty(name = ForOneCommand.KEY, havingValue = false, matchIfMissing = true)
    static class AtWork {
        @Bean
        SealerThread sealer(DatabaseAccess access, EventLog log, DaybookProperties daybook) {
            return new SealerThread(
                    access,
                    log.head(),
                    daybook.anchorDir(),
                    daybook.keysDir(),
                    daybook.audit().origin());
        }

        @Bean("seal")
        SealHealth sealHealth(SealWatch watch) {
            return new SealHealth(watch);
        }
    }
}
