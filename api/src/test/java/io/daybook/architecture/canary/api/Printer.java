package io.daybook.architecture.canary.api;

final class Printer {
    static void print() {
        System.out.println("hidden from every log");
    }
}
