package io.daybook.api.seal;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.audit.EventLeaf;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentedSqlTest {
    private static final Pattern SQL = Pattern.compile("```sql\\n(SELECT position, convert_to.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void the_statement_of_the_document_writes_the_preimages_of_the_code() throws Exception {
        Path here = Path.of("docs", "audit.md");
        Matcher sql = SQL.matcher(
                Files.readString(Files.exists(here) ? here : Path.of("..").resolve(here)));
        assertThat(sql.find()).isTrue();
        try (Stage stage = new Stage(folder)) {
            stage.append(20);
            List<byte[]> written = new ArrayList<>();
            try (Connection connection = stage.database.owner().getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql.group(1))) {
                while (row.next()) written.add(row.getBytes(2));
            }
            List<EventLeaf> events = new EventLeafTable(stage.database.application()).after(0, 100);
            assertThat(events).hasSize(20);
            assertThat(written)
                    .containsExactlyElementsOf(
                            events.stream().map(EventLeaf::preimage).toList());
        }
    }
}
