package io.daybook.access.key;

import static io.daybook.shell.SqlTable.column;
import static io.daybook.shell.SqlTable.instant;
import static io.daybook.shell.SqlTable.list;
import static io.daybook.shell.SqlTable.one;
import static io.daybook.shell.SqlTable.update;

import io.daybook.access.RoleName;
import io.daybook.access.key.ApiKeyCommand.ApproveApiKey;
import io.daybook.access.key.ApiKeyCommand.MakeApiKey;
import io.daybook.access.key.ApiKeyCommand.RevokeApiKey;
import io.daybook.access.key.ApiKeyCommand.RotateApiKey;
import io.daybook.kernel.Rider;
import io.daybook.kernel.RiderTable;
import io.daybook.kernel.Sealed;
import io.daybook.kernel.Subject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Keys, and the digests of their secrets. */
final class ApiKeyTable implements ApiKeys {
    private static final String KEYS = """
            SELECT id, owner, name, roles, status, made_at, expires_at, approver, revoker FROM daybook.api_key
            """;

    private final DataSource source;

    ApiKeyTable(DataSource source) {
        this.source = source;
    }

    @Override
    public Optional<Opening> opening(String prefix) {
        return one(source, """
                SELECT key.id, key.owner, key.roles, key.status, secret.prefix, secret.digest, secret.last_used_at,
                       least(key.expires_at, secret.valid_until) AS ends_at
                  FROM daybook.api_key_secret secret JOIN daybook.api_key key ON key.id = secret.api_key
                 WHERE secret.prefix = ?
                """, ApiKeyTable::opening, prefix);
    }

    @Override
    public void used(String prefix, Instant at) {
        one(source, """
                UPDATE daybook.api_key_secret SET last_used_at = greatest(last_used_at, ?) WHERE prefix = ?
                RETURNING prefix
                """, row -> row.getString("prefix"), at, prefix);
    }

    @Override
    public Optional<ApiKeyView> find(String id) {
        return withSecrets(list(source, KEYS + "WHERE id = ?", ApiKeyTable::view, id)).stream()
                .findFirst();
    }

    @Override
    public List<ApiKeyView> after(@Nullable String after, int limit) {
        return withSecrets(list(
                source,
                KEYS + "WHERE id > ? ORDER BY id LIMIT ?",
                ApiKeyTable::view,
                after == null ? "" : after,
                limit));
    }

    private List<ApiKeyView> withSecrets(List<ApiKeyView> keys) {
        Map<String, List<ApiKeyView.Secret>> secrets = new HashMap<>();
        list(
                source,
                """
                SELECT api_key, prefix, made_at, valid_until, last_used_at FROM daybook.api_key_secret
                 WHERE api_key = ANY (?::text[]) ORDER BY api_key, made_at, prefix
                """,
                row -> secrets.computeIfAbsent(row.getString("api_key"), key -> new ArrayList<>())
                        .add(secret(row)),
                column(keys, key -> key.id().value()));
        return keys.stream()
                .map(key -> key.with(secrets.getOrDefault(key.id().value(), List.of())))
                .toList();
    }

    @Override
    public List<Rider> riders(MakeApiKey order, Digest secret) {
        RiderTable rider = connection -> {
            update(
                    connection,
                    """
                    INSERT INTO daybook.api_key (id, owner, name, roles, status, made_at, expires_at)
                    VALUES (?, ?, ?, ?::text[], 'PROPOSED', ?, ?)
                    """,
                    order.key().value(),
                    order.by().value(),
                    order.name().toText(),
                    column(order.roles(), RoleName::value),
                    order.at(),
                    order.expiresAt());
            add(connection, order.key(), secret, order.at());
        };
        return List.of(rider);
    }

    @Override
    public List<Rider> riders(ApproveApiKey order) {
        RiderTable rider = connection -> update(
                connection, """
                UPDATE daybook.api_key SET status = 'ACTIVE', approver = ?, approved_at = ? WHERE id = ?
                """, order.by().value(), order.at(), order.key().value());
        return List.of(rider);
    }

    @Override
    public List<Rider> riders(RotateApiKey order, Digest secret) {
        RiderTable rider = connection -> {
            update(connection, """
                    UPDATE daybook.api_key_secret SET valid_until = least(valid_until, ?) WHERE api_key = ?
                    """, order.oldUntil(), order.key().value());
            add(connection, order.key(), secret, order.at());
        };
        return List.of(rider);
    }

    @Override
    public List<Rider> riders(RevokeApiKey order) {
        RiderTable rider = connection -> update(
                connection, """
                UPDATE daybook.api_key SET status = 'REVOKED', revoker = ?, revoked_at = ?
                 WHERE id = ? AND status <> 'REVOKED'
                """, order.by().value(), order.at(), order.key().value());
        return List.of(rider);
    }

    private static void add(Connection connection, ApiKeyId key, Digest secret, Instant at) throws SQLException {
        update(connection, """
                INSERT INTO daybook.api_key_secret (prefix, api_key, digest, made_at)
                VALUES (?, ?, decode(?, 'hex'), ?)
                """, secret.prefix(), key.value(), HexFormat.of().formatHex(secret.digest()), at);
    }

    private static Opening opening(ResultSet row) throws SQLException {
        return new Opening(
                new ApiKeyId(row.getString("id")),
                new Subject(row.getString("owner")),
                roles(row),
                ApiKeyView.Status.valueOf(row.getString("status")),
                instant(row, "ends_at"),
                new Digest(row.getString("prefix"), row.getBytes("digest")),
                instantOrNull(row, "last_used_at"));
    }

    private static ApiKeyView view(ResultSet row) throws SQLException {
        return new ApiKeyView(
                new ApiKeyId(row.getString("id")),
                new Subject(row.getString("owner")),
                Sealed.ofText(row.getString("name")),
                roles(row),
                ApiKeyView.Status.valueOf(row.getString("status")),
                instant(row, "made_at"),
                instant(row, "expires_at"),
                subjectOrNull(row, "approver"),
                subjectOrNull(row, "revoker"),
                List.of());
    }

    private static ApiKeyView.Secret secret(ResultSet row) throws SQLException {
        return new ApiKeyView.Secret(
                row.getString("prefix"),
                instant(row, "made_at"),
                instantOrNull(row, "valid_until"),
                instantOrNull(row, "last_used_at"));
    }

    private static Set<RoleName> roles(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(RoleName::new)
                .collect(Collectors.toSet());
    }

    private static @Nullable Subject subjectOrNull(ResultSet row, String column) throws SQLException {
        String subject = row.getString(column);
        return subject == null ? null : new Subject(subject);
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : instant(row, column);
    }
}
