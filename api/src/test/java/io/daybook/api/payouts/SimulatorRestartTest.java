package io.daybook.api.payouts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimulatorRestartTest {
    private final PayWeek week = new PayWeek();

    @AfterEach
    void close() {
        week.close();
    }

    @Test
    void the_simulator_goes_on_after_a_restart_where_it_was() throws IOException {
        week.people(3).fund(week.total());
        String id = week.approved("week-1");
        week.post(week.checker(), "/payout-batches/" + id + "/release", "{}", 202);
        week.await("the sending", () -> count(id, "accepted") == 3);
        Path calls = week.daybook.dataDir().resolve("simulator.calls");
        assertThat(Files.readString(calls, ISO_8859_1)).doesNotContain("acct");
        Files.writeString(calls, Files.readString(calls, ISO_8859_1) + "cut off", ISO_8859_1);

        week.daybook.restart();
        week.advance(Duration.ofDays(3));
        week.await("the banks", () -> count(id, "paid") == 3);
        assertThat(week.get("/rails/simulator")
                        .path("difference")
                        .path("amount")
                        .asLong())
                .isZero();
        assertThat(week.bean(SimulatorPlant.class).provider().paidPerDestination(PayWeek.USD))
                .isEqualTo(week.earned());
        week.assertBooksAreRight();
    }

    private long count(String batch, String what) {
        return week.batch(batch).path("counts").path(what).asLong();
    }
}
