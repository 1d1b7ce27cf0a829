package io.daybook.api.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Uploads in sealed pieces: written once, read from the beginning as often as needed, deleted when the import ends. */
final class UploadTable {
    private static final int PIECE = 256 * 1024;

    private final JdbcClient jdbc;
    private final UploadSeal seal;

    UploadTable(DataSource dataSource, UploadSeal seal) {
        jdbc = JdbcClient.create(dataSource);
        this.seal = seal;
    }

    /** In the caller's transaction. */
    void store(String importId, InputStream body) throws IOException {
        int seq = 0;
        for (byte[] piece = body.readNBytes(PIECE); piece.length > 0; piece = body.readNBytes(PIECE)) {
            jdbc.sql("INSERT INTO daybook.import_chunk (import, seq, sealed) VALUES (?, ?, ?)")
                    .params(importId, seq, seal.seal(importId, seq, piece))
                    .update();
            seq++;
        }
    }

    InputStream open(String importId) {
        return new Pieces(importId);
    }

    void delete(String importId) {
        jdbc.sql("DELETE FROM daybook.import_chunk WHERE import = ?")
                .param(importId)
                .update();
    }

    private Optional<byte[]> piece(String importId, int seq) {
        return jdbc.sql("SELECT sealed FROM daybook.import_chunk WHERE import = ? AND seq = ?")
                .params(importId, seq)
                .query(byte[].class)
                .optional()
                .map(piece -> seal.open(importId, seq, piece));
    }

    private final class Pieces extends InputStream {
        private final String importId;
        private byte[] piece = new byte[0];
        private int at;
        private int seq;

        Pieces(String importId) {
            this.importId = importId;
        }

        @Override
        public int read() {
            return fill() ? piece[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (length == 0) return 0;
            if (!fill()) return -1;
            int count = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, into, offset, count);
            at += count;
            return count;
        }

        private boolean fill() {
            if (at < piece.length) return true;
            Optional<byte[]> next = piece(importId, seq);
            if (next.isEmpty()) return false;
            piece = next.get();
            at = 0;
            seq++;
            return true;
        }
    }
}
