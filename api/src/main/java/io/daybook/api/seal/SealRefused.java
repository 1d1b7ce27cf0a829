package io.daybook.api.seal;

/** Nothing is signed, as something is not as it was: a person must look. The message says at what. */
final class SealRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    SealRefused(String message) {
        super(message);
    }
}
