package io.daybook.api.security;

import static io.daybook.api.security.Role.ADMIN;
import static io.daybook.api.security.Role.APPROVER;
import static io.daybook.api.security.Role.AUDITOR;
import static io.daybook.api.security.Role.CONTRACTOR;
import static io.daybook.api.security.Role.FINANCE_CHECKER;
import static io.daybook.api.security.Role.FINANCE_MAKER;
import static io.daybook.api.security.Role.OPERATOR;

import java.util.Set;

/**
 * The one table of who may do what. A path that is not here is not there, whatever controllers say.
 * The auditor may GET everything under {@code /api/v1}; a line's {@code keyed} ones need an {@code Idempotency-Key}.
 */
public final class Routes {
    private static final RouteTable TABLE = new RouteTable();

    static {
        imports();
        people();
        time();
        money();
        payouts();
        books();
        evidence();
        webhooksOut();
        everyone();
        access();
    }

    private Routes() {}

    public static RouteTable table() {
        return TABLE;
    }

    private static void imports() {
        TABLE.get("/imports", FINANCE_MAKER);
        TABLE.post("/imports", FINANCE_MAKER);
        TABLE.get("/imports/{id}", FINANCE_MAKER);
        TABLE.get("/imports/{id}/errors", FINANCE_MAKER);
    }

    private static void people() {
        TABLE.get("/contractors", FINANCE_MAKER, FINANCE_CHECKER, CONTRACTOR);
        TABLE.post("/contractors", FINANCE_MAKER, FINANCE_CHECKER);
        TABLE.get("/contractors/{id}", FINANCE_MAKER, FINANCE_CHECKER, CONTRACTOR);
        TABLE.put("/contractors/{id}/payout-destination", FINANCE_MAKER, FINANCE_CHECKER, CONTRACTOR);
        TABLE.post("/contractors/{id}/payout-destination/approve", FINANCE_MAKER, FINANCE_CHECKER);
        TABLE.put("/contractors/{id}/requirements", FINANCE_MAKER, FINANCE_CHECKER);
        TABLE.get("/contractors/{id}/holds", FINANCE_MAKER, FINANCE_CHECKER);
        TABLE.post("/contractors/{id}/holds", FINANCE_MAKER, FINANCE_CHECKER);
        TABLE.delete("/contractors/{id}/holds/{holdId}", FINANCE_MAKER, FINANCE_CHECKER);
        TABLE.get("/contractors/{id}/balances", FINANCE_MAKER, FINANCE_CHECKER, CONTRACTOR);
        TABLE.get("/contractors/{id}/statement", FINANCE_MAKER, FINANCE_CHECKER, CONTRACTOR);
        TABLE.get("/contractors/{id}/statements", FINANCE_MAKER, FINANCE_CHECKER, CONTRACTOR);
        TABLE.post("/contractors/{id}/statements", FINANCE_MAKER, FINANCE_CHECKER);
        TABLE.get("/contractors/{id}/statements/{statementId}", FINANCE_MAKER, FINANCE_CHECKER, CONTRACTOR);
        TABLE.get("/notices", FINANCE_MAKER, FINANCE_CHECKER, CONTRACTOR);
        TABLE.get("/engagements", FINANCE_MAKER, FINANCE_CHECKER, CONTRACTOR);
        TABLE.post("/engagements", FINANCE_MAKER, FINANCE_CHECKER);
        TABLE.get("/engagements/{id}", FINANCE_MAKER, FINANCE_CHECKER, CONTRACTOR);
        TABLE.put("/engagements/{id}/terms", FINANCE_MAKER, FINANCE_CHECKER);
        TABLE.post("/engagements/{id}/rates", FINANCE_MAKER, FINANCE_CHECKER);
    }

    private static void time() {
        TABLE.get("/timesheets", CONTRACTOR, APPROVER, FINANCE_MAKER, FINANCE_CHECKER);
        TABLE.post("/timesheets", CONTRACTOR);
        TABLE.get("/timesheets/{id}", CONTRACTOR, APPROVER, FINANCE_MAKER, FINANCE_CHECKER);
        TABLE.post("/timesheets/{id}/entries", CONTRACTOR);
        TABLE.post("/timesheets/{id}/submit", CONTRACTOR);
        TABLE.post("/timesheets/{id}/dispute", CONTRACTOR);
        TABLE.post("/timesheets/{id}/approve", APPROVER);
        TABLE.post("/timesheets/{id}/reject", APPROVER);
        TABLE.post("/timesheets/{id}/correct", APPROVER);
        TABLE.post("/timesheets/submissions", FINANCE_MAKER);
        TABLE.post("/timesheets/approvals", APPROVER);
        TABLE.get("/pay-periods", CONTRACTOR, APPROVER, FINANCE_MAKER, FINANCE_CHECKER);
    }

