package io.daybook.api.payouts;

import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.http.request.Texts;
import io.daybook.api.payouts.RailDesk.RailJson;
import io.daybook.api.security.Caller;
import io.daybook.payout.Rails;
import io.daybook.payout.engine.EngineStore;
import io.daybook.payout.engine.RailEngine;
import io.daybook.payout.engine.RailSwitch.Stop;
import io.daybook.payout.engine.TakenIn;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A rail's balance beside our books, and its switch. */
@RestController
@RequestMapping("/api/v1/rails/{rail}")
final class RailController {
    private final Rails rails;
    private final RailDesk desk;
    private final RailEngines engines;
    private final EngineStore store;
    private final InstantSource clock;

    RailController(Rails rails, RailDesk desk, RailEngines engines, EngineStore store, InstantSource clock) {
        this.rails = rails;
        this.desk = desk;
        this.engines = engines;
        this.store = store;
        this.clock = clock;
    }

    record Halt(@Nullable String reason) {}

    @GetMapping
    RailJson show(@PathVariable String rail, @RequestParam(defaultValue = "USD") Currency currency)
            throws InterruptedException {
        return desk.show(known(rail), currency);
    }

    /** Nothing leaves any more, on any node, within seconds. */
    @PostMapping("/stop")
    SwitchJson stop(Caller caller, @PathVariable String rail, @RequestBody(required = false) @Nullable Halt body) {
        String given = body == null ? null : Texts.optional("/reason", body.reason(), 2_000);
        String reason = given == null ? "stopped by a person" : given;
        store.railSwitch()
                .stop(known(rail), new Stop("stopped", reason, caller.subject().value(), clock.instant()));
        return now(rail);
    }

    /**
     * Whoever starts a rail that stopped because the provider knows more takes that in, object by object. Errors:
     * {@code unavailable} while the provider does not answer; the rail then stays stopped.
     */
    @PostMapping("/start")
    StartJson start(Caller caller, @PathVariable String rail) throws InterruptedException {
        Optional<RailEngine> engine = engines.find(known(rail));
        boolean more = store.railSwitch()
                .stopped(rail)
                .filter(stop -> stop.code().equals(RailEngine.PROVIDER_KNOWS_MORE))
                .isPresent();
        List<TakenIn> takenIn = engine.isPresent() && more ? desk.takeIn(engine.get(), caller.subject()) : List.of();
        store.railSwitch().start(rail, caller.subject().value(), clock.instant());
        engine.ifPresent(RailEngine::lookAgain);
        return new StartJson(rail, store.railSwitch().stopped(rail).orElse(null), takenIn);
    }

    /** @param stopped null while it may send */
    record SwitchJson(String rail, @Nullable Stop stopped) {}

    /** @param takenIn what the provider carries with our reference and the log had never meant */
    record StartJson(String rail, @Nullable Stop stopped, List<TakenIn> takenIn) {}

    private SwitchJson now(String rail) {
        return new SwitchJson(rail, store.railSwitch().stopped(rail).orElse(null));
    }

    private String known(String rail) {
        if (!rails.has(rail)) throw ProblemException.notFound("rail");
        return rail;
    }
}
