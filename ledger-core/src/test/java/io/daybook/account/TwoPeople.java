package io.daybook.account;

import io.daybook.account.EntryEvent.AdjustmentMade;
import io.daybook.account.EntryEvent.AdvanceGranted;
import io.daybook.account.EntryEvent.ClawbackWrittenOff;
import io.daybook.kernel.Subject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who approves is neither who made it nor whose account it is; only the small and foreign needs no second person. */
final class TwoPeople {
    private final List<String> wrong = new ArrayList<>();

    TwoPeople copy() {
        TwoPeople copy = new TwoPeople();
        copy.wrong.addAll(wrong);
        return copy;
    }

    void add(AccountEvent fact) {
        switch (fact) {
            case AdjustmentMade e -> made(e);
            case AdvanceGranted e -> second(e.maker(), e.approver());
            case ClawbackWrittenOff e -> second(e.maker(), e.approver());
            default -> {}
        }
    }

    private void made(AdjustmentMade e) {
        boolean alone =
                !e.adjustment().amount().isMoreThan(Acct.LIMIT) && !e.maker().equals(Acct.HERSELF.subject());
        if (e.approver() != null || !alone) second(e.maker(), e.approver());
    }

    private void second(Subject maker, @Nullable Subject approver) {
        if (approver == null || approver.equals(maker) || approver.equals(Acct.HERSELF.subject()))
            wrong.add("one person for two: " + maker + ", " + approver);
    }

    List<String> wrong() {
        return wrong;
    }
}
