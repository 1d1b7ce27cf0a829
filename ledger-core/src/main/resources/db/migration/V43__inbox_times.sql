-- What a message says of its object, and when that was. Null: kept before these were read.
ALTER TABLE daybook.rail_inbox
    ADD COLUMN status TEXT,
    ADD COLUMN created_at TIMESTAMPTZ;