    private static void money() {
        TABLE.get("/adjustments", FINANCE_MAKER, FINANCE_CHECKER);
        TABLE.get("/adjustments/{id}", FINANCE_MAKER, FINANCE_CHECKER);
        TABLE.keyed("/adjustments", FINANCE_MAKER, FINANCE_CHECKER);
        TABLE.keyed("/adjustments/{id}/approve", FINANCE_MAKER, FINANCE_CHECKER);
        TABLE.get("/funding/{id}", FINANCE_MAKER, FINANCE_CHECKER);
        TABLE.keyed("/funding", FINANCE_MAKER);
        TABLE.keyed("/funding/{id}/confirm", FINANCE_CHECKER);
        TABLE.get("/rails/{rail}", FINANCE_MAKER, FINANCE_CHECKER, OPERATOR);
        TABLE.post("/rails/{rail}/stop", OPERATOR, FINANCE_CHECKER);
        TABLE.post("/rails/{rail}/start", FINANCE_CHECKER);
    }

    private static void payouts() {
        TABLE.get("/payout-batches", FINANCE_MAKER, FINANCE_CHECKER);
        TABLE.get("/payout-batches/{id}", FINANCE_MAKER, FINANCE_CHECKER);
        TABLE.get("/payout-batches/{id}/payouts", FINANCE_MAKER, FINANCE_CHECKER);
        TABLE.get("/payout-batches/{id}/dropped", FINANCE_MAKER, FINANCE_CHECKER);
        TABLE.get("/payout-batches/{id}/excluded", FINANCE_MAKER, FINANCE_CHECKER);
        TABLE.keyed("/payout-batches", FINANCE_MAKER);
        TABLE.keyed("/payout-batches/{id}/freeze", FINANCE_MAKER);
        TABLE.keyed("/payout-batches/{id}/approve", FINANCE_CHECKER);
        TABLE.keyed("/payout-batches/{id}/release", FINANCE_CHECKER);
        TABLE.keyed("/payout-batches/{id}/pause", FINANCE_MAKER, FINANCE_CHECKER);
        TABLE.keyed("/payout-batches/{id}/resume", FINANCE_MAKER);
        TABLE.keyed("/payout-batches/{id}/cancel", FINANCE_MAKER);
        TABLE.get("/payouts", FINANCE_MAKER, FINANCE_CHECKER, CONTRACTOR);
        TABLE.get("/payouts/{id}", FINANCE_MAKER, FINANCE_CHECKER, CONTRACTOR);
        TABLE.keyed("/payouts/{id}/retry", FINANCE_CHECKER);
        TABLE.keyed("/payouts/{id}/release", FINANCE_CHECKER);
        TABLE.keyed("/payouts/{id}/close", FINANCE_CHECKER);
        TABLE.get("/alerts", FINANCE_MAKER, FINANCE_CHECKER, OPERATOR, ADMIN);
        TABLE.post("/alerts/{id}/acknowledge", FINANCE_CHECKER, OPERATOR, ADMIN);
        TABLE.open("/webhooks/stripe");
    }

    private static void books() {
        TABLE.get("/ledger/trial-balance", FINANCE_MAKER, FINANCE_CHECKER);
        TABLE.get("/ledger/accounts", FINANCE_MAKER, FINANCE_CHECKER);
        TABLE.get("/ledger/journal", FINANCE_MAKER, FINANCE_CHECKER);
        TABLE.get("/ledger/integrity", FINANCE_MAKER, FINANCE_CHECKER);
        TABLE.post("/bank-statements", FINANCE_MAKER, FINANCE_CHECKER);
        TABLE.get("/bank-statements/{id}", FINANCE_MAKER, FINANCE_CHECKER);
        TABLE.post("/reconciliations", FINANCE_MAKER, FINANCE_CHECKER);
        TABLE.get("/reconciliations/{id}", FINANCE_MAKER, FINANCE_CHECKER);
        TABLE.get("/breaks", FINANCE_MAKER, FINANCE_CHECKER);
        TABLE.post("/breaks/{id}/resolve", FINANCE_MAKER, FINANCE_CHECKER);
        TABLE.get("/accounting-periods", FINANCE_MAKER, FINANCE_CHECKER);
        TABLE.post("/accounting-periods/{id}/close", FINANCE_MAKER, FINANCE_CHECKER);
        TABLE.post("/accounting-periods/{id}/reopen", FINANCE_MAKER, FINANCE_CHECKER);
    }

