package io.daybook.api.vault;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keys that every node shares, each made by whoever needs it first and never changed. */
@Component
public final class SecretTable {
    private final JdbcClient jdbc;
    private final Map<String, byte[]> known = new ConcurrentHashMap<>();

    public SecretTable(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
    }

    /** The secret of that name; {@code maker} is used only where no node has made one yet. */
    public byte[] secret(String name, Supplier<byte[]> maker) {
        return known.computeIfAbsent(name, missing -> find(missing).orElseGet(() -> make(missing, maker.get())))
                .clone();
    }

    private byte[] make(String name, byte[] candidate) {
        jdbc.sql("INSERT INTO daybook.secret (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(name, candidate)
                .update();
        return find(name).orElseThrow();
    }

    private Optional<byte[]> find(String name) {
        return jdbc.sql("SELECT value FROM daybook.secret WHERE name = ?")
                .param(name)
                .query(byte[].class)
                .optional();
    }
}
