package io.daybook.architecture.canary.kernel;

import org.springframework.util.StringUtils;

final class KernelWithSpring {
    static boolean isBlank(String text) {
        return !StringUtils.hasText(text);
    }
}
