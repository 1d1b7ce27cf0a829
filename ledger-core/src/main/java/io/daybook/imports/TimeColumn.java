package io.daybook.imports;

/** What a time export may say about an entry, whatever the tool calls it. */
enum TimeColumn {
    EMAIL,
    EMPLOYEE_ID,
    CONTRACTOR,
    NAME,
    FIRST_NAME,
    LAST_NAME,
    PROJECT,
    TASK,
    NOTES,
    START,
    START_DATE,
    START_TIME,
    END,
    END_DATE,
    END_TIME,
    DATE,
    SECONDS,
    DURATION,
    HOURS
}
