package io.daybook.access;

import io.daybook.access.AccessCommand.ApproveGrant;
import io.daybook.access.AccessCommand.ProposeGrant;
import io.daybook.access.AccessCommand.WithdrawAccess;
import io.daybook.kernel.Rider;
import io.daybook.kernel.Subject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands about each subject's access, for requests to rest on. Written by riders, in the transaction of the fact: from its
 * commit on every node's next request finds it, by primary key.
 */
public interface Permissions {
    /** Empty for a subject about whom nothing was decided: nearly all. */
    Optional<Permission> find(Subject subject);

    /** In the subjects' order. @param after the last one seen; null begins */
    List<Permission> after(@Nullable String after, int limit);

    /** To go with the order; each leaves what the rules leave. */
    List<Rider> riders(WithdrawAccess order);

    List<Rider> riders(ProposeGrant order);

    /** @param proposal what the order approves: the rules see to it that it is the one that waits */
    List<Rider> riders(ApproveGrant order, Permission.Proposal proposal);
}
