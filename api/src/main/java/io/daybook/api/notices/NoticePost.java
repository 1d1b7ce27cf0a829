package io.daybook.api.notices;

import io.daybook.kernel.PersonVault;
import io.daybook.notice.Notice;
import io.daybook.notice.NoticeDeliveries;
import io.daybook.notice.NoticeViews;
import io.daybook.notice.Notifier;
import io.daybook.notice.Notifier.Letter;
import io.daybook.notice.Notifier.Result;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Sends what waits: at least once each, always under the same message id. Claimed before, and marked after, by statements of
 * their own; a node that dies in between leaves the notice to be tried again.
 */
final class NoticePost {
    private static final int AT_A_TIME = 50;

    private final NoticeViews views;
    private final NoticeDeliveries deliveries;
    private final Notifier notifier;
    private final PersonVault vault;
    private final InstantSource clock;

    NoticePost(
            NoticeViews views, NoticeDeliveries deliveries, Notifier notifier, PersonVault vault, InstantSource clock) {
        this.views = views;
        this.deliveries = deliveries;
        this.notifier = notifier;
        this.vault = vault;
        this.clock = clock;
    }

    /** Answers whether there may be more at once. */
    boolean step() {
        List<Notice> due = views.due(clock.instant(), AT_A_TIME);
        for (Notice notice : due) if (deliveries.claim(notice, clock.instant())) send(notice);
        return due.size() == AT_A_TIME;
    }

    private void send(Notice notice) {
        Optional<String> address = vault.open(notice.email());
        if (address.isEmpty()) {
            deliveries.failed(notice, "erased");
            return;
        }
        Letter letter = new Letter(notice.id() + "@daybook", address.get(), subject(notice), text(notice));
        switch (notifier.send(letter)) {
            case Result.Taken() -> deliveries.sent(notice, clock.instant());
            case Result.NotTaken(String kind) -> deliveries.failed(notice, kind);
        }
    }

    private static String subject(Notice notice) {
        return switch (notice.kind()) {
            case DESTINATION_PROPOSED -> "Somebody asked to change where your pay goes";
            case DESTINATION_SET -> "Where your pay goes was changed";
            case EMAIL_CHANGED -> "The address we write to you at was changed";
        };
    }

    /** Names neither an account nor a person: it may be read by whoever has the old address now. */
    private static String text(Notice notice) {
        String what = switch (notice.kind()) {
            case DESTINATION_PROPOSED ->
                "On %s somebody on the staff asked to change where your pay goes. It counts only once a second"
                        + " person has approved it.";
            case DESTINATION_SET ->
                "Where your pay goes was changed on %s. Nothing is paid there before a waiting time has passed.";
            case EMAIL_CHANGED ->
                "The e-mail address that we write to you at was changed on %s. The old and the new one have this letter.";
        };
        return what.formatted(notice.occurredAt())
                + "\n\nIf that was not at your wish, tell whoever pays you at once: a"
                + " hold keeps your money where it is.\n";
    }
}