    /** Who else hears of payouts is decided by nobody who makes or releases them. */
    private static void webhooksOut() {
        TABLE.get("/webhook-event-types", ADMIN, OPERATOR);
        TABLE.get("/webhook-endpoints", ADMIN, OPERATOR);
        TABLE.post("/webhook-endpoints", ADMIN);
        TABLE.get("/webhook-endpoints/{id}", ADMIN, OPERATOR);
        TABLE.put("/webhook-endpoints/{id}", ADMIN);
        TABLE.delete("/webhook-endpoints/{id}", ADMIN);
        TABLE.post("/webhook-endpoints/{id}/enable", ADMIN);
        TABLE.post("/webhook-endpoints/{id}/disable", ADMIN);
        TABLE.post("/webhook-endpoints/{id}/rotate-secret", ADMIN);
        TABLE.post("/webhook-endpoints/{id}/ping", ADMIN);
        TABLE.post("/webhook-endpoints/{id}/replay", ADMIN);
        TABLE.get("/webhook-endpoints/{id}/deliveries", ADMIN, OPERATOR);
        TABLE.get("/webhook-endpoints/{id}/deliveries/{delivery}", ADMIN, OPERATOR);
    }

    private static void evidence() {
        TABLE.get("/explain/{id}", FINANCE_MAKER, FINANCE_CHECKER, CONTRACTOR);
        TABLE.get("/audit/events", AUDITOR, CONTRACTOR);
        TABLE.get("/audit/sample", AUDITOR);
        TABLE.get("/audit/access", AUDITOR, ADMIN);
        TABLE.post("/audit/replays", OPERATOR);
        TABLE.delete("/audit/replays/{schema}", OPERATOR);
        TABLE.get("/audit/checkpoints/latest", AUDITOR, CONTRACTOR);
        TABLE.get("/audit/keys", AUDITOR, CONTRACTOR);
        TABLE.get("/audit/proofs/{eventId}", AUDITOR, CONTRACTOR);
        TABLE.get("/audit/bundle", AUDITOR, CONTRACTOR);
        TABLE.get("/audit/log/checkpoint", AUDITOR);
        TABLE.get("/audit/log/tile/{level}/{n1}", AUDITOR);
        TABLE.get("/audit/log/tile/{level}/{n1}/{n2}", AUDITOR);
        TABLE.get("/audit/log/tile/{level}/{n1}/{n2}/{n3}", AUDITOR);
    }

    private static void everyone() {
        Role[] anyone = Role.values();
        TABLE.post("/replays", OPERATOR);
        TABLE.get("/dead-letters", OPERATOR);
        TABLE.post("/dead-letters/retry", OPERATOR);
        TABLE.get("/operations/{id}", anyone);
        TABLE.get("/operations/{id}/stream", anyone);
        TABLE.open("/dev/tokens");
        TABLE.open("/dev/clock");
    }

    private static void access() {
        TABLE.get("/access", ADMIN);
        TABLE.get("/access/{subject}", ADMIN);
        TABLE.post("/access/{subject}/withdraw", ADMIN);
        TABLE.post("/access/{subject}/grants", ADMIN);
        TABLE.post("/access/{subject}/grants/{grant}/approve", ADMIN);
        TABLE.get("/api-keys", ADMIN);
        TABLE.post("/api-keys", ADMIN);
        TABLE.get("/api-keys/{id}", ADMIN);
        TABLE.post("/api-keys/{id}/approve", ADMIN);
        TABLE.post("/api-keys/{id}/rotate", ADMIN);
        TABLE.post("/api-keys/{id}/revoke", ADMIN);
    }

    /** Roles that may read whatever can be read. */
    static Set<Role> readers() {
        return Set.of(AUDITOR);
    }
}
