package io.daybook.api.http.people;

import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.security.Caller;
import io.daybook.contractor.ContractorId;
import io.daybook.contractor.ContractorView;
import io.daybook.contractor.ContractorViews;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Finds contractors as a caller may: somebody else's is as good as not there. */
@Component
public final class People {
    private static final int IDENTIFIED_AT_MOST = 100_000;
    private static final long IDENTIFIED_FOR_NANOS = Duration.ofMinutes(1).toNanos();

    private final ContractorViews contractors;
    private final Map<String, Identified> identified = new ConcurrentHashMap<>();

    public People(ContractorViews contractors) {
        this.contractors = contractors;
    }

    /** Errors: {@code not-found} for a contractor unknown or not the caller's to see. */
    public ContractorView visible(Caller caller, String id) {
        return find(id).filter(view -> caller.sees(view.id())).orElseThrow(People::missing);
    }

    /** As {@link #visible}, by id or by the operator's own reference. */
    public ContractorView named(Caller caller, String idOrReference) {
        return find(idOrReference)
                .or(() -> contractors.byReference(idOrReference))
                .filter(view -> caller.sees(view.id()))
                .orElseThrow(People::missing);
    }

    /**
     * As {@link #named}, for whoever needs no more than who it is: that a contractor exists, and under which reference, does
     * not change, so it is asked once a minute; a log that was put back may no longer know them.
     */
    public ContractorRef identified(Caller caller, String idOrReference) {
        Identified known = identified.get(idOrReference);
        if (known != null && known.isFresh() && caller.sees(known.ref().id())) return known.ref();
        ContractorView view = named(caller, idOrReference);
        ContractorRef found = new ContractorRef(view.id(), view.reference());
        if (identified.size() >= IDENTIFIED_AT_MOST) identified.clear();
        identified.put(idOrReference, new Identified(found, System.nanoTime()));
        return found;
    }

    private record Identified(ContractorRef ref, long since) {
        boolean isFresh() {
            return System.nanoTime() - since < IDENTIFIED_FOR_NANOS;
        }
    }

    /** Errors: {@code not-found}. */
    public ContractorView known(ContractorId id) {
        return contractors.byId(id).orElseThrow(People::missing);
    }

    /** The contractor that a caller is, if any. */
    public Optional<ContractorView> self(Caller caller) {
        ContractorId self = caller.contractor();
        return self == null || !caller.is(self) ? Optional.empty() : contractors.byId(self);
    }

    private Optional<ContractorView> find(String id) {
        return ContractorId.read(id).flatMap(contractors::byId);
    }

    private static ProblemException missing() {
        return ProblemException.notFound("contractor");
    }
}
