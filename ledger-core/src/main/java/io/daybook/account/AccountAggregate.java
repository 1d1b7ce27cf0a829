package io.daybook.account;

import io.daybook.account.AccountCommand.AdoptObject;
import io.daybook.account.AccountCommand.ApproveAdjustment;
import io.daybook.account.AccountCommand.Both;
import io.daybook.account.AccountCommand.ClearSuspense;
import io.daybook.account.AccountCommand.ClosePayout;
import io.daybook.account.AccountCommand.ContinuePayout;
import io.daybook.account.AccountCommand.CorrectEarnings;
import io.daybook.account.AccountCommand.DropPayout;
import io.daybook.account.AccountCommand.EndReversal;
import io.daybook.account.AccountCommand.GrantAdvance;
import io.daybook.account.AccountCommand.LiftHold;
import io.daybook.account.AccountCommand.ObserveElsewhere;
import io.daybook.account.AccountCommand.ObservePayout;
import io.daybook.account.AccountCommand.PassReviewWindow;
import io.daybook.account.AccountCommand.PlaceHold;
import io.daybook.account.AccountCommand.PostAdjustment;
import io.daybook.account.AccountCommand.PostEarnings;
import io.daybook.account.AccountCommand.ProveAbsent;
import io.daybook.account.AccountCommand.RecordAnswer;
import io.daybook.account.AccountCommand.RecordReversal;
import io.daybook.account.AccountCommand.RecoverAdvance;
import io.daybook.account.AccountCommand.ReleasePayout;
import io.daybook.account.AccountCommand.RemitWithheld;
import io.daybook.account.AccountCommand.RepeatStep;
import io.daybook.account.AccountCommand.ReservePayout;
import io.daybook.account.AccountCommand.RetryPayout;
import io.daybook.account.AccountCommand.SubmitPayout;
import io.daybook.account.AccountCommand.TakeBack;
import io.daybook.account.AccountCommand.WithholdTax;
import io.daybook.account.AccountCommand.WriteOffClawback;
import io.daybook.kernel.Decision;
import io.daybook.shell.Shell;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Axon's side of an account: holds no rule. */
final class AccountAggregate {
    @AggregateIdentifier
    private @Nullable String id;

    private AccountState state = AccountDecider.DECIDER.initial();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<AccountEvent> on(PostEarnings order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<AccountEvent> on(CorrectEarnings order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<AccountEvent> on(PassReviewWindow order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<AccountEvent> on(PostAdjustment order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<AccountEvent> on(ApproveAdjustment order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<AccountEvent> on(GrantAdvance order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<AccountEvent> on(RecoverAdvance order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<AccountEvent> on(WithholdTax order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<AccountEvent> on(RemitWithheld order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<AccountEvent> on(WriteOffClawback order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<AccountEvent> on(PlaceHold order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<AccountEvent> on(LiftHold order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<AccountEvent> on(ReservePayout order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<AccountEvent> on(DropPayout order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<AccountEvent> on(SubmitPayout order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<AccountEvent> on(ContinuePayout order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<AccountEvent> on(RepeatStep order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<AccountEvent> on(RecordAnswer order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<AccountEvent> on(ObservePayout order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<AccountEvent> on(ObserveElsewhere order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<AccountEvent> on(AdoptObject order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<AccountEvent> on(RecordReversal order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<AccountEvent> on(TakeBack order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<AccountEvent> on(EndReversal order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<AccountEvent> on(ProveAbsent order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<AccountEvent> on(ReleasePayout order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<AccountEvent> on(RetryPayout order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<AccountEvent> on(ClosePayout order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<AccountEvent> on(ClearSuspense order) {
        return carryOut(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision<AccountEvent> on(Both order) {
        return carryOut(order);
    }

    private Decision<AccountEvent> carryOut(AccountCommand order) {
        return Shell.carryOut(AccountDecider.decide(state, order));
    }

    @EventSourcingHandler
    void on(AccountEvent fact) {
        id = fact.streamId();
        state = AccountDecider.evolve(state, fact);
    }
}
