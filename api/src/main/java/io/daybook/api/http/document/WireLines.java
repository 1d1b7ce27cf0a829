package io.daybook.api.http.document;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Examples of answers that are not JSON. */
final class WireLines {
    private static final String STATEMENT = """
            effectiveAt,kind,what,project,timesheet,payout,entry,seconds,amount,currency
            2026-01-01T00:00:00Z,OPENING,,,,,,,0.00,USD
            2026-01-06T09:00:00Z,EARNED,EarningsPosted,Labels,timesheet-4hak-n2kp-2026-01-05,,entry-4hak,9000,100.00,USD
            2026-01-12T10:00:00Z,PAID,PayoutPaid,,,payout-batch-4hak-1,,0,-100.00,USD
            2026-01-31T23:59:59Z,CLOSING,,,,,,9000,0.00,USD
            """;
    private static final String JOURNAL = """
            entry,line,effectiveAt,occurredAt,source,account,name,contractor,reference,project,currency,debit,credit
            4711,1,2026-01-06T09:00:00Z,2026-01-12T08:00:00Z,EarningsPosted,5000,Contractor time,,,Labels,USD,100.00,
            4711,2,2026-01-06T09:00:00Z,2026-01-12T08:00:00Z,EarningsPosted,2000,Payable,contractor-4hak,ada-1,Labels,USD,,100.00
            """;
    private static final String PROGRESS = """
            id: 3
            event: progress
            data: {"id": "operation-4hak", "kind": "timesheet-approvals", "status": "RUNNING", "done": 1, "total": 2}

            """;
    private static final String CHECKPOINT = """
            daybook.dev/log/7c9e6679-7425-40de-944b-e07fc1f90ae7
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            \u2014 daybook.dev/log/7c9e6679-7425-40de-944b-e07fc1f90ae7 Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhc
            """;
    private static final String KEYS = """
            daybook.dev/log/7c9e6679-7425-40de-944b-e07fc1f90ae7+03de0ae5+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k
            """;
    private static final String PROOF = """
            c2sp.org/tlog-proof@v1
            index 73894
            gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=

            """ + CHECKPOINT;
    private static final Map<String, String> BY_MEDIA = Map.of(
            "text/csv",
            STATEMENT,
            "text/event-stream",
            PROGRESS,
            "application/pdf",
            "%PDF-1.7",
            "text/plain",
            CHECKPOINT,
            "application/octet-stream",
            "32 bytes a hash",
            "application/zip",
            "PK");
    private static final Map<String, String> BY_PATH =
            Map.of("/audit/keys", KEYS, "/audit/proofs/{eventId}", PROOF, "/ledger/journal text/csv", JOURNAL);

    private WireLines() {}

    /** Null for what is JSON. @param path below {@code /api/v1} */
    static @Nullable String of(String media, String path) {
        String byPath = BY_PATH.getOrDefault(path + " " + media, BY_PATH.get(path));
        return byPath == null ? BY_MEDIA.get(media) : byPath;
    }
}
