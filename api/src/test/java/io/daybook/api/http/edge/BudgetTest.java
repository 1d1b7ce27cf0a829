package io.daybook.api.http.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong now = new AtomicLong(-5 * SECOND);
    private final Budget budget = new Budget("requests", 10, 30, now::get);

    @Test
    void a_burst_is_granted_at_once_and_no_more_than_it() {
        assertThat(granted("ada", 100)).isEqualTo(30);
        assertThat(granted("bob", 1)).as("somebody else's").isEqualTo(1);
    }

    @Test
    void what_was_spent_comes_back_as_fast_as_it_says_and_never_beyond_the_burst() {
        granted("ada", 100);
        now.addAndGet(SECOND);
        assertThat(granted("ada", 100)).isEqualTo(10);
        now.addAndGet(1_000 * SECOND);
        assertThat(granted("ada", 100)).isEqualTo(30);
    }

    @Test
    void each_share_says_what_is_left_and_a_refusal_when_it_is_worth_to_come_again() {
        assertThat(budget.take("ada"))
                .isEqualTo(new Budget.Share(true, "\"requests\";q=30;w=3", "\"requests\";r=29;t=1", 0));
        granted("ada", 29);
        assertThat(budget.take("ada"))
                .isEqualTo(new Budget.Share(false, "\"requests\";q=30;w=3", "\"requests\";r=0;t=3", 1));
        now.addAndGet(SECOND);
        assertThat(budget.take("ada").granted()).isTrue();
    }

    @Test
    void in_the_long_run_nobody_gets_more_than_the_rate() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        long begin = now.get();
        int granted = 0;
        for (int i = 0; i < 10_000; i++) {
            now.addAndGet(random.nextLong(SECOND / 5));
            granted += granted("ada", random.nextInt(8));
        }
        long seconds = (now.get() - begin) / SECOND;
        assertThat((long) granted).as("seed " + seed).isLessThanOrEqualTo(30 + 10 * (seconds + 1));
    }

    @Test
    void however_many_callers_there_are_they_take_up_no_more_room() {
        for (int i = 0; i < 200_000; i++) budget.take("caller-" + i);
        assertThat(budget.callers()).isLessThanOrEqualTo(50_000);
        now.addAndGet(10 * SECOND);
        budget.take("one-more");
        assertThat(budget.callers()).as("once all are full again").isEqualTo(1);
    }

    @Test
    void an_ipv6_network_is_one_address() {
        assertThat(Address.network("192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(Address.network("2001:db8:1:2:3:4:5:6")).isEqualTo(Address.network("2001:db8:1:2:9:9:9:9"));
        assertThat(Address.network("2001:db8:1:2:3:4:5:6")).isNotEqualTo(Address.network("2001:db8:1:3:3:4:5:6"));
        assertThat(Address.network("0:0:0:0:0:0:0:1")).isEqualTo(Address.network("0:0:0:0:0:0:0:1"));
    }

    private int granted(String caller, int asked) {
        int granted = 0;
        for (int i = 0; i < asked; i++) if (budget.take(caller).granted()) granted++;
        return granted;
    }
}
