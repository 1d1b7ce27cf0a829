package io.daybook.api.drill;

import java.time.Duration;

/** One thing that a storm does to Daybook, so long after the release. */
sealed interface Act {
    Duration at();

    /** SIGKILL: no time for anything. Whoever looks after the node starts it again. */
    record KillNode(Duration at, int node) implements Act {}

    /** SIGSTOP and, later, SIGCONT: the node believes that no time has passed. */
    record FreezeNode(Duration at, int node, Duration length) implements Act {}

    /** An immediate stop of PostgreSQL and, after {@code down}, its recovery. */
    record CrashDatabase(Duration at, Duration down) implements Act {}

    /** Every process of PostgreSQL stands still. */
    record FreezeDatabase(Duration at, Duration length) implements Act {}

    /** The next commits lose their connection, half of them after the server has the order. */
    record CutCommits(Duration at, int commits) implements Act {}

    /** The provider answers none of the next reads. */
    record LoseReads(Duration at, int reads) implements Act {}
}
