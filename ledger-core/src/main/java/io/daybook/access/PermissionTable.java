package io.daybook.access;

import static io.daybook.shell.SqlTable.column;
import static io.daybook.shell.SqlTable.instant;
import static io.daybook.shell.SqlTable.list;
import static io.daybook.shell.SqlTable.one;
import static io.daybook.shell.SqlTable.update;

import io.daybook.access.AccessCommand.ApproveGrant;
import io.daybook.access.AccessCommand.ProposeGrant;
import io.daybook.access.AccessCommand.WithdrawAccess;
import io.daybook.kernel.Rider;
import io.daybook.kernel.RiderTable;
import io.daybook.kernel.Sealed;
import io.daybook.kernel.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A row for each subject about whom something was decided. */
final class PermissionTable implements Permissions {
    private static final String ROWS = """
            SELECT subject, whole, withdrawn, granted, proposal, proposal_roles, proposal_reason, proposer, proposed_at
              FROM daybook.access
            """;

    private final DataSource source;

    PermissionTable(DataSource source) {
        this.source = source;
    }

    @Override
    public Optional<Permission> find(Subject subject) {
        return one(source, ROWS + "WHERE subject = ?", PermissionTable::read, subject.value());
    }

    @Override
    public List<Permission> after(@Nullable String after, int limit) {
        return list(
                source,
                ROWS + "WHERE subject > ? ORDER BY subject LIMIT ?",
                PermissionTable::read,
                after == null ? "" : after,
                limit);
    }

    @Override
    public List<Rider> riders(WithdrawAccess order) {
        RiderTable rider = connection ->
                update(connection, """
                INSERT INTO daybook.access AS row (subject, whole, withdrawn) VALUES (?, ?, ?::text[])
                ON CONFLICT (subject) DO UPDATE
                   SET whole = row.whole OR EXCLUDED.whole,
                       withdrawn = ARRAY(SELECT role FROM unnest(row.withdrawn || EXCLUDED.withdrawn) AS named(role)
                                          GROUP BY role ORDER BY role),
                       proposal = NULL, proposal_roles = NULL, proposal_reason = NULL, proposer = NULL,
                       proposed_at = NULL
                """, order.subject().value(), order.roles().isEmpty(), names(order.roles()));
        return List.of(rider);
    }

    @Override
    public List<Rider> riders(ProposeGrant order) {
        RiderTable rider = connection -> update(
                connection,
                """
                INSERT INTO daybook.access
                       (subject, proposal, proposal_roles, proposal_reason, proposer, proposed_at)
                VALUES (?, ?, ?::text[], ?, ?, ?)
                ON CONFLICT (subject) DO UPDATE
                   SET proposal = EXCLUDED.proposal, proposal_roles = EXCLUDED.proposal_roles,
                       proposal_reason = EXCLUDED.proposal_reason, proposer = EXCLUDED.proposer,
                       proposed_at = EXCLUDED.proposed_at
                """,
                order.subject().value(),
                order.grant().value(),
                names(order.roles()),
                order.reason().toText(),
                order.by().value(),
                order.at());
        return List.of(rider);
    }

    @Override
    public List<Rider> riders(ApproveGrant order, Permission.Proposal proposal) {
        RiderTable rider = connection ->
                update(connection, """
                UPDATE daybook.access AS row
                   SET whole = row.whole AND given.roles <> '{}',
                       withdrawn = ARRAY(SELECT role FROM unnest(row.withdrawn) AS had(role)
                                          WHERE role <> ALL (given.roles) ORDER BY role),
                       granted = ARRAY(SELECT role FROM (SELECT unnest(row.granted)
                                                          UNION
                                                         SELECT role FROM unnest(given.roles) AS asked(role)
                                                          WHERE role <> ALL (row.withdrawn)) AS named(role)
                                        ORDER BY role),
                       proposal = NULL, proposal_roles = NULL, proposal_reason = NULL, proposer = NULL,
                       proposed_at = NULL
                  FROM (SELECT ?::text[] AS roles) AS given
                 WHERE row.subject = ?
                """, names(proposal.roles()), order.subject().value());
        return List.of(rider);
    }

    private static List<@Nullable String> names(Set<RoleName> roles) {
        return column(roles.stream().map(RoleName::value).sorted().toList(), name -> name);
    }

    private static Permission read(ResultSet row) throws SQLException {
        return new Permission(
                new Subject(row.getString("subject")),
                row.getBoolean("whole"),
                roles(row, "withdrawn"),
                roles(row, "granted"),
                proposal(row));
    }

    private static Permission.@Nullable Proposal proposal(ResultSet row) throws SQLException {
        String grant = row.getString("proposal");
        if (grant == null) return null;
        return new Permission.Proposal(
                new GrantId(grant),
                roles(row, "proposal_roles"),
                Sealed.ofText(row.getString("proposal_reason")),
                new Subject(row.getString("proposer")),
                instant(row, "proposed_at"));
    }

    private static Set<RoleName> roles(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(RoleName::new)
                .collect(Collectors.toSet());
    }
}
