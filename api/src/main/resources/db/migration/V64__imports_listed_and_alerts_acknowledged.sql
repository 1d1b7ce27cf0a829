CREATE INDEX import_by_time ON daybook.import (received_at, id);

-- Who has taken an alert upon themselves, and why. One that comes again, or grows, stands open again.
CREATE TABLE daybook.alert_acknowledgement (
    nr              BIGINT      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    alert           TEXT        NOT NULL,
    count           BIGINT      NOT NULL CHECK (count > 0),
    subject         TEXT        NOT NULL,
    reason          TEXT        NOT NULL,
    acknowledged_at TIMESTAMPTZ NOT NULL
);

COMMENT ON COLUMN daybook.alert_acknowledgement.alert IS 'the digest of its kind and of what it is about';
COMMENT ON COLUMN daybook.alert_acknowledgement.reason IS 'sealed';

CREATE INDEX alert_acknowledgement_newest ON daybook.alert_acknowledgement (alert, nr);
GRANT SELECT ON daybook.alert_acknowledgement TO daybook_auditor;

CREATE INDEX webhook_delivery_by_status ON daybook.webhook_delivery (endpoint, status, nr);

-- Alerts look for changes of endpoints in the last days.
CREATE INDEX webhook_endpoint_change_by_time ON daybook.webhook_endpoint_change (changed_at);

-- Changes of e-mail addresses from before they were told of are listed, and nobody is written to about them.
ALTER TABLE daybook.notice_beginning ADD COLUMN emails BIGINT;
UPDATE daybook.notice_beginning SET emails = (SELECT coalesce(max(position), 0) FROM daybook.event_log);
ALTER TABLE daybook.notice_beginning ALTER COLUMN emails SET NOT NULL;
