package io.daybook.api.payouts;

import io.daybook.api.eventlog.EventLog;
import io.daybook.api.eventlog.WrittenFacts;
import io.daybook.funding.FundingViews;
import io.daybook.kernel.Commands;
import io.daybook.kernel.PersonVault;
import io.daybook.payout.engine.EngineModule;
import io.daybook.payout.engine.EngineStore;
import io.daybook.payout.engine.EngineViews;
import io.daybook.payout.engine.RailEngine;
import io.daybook.payout.engine.RailLease;
import io.daybook.payout.engine.RailPace;
import io.daybook.payout.engine.SealGate;
import io.daybook.rail.PayoutRail;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;

/** Further engines over a week's database, turned by hand. */
record NodesOfAWeek(PayWeek week) {
    interface Happening {
        void happen() throws Exception;
    }

    RailLease lease() {
        return EngineModule.lease(week.bean(DataSource.class), "simulator");
    }

    Commands commands() {
        return week.bean(EventLog.class).commands();
    }

    PayoutRail rail() {
        return week.bean(SimulatorPlant.class).rail();
    }

    /** One instruction at a time. */
    RailEngine engine(PayoutRail rail, Commands commands, RailLease lease) {
        return engine(rail, new RailPace(0, 1, Duration.ofSeconds(30), List.of()), commands, lease);
    }

    /** Everything is sealed at once, so that nothing that was released waits: what the seal holds back MoneyGateTest shows. */
    RailEngine engine(PayoutRail rail, RailPace pace, Commands commands, RailLease lease) {
        SealByHand atOnce = new SealByHand();
        atOnce.upTo(Long.MAX_VALUE, Duration.ZERO);
        return engine(rail, pace, commands, lease, new SealGate(atOnce, week.bean(WrittenFacts.class)::ofStream));
    }

    RailEngine engine(PayoutRail rail, RailPace pace, Commands commands, RailLease lease, SealGate seal) {
        WrittenFacts facts = week.bean(WrittenFacts.class);
        return new RailEngine(
                rail,
                pace,
                lease,
                new RailEngine.Tools(
                        commands,
                        facts::at,
                        week.bean(EngineViews.class),
                        week.bean(FundingViews.class),
                        week.bean(PersonVault.class),
                        week.bean(EngineStore.class),
                        seal,
                        week.bean(InstantSource.class)));
    }

    static PayoutRail before(PayoutRail rail, String method, Happening happening) {
        return (PayoutRail) Proxy.newProxyInstance(
                PayoutRail.class.getClassLoader(), new Class<?>[] {PayoutRail.class}, (proxy, called, arguments) -> {
                    if (called.getName().equals(method)) happening.happen();
                    try {
                        Object answer = called.invoke(rail, arguments);
                        return called.getName().equals("unhurried") ? proxy : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
