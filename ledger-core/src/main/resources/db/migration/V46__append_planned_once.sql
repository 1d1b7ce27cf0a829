-- Planned for its arguments at every call, the insert took longer to plan than to carry out: for one event the call took
-- twice as long. The plan is the same for one event and for five hundred.
ALTER FUNCTION daybook.append(
    TIMESTAMPTZ, UUID[], TEXT[], TEXT[], BIGINT[], TEXT[], SMALLINT[], BYTEA[], BYTEA[], BYTEA[], TEXT[], TEXT[], UUID[], TEXT[],
    INT[], TEXT[], TEXT[]
) SET plan_cache_mode = force_generic_plan;
