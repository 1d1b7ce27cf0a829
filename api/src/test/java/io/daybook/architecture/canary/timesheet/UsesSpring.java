package io.daybook.architecture.canary.timesheet;

import org.springframework.util.StringUtils;

final class UsesSpring {
    static boolean isBlank(String text) {
        return !StringUtils.hasText(text);
    }
}
