package io.daybook.architecture.canary.timesheet;

record BarePay(long amount) {}
