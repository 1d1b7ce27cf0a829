package io.daybook.api.imports;

import io.daybook.contractor.PersonalData;
import io.daybook.kernel.Cause;
import io.daybook.kernel.CommandId;
import io.daybook.kernel.Commands;
import io.daybook.kernel.DomainCommand;
import io.daybook.kernel.Origin;
import io.daybook.kernel.Outcome;
import io.daybook.kernel.PersonVault;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.Sealed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Gives a roster row's orders, each with a note that the row has changed something. */
final class RosterOrders {
    private final Commands commands;
    private final PersonVault vault;
    private final PersonalData personal;
    private final InstantSource clock;
    private final Duration coolDown;

    RosterOrders(Commands commands, PersonVault vault, InstantSource clock, Duration coolDown) {
        this.commands = commands;
        this.vault = vault;
        this.personal = new PersonalData(vault);
        this.clock = clock;
        this.coolDown = coolDown;
    }

    /** The rule's no, or empty. */
    Optional<Rejection> give(ImportRecord record, long row, DomainCommand command) {
        String id = record.id() + ":" + record.run() + ":" + row + ":"
                + command.getClass().getSimpleName();
        Cause cause =
                new Cause(Origin.IMPORT, new CommandId(id), record.request().actor(), record.id(), null);
        return switch (commands.send(command, cause, List.of(AppliedTable.record(record.id(), row)))) {
            case Outcome.Done done -> Optional.empty();
            case Outcome.Refused(Rejection reason) -> Optional.of(reason);
        };
    }

    PersonalData personal() {
        return personal;
    }

    boolean says(Sealed sealed, String text) {
        return vault.open(sealed).filter(text::equals).isPresent();
    }

    Instant now() {
        return clock.instant();
    }

    Duration coolDown() {
        return coolDown;
    }
}
