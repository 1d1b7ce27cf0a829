package io.daybook.api.seal;

/** Says who seals; goes with everything that only the sealing node may write. */
record Ticket(String owner, long fence) {}
