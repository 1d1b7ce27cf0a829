package io.daybook.funding;

import java.util.List;

/** What a run of facts means for the tables of funding: each written by itself, in the order of the log; they are few. */
record FundingRows(List<Change> changes) {
    sealed interface Change {
        record Pool(FundingEvent event, long position) implements Change {}

        record Item(ProviderItemEvent event, long position) implements Change {}
    }
}
