package io.daybook.api.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WorkforceTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Test
    void the_same_seed_makes_the_same_people_with_a_row_each_in_both_files() {
        Workforce workforce = Workforce.of(5, 1, 20, MONDAY);
        assertThat(workforce).isEqualTo(Workforce.of(5, 1, 20, MONDAY)).isNotEqualTo(Workforce.of(5, 2, 20, MONDAY));
        assertThat(workforce.roster().lines()).hasSize(21);
        assertThat(workforce.time().lines()).hasSize(21);
    }

    @Test
    void the_total_is_what_all_of_them_earned() {
        Workforce workforce = Workforce.of(5, 1, 20, MONDAY);
        assertThat(workforce.people().stream()
                        .mapToLong(person -> person.earned().minor())
                        .sum())
                .isEqualTo(workforce.total().minor());
    }
}
