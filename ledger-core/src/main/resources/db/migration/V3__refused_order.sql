-- Orders that a policy gave and a rule refused: each is a fact nobody acted on, so a person must look.
CREATE TABLE daybook.refused_order (
    policy     TEXT        NOT NULL,
    position   BIGINT      NOT NULL,
    target     TEXT        NOT NULL,
    code       TEXT        NOT NULL,
    message    TEXT        NOT NULL,
    refused_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    PRIMARY KEY (policy, position, target)
);

GRANT SELECT, INSERT ON daybook.refused_order TO daybook_app;
GRANT SELECT ON daybook.refused_order TO daybook_auditor;
