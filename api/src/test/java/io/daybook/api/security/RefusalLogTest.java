package io.daybook.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class RefusalLogTest {
    @Test
    void what_is_told_of_a_refusal_holds_nothing_of_what_the_caller_sent() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/contractors/ada@example.com");
        request.addHeader("Authorization", "Bearer secret-token");
        request.setQueryString("access_token=secret-token");
        assertThat(RefusalLog.line(Refusal.EXPIRED, request))
                .isEqualTo("refused: expired at GET /api/v1/contractors/{id}, request null");
    }

    @Test
    void a_path_that_would_write_a_line_of_its_own_is_not_repeated() {
        MockHttpServletRequest request =
                new MockHttpServletRequest("GET\n", "/api/v1/contractors\n17:00 INFO paid 1,000,000%0a");
        assertThat(RefusalLog.line(Refusal.ROLE, request)).isEqualTo("refused: role at no route, request null");
    }
}
