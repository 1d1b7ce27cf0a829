package io.daybook.api.webhooks;

import java.util.Optional;

/**
 * What is said to whoever wants to hear of a fact.
 *
 * @param position of the fact
 * @param event its id in the log
 * @param body JSON, the same bytes for every endpoint and at every repetition
 */
record Message(long position, String event, MessageType type, String body) {
    /** Of an endpoint and what it is told, so that whoever hears it twice knows it by that. */
    static String id(EndpointId endpoint, String event) {
        return "msg_" + io.daybook.kernel.Hash.shortKey("webhook", endpoint.value(), event);
    }

    /** Where an endpoint's name and the list of types it wants meet a message. */
    Optional<String> wantedBy(EndpointId endpoint, java.util.Collection<String> types) {
        return types.isEmpty() || types.contains(type.label()) ? Optional.of(id(endpoint, event)) : Optional.empty();
    }
}
