package io.daybook.rail.simulator;

import java.util.List;

/**
 * Where a simulated provider keeps what was asked of it. The same calls at the same times make the same provider again, so
 * this is all that it needs to outlive its process. Calls name accounts: whoever keeps them keeps personal data.
 */
public interface CallJournal {
    /** Nothing is kept, and nothing was. */
    CallJournal NONE = new CallJournal() {
        @Override
        public List<String> kept() {
            return List.of();
        }

        @Override
        public void add(String call) {}
    };

    /** In the order in which they were added. */
    List<String> kept();

    /** One line of text; it is kept before the call is carried out. */
    void add(String call);
}
