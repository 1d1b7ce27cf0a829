package io.daybook.api.payouts;

import io.daybook.kernel.Cause;
import io.daybook.kernel.Commands;
import io.daybook.kernel.DomainCommand;
import io.daybook.kernel.Outcome;
import io.daybook.kernel.Rider;
import io.daybook.rail.PayoutRail;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Dies at the n-th moment around an order or an instruction: before it goes out, or before its answer comes back. */
final class Crashing {
    private final AtomicInteger left;

    Crashing(int moment) {
        left = new AtomicInteger(moment);
    }

    /** No exception of the program's: nobody catches it. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1;
    }

    /** Whether the moment never came. */
    boolean survived() {
        return left.get() > 0;
    }

    private void moment() {
        if (left.decrementAndGet() == 0) throw new Crash();
    }

    Commands commands(Commands real) {
        return new Commands() {
            @Override
            public Outcome send(DomainCommand command, Cause cause, List<Rider> riders) {
                moment();
                Outcome outcome = real.send(command, cause, riders);
                moment();
                return outcome;
            }
        };
    }

    PayoutRail rail(PayoutRail real) {
        return (PayoutRail) Proxy.newProxyInstance(
                PayoutRail.class.getClassLoader(), new Class<?>[] {PayoutRail.class}, (proxy, method, arguments) -> {
                    boolean sends = method.getName().equals("submit");
                    if (sends) moment();
                    try {
                        Object answer = method.invoke(real, arguments);
                        if (sends) moment();
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
