package io.daybook.explain;

/** The trees of one explanation, which grow into each other. */
final class Trees {
    private final Sheets sheets;
    private final TimeTrees time;
    private final EntryTrees entries;
    private final PayoutTrees payouts;
    private final LineTrees lines;

    Trees(Proof proof) {
        this.sheets = new Sheets(proof.evidence());
        this.time = new TimeTrees(proof, sheets);
        this.entries = new EntryTrees(proof, this);
        this.payouts = new PayoutTrees(proof, this);
        this.lines = new LineTrees(proof, this);
    }

    Sheets sheets() {
        return sheets;
    }

    TimeTrees time() {
        return time;
    }

    EntryTrees entries() {
        return entries;
    }

    PayoutTrees payouts() {
        return payouts;
    }

    LineTrees lines() {
        return lines;
    }
}
