package io.daybook.api.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;

/**
 * Whoever has read docs/audit.md and the texts of C2SP and nothing of ours: uses no class of Daybook. RFC 6962 is followed in
 * its recursive definition, the row is asked for as PostgreSQL writes it out.
 */
record Stranger(Path anchors, long size, String root) {
    private static final String ROWS = """
            SELECT int8send(position) AS position, uuid_send(event_id) AS event_id, convert_to(stream, 'UTF8') AS stream,
                   convert_to(stream_type, 'UTF8') AS stream_type, int8send(seq) AS seq, convert_to(type, 'UTF8') AS type,
                   int8send(revision::bigint) AS revision,
                   int8send((extract(epoch FROM recorded_at) * 1000000)::bigint) AS recorded_at, payload, metadata, salt,
                   convert_to(person, 'UTF8') AS person, int8send(person_seq) AS person_seq
              FROM daybook.event_log
             ORDER BY position
            """;

    /** Reads the checkpoint, once it has verified its signature by this key. */
    static Stranger with(String vkey, Path anchors) throws Exception {
        String note = Files.readString(anchors.resolve("checkpoint"));
        int blank = note.lastIndexOf("\n\n");
        String text = note.substring(0, blank + 1);
        String[] key = vkey.split("\\+", 3);
        String line = note.substring(blank + 2).lines().findFirst().orElseThrow();
        byte[] signature = Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1));
        byte[] typed = Base64.getDecoder().decode(key[2]);
        if (!line.startsWith("\u2014 " + key[0] + " ") || typed[0] != 1) throw new IllegalStateException(line);
        if (!HexFormat.of().formatHex(signature, 0, 4).equals(key[1])) throw new IllegalStateException("key id");
        byte[] spki = Arrays.copyOf(HexFormat.of().parseHex("302a300506032b6570032100"), 44);
        System.arraycopy(typed, 1, spki, 12, 32);
        Signature ed25519 = Signature.getInstance("Ed25519");
        ed25519.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki)));
        ed25519.update(text.getBytes(UTF_8));
        if (!ed25519.verify(signature, 4, signature.length - 4)) throw new IllegalStateException("signature");
        String[] lines = text.split("\n");
        return new Stranger(anchors, Long.parseLong(lines[1]), lines[2]);
    }

    String rootOfTheRows(DataSource database) throws Exception {
        List<byte[]> leaves = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ROWS)) {
            while (row.next()) leaves.add(sha256(new byte[] {0}, preimage(row)));
        }
        return base64(mth(leaves));
    }

    private static byte[] preimage(ResultSet row) throws SQLException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeBytes("daybook.dev/event@v1\n");
        for (int column = 1; column <= 13; column++) {
            byte[] field = row.getBytes(column);
            out.writeInt(field == null ? -1 : field.length);
            if (field != null) out.write(field);
        }
        return bytes.toByteArray();
    }

    /** All leaves from the tiles of level 0; and each tile above is what those below hash to. */
    String rootOfTheTiles() throws Exception {
        List<byte[]> leaves = hashes(0, size);
        List<byte[]> below = leaves;
        for (int level = 1; size >> (8 * level) > 0; level++) {
            List<byte[]> above = hashes(level, size >> (8 * level));
            for (int i = 0; i < above.size(); i++)
                if (!Arrays.equals(above.get(i), mth(below.subList(i * 256, i * 256 + 256))))
                    throw new IllegalStateException("tile of level " + level);
            below = above;
        }
        return base64(mth(leaves));
    }

    private List<byte[]> hashes(int level, long count) throws IOException {
        List<byte[]> hashes = new ArrayList<>();
        for (long tile = 0; tile * 256 < count; tile++) {
            byte[] bytes = Files.readAllBytes(anchors.resolve("tile/" + level + "/" + name(tile, count - tile * 256)));
            for (int at = 0; at < bytes.length; at += 32) hashes.add(Arrays.copyOfRange(bytes, at, at + 32));
        }
        if (hashes.size() != count) throw new IllegalStateException("a tile is too long or too short");
        return hashes;
    }

    boolean idsAreThoseOf(DataSource database) throws SQLException, IOException {
        ByteArrayOutputStream laidDown = new ByteArrayOutputStream();
        for (long tile = 0; tile * 256 < size; tile++)
            laidDown.writeBytes(Files.readAllBytes(anchors.resolve("ids/" + name(tile, size - tile * 256))));
        ByteBuffer ids = ByteBuffer.wrap(laidDown.toByteArray());
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT uuid_send(event_id) FROM daybook.event_log ORDER BY position")) {
            byte[] id = new byte[16];
            while (row.next()) {
                ids.get(id);
                if (!Arrays.equals(id, row.getBytes(1))) return false;
            }
        }
        return !ids.hasRemaining();
    }

    /** Up to a million tiles: the tests have fewer. */
    private static String name(long tile, long left) {
        String name = tile < 1000 ? "%03d".formatted(tile) : "x%03d/%03d".formatted(tile / 1000, tile % 1000);
        return left < 256 ? name + ".p/" + left : name;
    }

    private static byte[] mth(List<byte[]> leaves) throws Exception {
        if (leaves.isEmpty()) return sha256();
        if (leaves.size() == 1) return leaves.getFirst();
        int k = Integer.highestOneBit(leaves.size() - 1);
        return sha256(new byte[] {1}, mth(leaves.subList(0, k)), mth(leaves.subList(k, leaves.size())));
    }

    private static byte[] sha256(byte[]... parts) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (byte[] part : parts) digest.update(part);
        return digest.digest();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
