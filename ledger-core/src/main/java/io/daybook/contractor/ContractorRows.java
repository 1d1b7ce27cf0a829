package io.daybook.contractor;

import io.daybook.contractor.ContractorEvent.ContractorRegistered;
import io.daybook.contractor.ContractorEvent.HoldPlaced;
import io.daybook.contractor.ContractorEvent.PayoutDestinationProposed;
import io.daybook.contractor.ContractorEvent.PayoutDestinationSet;
import io.daybook.kernel.Findable;
import io.daybook.kernel.Sealed;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a run of facts leaves of each contractor: the last value wins, and an empty one is a row to delete. */
final class ContractorRows {
    record Details(Findable name, Findable email, Sealed country) {}

    record Block(ContractorId contractor, BlockingReason reason) {}

    record HoldKey(ContractorId contractor, HoldId hold) {}

    final Map<ContractorId, ContractorRegistered> registered = new LinkedHashMap<>();
    final Map<ContractorId, Details> details = new LinkedHashMap<>();
    final Map<Block, Boolean> blocks = new LinkedHashMap<>();
    final Map<ContractorId, PayoutDestinationSet> destinations = new LinkedHashMap<>();
    final Map<ContractorId, Optional<PayoutDestinationProposed>> proposals = new LinkedHashMap<>();
    final Map<HoldKey, Optional<HoldPlaced>> holds = new LinkedHashMap<>();
}
