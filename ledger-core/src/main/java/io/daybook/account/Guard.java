package io.daybook.account;

import io.daybook.account.AccountRejection.IllegalPayoutState;
import io.daybook.account.AccountRejection.NotPositive;
import io.daybook.account.AccountRejection.OtherCurrency;
import io.daybook.account.AccountRejection.UnknownPayout;
import io.daybook.kernel.Decision;
import io.daybook.money.Money;
import java.util.Optional;
import java.util.function.Function;

/** What many rules check first. */
final class Guard {
    private Guard() {}

    /** Why this amount cannot be asked of this account, if it cannot. */
    static Optional<AccountRejection> amount(AccountState s, AccountId account, Money amount) {
        if (!amount.currency().equals(s.currency())) return Optional.of(new OtherCurrency(account));
        if (!amount.isPositive()) return Optional.of(new NotPositive(amount));
        return Optional.empty();
    }

    static Decision<AccountEvent> nothingNew() {
        return Decision.accept();
    }

    static Decision<AccountEvent> onPayout(
            AccountState s, PayoutId payout, Function<Payout, Decision<AccountEvent>> rule) {
        return s.payouts().all().find(payout).map(rule).orElseGet(() -> Decision.reject(new UnknownPayout(payout)));
    }

    static Decision<AccountEvent> illegal(Payout payout, String wanted) {
        return Decision.reject(new IllegalPayoutState(payout.id(), payout.status(), wanted));
    }
}
