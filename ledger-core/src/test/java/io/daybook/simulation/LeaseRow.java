package io.daybook.simulation;

import io.daybook.kernel.Rider;
import io.daybook.payout.engine.RailLease;

/** The lease as the database has it, on the database's clock. */
final class LeaseRow {
    private static final long HELD = 10_000;
    private static final long SURE = 6_000;
    private static final long OTHERS_FIRST = 3_000;

    private final World world;
    private String owner = "";
    private long fence;
    private long heldUntil = Long.MIN_VALUE;

    LeaseRow(World world) {
        this.world = world;
    }

    record Ticket(String owner, long fence, boolean checked) implements Rider {}

    /** Errors: Unreachable when this is not the ticket of whoever is in charge. */
    void require(Ticket ticket) {
        if (ticket.checked() && !(ticket.owner().equals(owner) && ticket.fence() == fence))
            throw new Unreachable("not in charge any more: " + ticket);
    }

    boolean isOwnedBy(String process) {
        return owner.equals(process);
    }

    /** @param process the node's, from start to crash */
    RailLease lease(Node node, String process) {
        return new Held(node, process);
    }

    private final class Held implements RailLease {
        private final Node node;
        private final String process;
        private boolean held;
        private long sureUntil;
        private long seenFence;

        Held(Node node, String process) {
            this.node = node;
            this.process = process;
        }

        @Override
        public boolean renew(boolean isReady) {
            long asked = node.ticks();
            held = owner.equals(process) || heldUntil < world.now() - (isReady ? 0 : OTHERS_FIRST);
            if (!held) return false;
            if (!owner.equals(process)) fence++;
            owner = process;
            heldUntil = world.now() + HELD;
            seenFence = fence;
            sureUntil = asked + SURE;
            return true;
        }

        @Override
        public boolean isHeld() {
            return held && node.ticks() < sureUntil;
        }

        @Override
        public Rider ticket() {
            return new Ticket(process, seenFence, true);
        }

        @Override
        public void letGo() {
            held = false;
            if (owner.equals(process)) heldUntil = world.now();
        }
    }
}
