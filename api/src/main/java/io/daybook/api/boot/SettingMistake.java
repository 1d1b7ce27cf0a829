package io.daybook.api.boot;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;

/** Says which configured value is wrong, and what to write instead. */
final class SettingMistake {
    private SettingMistake() {}

    static String explain(BindException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidSetting invalid) {
                return String.valueOf(invalid.getMessage());
            }
            if (cause instanceof UnboundConfigurationPropertiesException unknown) {
                ConfigurationProperty first =
                        unknown.getUnboundProperties().iterator().next();
                return first.getName() + " is not a setting that Daybook knows.";
            }
        }
        ConfigurationProperty property = e.getProperty();
        if (property == null) {
            return e.getName() + " cannot be read.";
        }
        return property.getName() + " cannot be '" + property.getValue() + "': write "
                + example(e.getTarget().getType().resolve(Object.class)) + ".";
    }

    private static String example(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "ZoneId" -> "a time zone such as Europe/Berlin";
            case "Duration" -> "a duration such as PT72H";
            case "boolean", "Boolean" -> "true or false";
            case "int", "Integer", "long", "Long" -> "a whole number";
            default -> "a value of another kind";
        };
    }
}
