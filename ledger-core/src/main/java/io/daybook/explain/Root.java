package io.daybook.explain;

import io.daybook.account.AccountEntryId;
import io.daybook.account.PayoutId;
import io.daybook.payout.PayoutBatchId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is to be explained. */
sealed interface Root {
    record OfPayout(PayoutId payout) implements Root {}

    record OfEntry(AccountEntryId entry) implements Root {}

    /** A line of the journal. @param position names its entry @param line counts from 1 */
    record OfLine(long position, int line) implements Root {}

    Pattern LINE = Pattern.compile("([0-9]{1,18}):([0-9]{1,6})");

    /** Empty for what names none of the three. */
    static Optional<Root> of(String id) {
        Matcher line = LINE.matcher(id);
        try {
            if (line.matches())
                return Optional.of(new OfLine(Long.parseLong(line.group(1)), Integer.parseInt(line.group(2))));
            if (id.startsWith("payout-")) return Optional.of(new OfPayout(lineOfABatch(new PayoutId(id))));
            if (id.startsWith("entry-")) return Optional.of(new OfEntry(new AccountEntryId(id)));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Errors: IllegalArgumentException for an id that ends in no line, or begins with no batch's. */
    private static PayoutId lineOfABatch(PayoutId id) {
        return PayoutBatchId.of(id).payout(id.line());
    }
}
