package io.daybook.api.drill;

/** When a node is killed, within one instruction. */
enum Moment {
    INTENT_DURABLE("its intent was durable, before the bytes left"),
    CARRIED_OUT("the provider had carried it out, before its answer"),
    ANSWERED("its answer had come, before our commit");

    private final String inWords;

    Moment(String inWords) {
        this.inWords = inWords;
    }

    @Override
    public String toString() {
        return inWords;
    }
}
