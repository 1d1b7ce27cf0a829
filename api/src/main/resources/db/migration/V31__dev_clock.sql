-- How far development has moved the one clock, for every node and every start; empty where nobody has.
CREATE TABLE daybook.dev_clock (
    only_row BOOLEAN PRIMARY KEY DEFAULT TRUE CHECK (only_row),
    offset_millis BIGINT NOT NULL CHECK (offset_millis >= 0)
);

GRANT UPDATE ON daybook.dev_clock TO daybook_app;
