package io.daybook.api.http.people;

import io.daybook.contractor.ContractorId;

/** How everything that names a contractor names them: Daybook's id and the operator's own reference. */
public record ContractorRef(ContractorId id, String reference) {}
