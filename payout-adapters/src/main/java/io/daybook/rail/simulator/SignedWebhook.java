package io.daybook.rail.simulator;

/**
 * One message on its way to the platform.
 *
 * @param signature the {@code Stripe-Signature} header
 * @param tries how often it was sent before
 */
public record SignedWebhook(String eventId, String signature, byte[] body, int tries) {
    @Override
    public String toString() {
        return "SignedWebhook[" + eventId + "]";
    }
}
