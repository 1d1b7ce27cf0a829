package io.daybook.architecture.canary.timesheet;

final class HalfPay {
    static long half(long minor) {
        return Math.round(minor * 0.5);
    }
}
