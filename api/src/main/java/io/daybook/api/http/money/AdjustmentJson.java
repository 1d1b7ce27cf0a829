package io.daybook.api.http.money;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.daybook.account.AccountEntryId;
import io.daybook.account.Adjustment;
import io.daybook.account.AdjustmentId;
import io.daybook.account.AdjustmentKind;
import io.daybook.account.AdjustmentView;
import io.daybook.api.http.people.ContractorRef;
import io.daybook.kernel.PersonVault;
import io.daybook.kernel.Subject;
import io.daybook.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An adjustment on the wire.
 *
 * @param reason null once the person's key has been destroyed
 * @param direction and @param corrects only with a CORRECTION
 * @param approver null while it waits, and where one person was enough
 */
record AdjustmentJson(
        AdjustmentId id,
        ContractorRef contractor,
        AdjustmentKind kind,
        Money amount,
        @Nullable String reason,
        @JsonInclude(JsonInclude.Include.NON_NULL) Adjustment.@Nullable Direction direction,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable AccountEntryId corrects,
        Status status,
        Subject maker,
        @Nullable Subject approver,
        Instant at) {
    /** Whether it counts already. */
    enum Status {
        WAITING,
        POSTED
    }

    static AdjustmentJson of(AdjustmentView view, ContractorRef contractor, PersonVault vault) {
        Adjustment adjustment = view.adjustment();
        Adjustment.Correction correction = adjustment.correction();
        return new AdjustmentJson(
                adjustment.id(),
                contractor,
                adjustment.kind(),
                adjustment.amount(),
                vault.open(adjustment.reason()).orElse(null),
                correction == null ? null : correction.direction(),
                correction == null ? null : correction.corrects(),
                view.posted() ? Status.POSTED : Status.WAITING,
                view.maker(),
                view.approver(),
                view.at());
    }
}
