package io.daybook.api.boot;

/** A configured value that makes no sense. */
final class InvalidSetting extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    InvalidSetting(String key, String complaint) {
        super(key + " " + complaint + ".");
    }
}
