package io.daybook.payout.engine;

/** What the engine keeps outside the log. */
public record EngineStore(RailSwitch railSwitch, RailInbox inbox, RailCursors cursors, Continuity continuity) {}
