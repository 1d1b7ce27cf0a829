package io.daybook.api.drill;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrontendTest {
    private static final int SSL_REQUEST = 80_877_103;
    private static final int VERSION_3 = 3 << 16;
    private final Frontend frontend = new Frontend();

    @Test
    void messages_have_a_type_once_the_session_has_started_not_after_asking_for_encryption() {
        assertThat(frontend.isStarting()).isTrue();
        frontend.starting(SSL_REQUEST);
        assertThat(frontend.isStarting()).isTrue();
        frontend.starting(VERSION_3);
        assertThat(frontend.isStarting()).isFalse();
    }

    @Test
    void a_commit_is_complete_with_the_sync_behind_it() {
        assertThat(says('P', "\0COMMIT\0\0\0")).isFalse();
        assertThat(says('B', "\0\0\0\0")).isFalse();
        assertThat(says('E', "\0\0\0\0\0")).isFalse();
        assertThat(says('S', "")).isTrue();
        assertThat(says('S', "")).as("a sync of something else").isFalse();
    }

    @Test
    void an_append_that_the_server_knows_by_name_is_known_again() {
        says('P', "S_7\0SELECT daybook.append($1)\0\0\0");
        says('S', "");
        assertThat(says('B', "\0S_7\0\0\0")).isFalse();
        assertThat(says('S', "")).isTrue();
    }

    @Test
    void a_query_is_no_commit_and_a_name_may_come_to_mean_one_no_longer() {
        says('P', "S_1\0COMMIT\0\0\0");
        says('P', "S_1\0SELECT 1\0\0\0");
        says('B', "\0S_1\0\0\0");
        assertThat(says('S', "")).isFalse();
        assertThat(says('Q', "SELECT 'COMMIT'\0")).isFalse();
        assertThat(says('Q', "commit\0")).isTrue();
    }

    private boolean says(char type, String body) {
        return frontend.completesCommit((byte) type, body.getBytes(ISO_8859_1));
    }
}
