-- An auditor asks for all facts of a kind, out of a log of millions. Times need no index: they rise with the position.
CREATE INDEX event_log_by_type ON daybook.event_log (type, position);
