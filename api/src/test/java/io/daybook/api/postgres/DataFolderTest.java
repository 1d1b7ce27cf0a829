package io.daybook.api.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DataFolderTest {
    private static final int TIMES = 500;

    @TempDir
    private Path folder;

    @Test
    void who_asks_whether_it_is_held_keeps_nobody_from_holding_it() throws Exception {
        DataFolder.hold(folder).close();
        AtomicBoolean enough = new AtomicBoolean();
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<?> asking = other.submit(() -> {
                while (!enough.get()) DataFolder.isHeld(folder);
            });
            try {
                for (int i = 0; i < TIMES; i++) DataFolder.hold(folder).close();
            } finally {
                enough.set(true);
            }
            asking.get();
        }
        assertThat(DataFolder.isHeld(folder)).isFalse();
    }

    @Test
    void one_that_is_held_is_not_held_twice() {
        try (DataFolder held = DataFolder.hold(folder)) {
            assertThatThrownBy(() -> DataFolder.hold(held.path()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("in use by another Daybook");
            assertThat(DataFolder.isHeld(folder)).isTrue();
        }
    }
}
