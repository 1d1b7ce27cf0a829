package io.daybook.engagement;

import static io.daybook.shell.SqlTable.column;
import static io.daybook.shell.SqlTable.instant;
import static io.daybook.shell.SqlTable.list;

import io.daybook.contractor.ContractorId;
import io.daybook.money.Currencies;
import io.daybook.money.HourlyRate;
import io.daybook.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads engagements, then the rates of all of them at once. */
final class EngagementReadTable implements EngagementViews {
    private static final String ENGAGEMENTS = """
            SELECT engagement, project, currency, overlap, weekly_cap_seconds, last_day, started_at
              FROM view.engagement
            """;

    private final DataSource source;

    EngagementReadTable(DataSource source) {
        this.source = source;
    }

    @Override
    public Optional<EngagementView> byId(EngagementId id) {
        return withRates(list(source, ENGAGEMENTS + "WHERE engagement = ?", EngagementReadTable::row, id.value()))
                .stream()
                .findFirst();
    }

    @Override
    public Map<EngagementId, EngagementView> byIds(Collection<EngagementId> ids) {
        List<EngagementView> found =
                list(source, ENGAGEMENTS + "WHERE engagement = ANY (?::text[])", EngagementReadTable::row, (Object)
                        column(ids, EngagementId::value));
        return withRates(found).stream().collect(Collectors.toMap(EngagementView::id, Function.identity()));
    }

    @Override
    public List<EngagementView> ofContractor(ContractorId contractor) {
        return withRates(list(
                source,
                ENGAGEMENTS + "WHERE contractor = ? ORDER BY project, engagement",
                EngagementReadTable::row,
                contractor.value()));
    }

    @Override
    public List<EngagementView> page(
            @Nullable ContractorId contractor, @Nullable String project, @Nullable EngagementId after, int limit) {
        StringBuilder sql = new StringBuilder(ENGAGEMENTS).append("WHERE engagement > ?");
        List<@Nullable Object> values = new ArrayList<>();
        values.add(after == null ? "" : after.value());
        if (contractor != null) {
            sql.append(" AND contractor = ?");
            values.add(contractor.value());
        }
        if (project != null) {
            sql.append(" AND project = ?");
            values.add(project);
        }
        values.add(limit);
        return withRates(list(
                source,
                sql.append(" ORDER BY engagement LIMIT ?").toString(),
                EngagementReadTable::row,
                values.toArray()));
    }

    private List<EngagementView> withRates(List<EngagementView> engagements) {
        if (engagements.isEmpty()) return engagements;
        Map<String, List<RateVersion>> rates = new HashMap<>();
        list(
                source,
                """
                SELECT engagement, version, per_hour_minor, currency, valid_from
                  FROM view.engagement_rate WHERE engagement = ANY (?::text[]) ORDER BY engagement, version
                """,
                row -> rates.computeIfAbsent(row.getString("engagement"), any -> new ArrayList<>())
                        .add(rate(row)),
                column(engagements, engagement -> engagement.id().value()));
        return engagements.stream()
                .map(engagement ->
                        with(engagement, rates.getOrDefault(engagement.id().value(), List.of())))
                .toList();
    }

    private static EngagementView with(EngagementView engagement, List<RateVersion> rates) {
        Terms terms = engagement.terms();
        return new EngagementView(
                engagement.id(),
                engagement.project(),
                engagement.overlap(),
                new Terms(terms.currency(), terms.weeklyCapSeconds(), rates, terms.lastDay()),
                engagement.startedAt());
    }

    private static EngagementView row(ResultSet row) throws SQLException {
        return new EngagementView(
                new EngagementId(row.getString("engagement")),
                row.getString("project"),
                Overlap.valueOf(row.getString("overlap")),
                new Terms(
                        Currencies.of(row.getString("currency")),
                        row.getObject("weekly_cap_seconds", Long.class),
                        List.of(),
                        row.getObject("last_day", LocalDate.class)),
                instant(row, "started_at"));
    }

    private static RateVersion rate(ResultSet row) throws SQLException {
        return new RateVersion(
                row.getInt("version"),
                new HourlyRate(Money.of(row.getLong("per_hour_minor"), row.getString("currency"))),
                row.getObject("valid_from", LocalDate.class));
    }
}
