package io.daybook.audit.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.audit.EventLeaf;
import io.daybook.audit.bundle.Finding.Kind;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A statement closes the history of its person. */
class StatementInBundleTest {
    private static final byte[] STATEMENT = "{\"closing\": 12}".getBytes(UTF_8);
    private static final String PERSON = "person-ada";

    private final Office office = new Office(41, 50);
    private final long before =
            office.events.stream().filter(e -> PERSON.equals(e.person())).count();
    private final long knownAt = office.events.getLast().position();

    private Bundle issued(long count, long last, long at, String hash, byte[] statement) {
        EventLeaf event = office.add(
                "StatementIssued",
                ("{\"statement\":\"statement-1\",\"count\":" + count + ",\"lastPersonSeq\":" + last + ",\"knownAt\":"
                                + at + ",\"hash\":\"" + hash + "\"}")
                        .getBytes(UTF_8),
                PERSON);
        office.add("TimeEntryRecorded", "{}".getBytes(UTF_8), PERSON);
        List<Integer> theirs = Office.all(0, office.events.size()).stream()
                .filter(i -> PERSON.equals(office.events.get(i).person()))
                .toList();
        return office.bundle(PERSON, null, null, theirs, statement, event);
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_statement_that_counts_what_there_is_and_says_what_was_issued_is_genuine() {
        Verdict verdict =
                issued(before, before, knownAt, hash(STATEMENT), STATEMENT).verify();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.facts().get("statement")).contains("as it was");
    }

    @Test
    void another_count_is_refused() {
        assertDiffers(issued(before - 1, before, knownAt, hash(STATEMENT), STATEMENT));
    }

    @Test
    void another_last_number_is_refused() {
        assertDiffers(issued(before - 1, before - 1, knownAt, hash(STATEMENT), STATEMENT));
    }

    @Test
    void an_event_that_it_counts_and_could_not_know_of_is_refused() {
        assertDiffers(issued(before, before, 1, hash(STATEMENT), STATEMENT));
    }

    @Test
    void another_text_of_it_is_refused() {
        assertDiffers(issued(before, before, knownAt, hash(new byte[] {'{', '}'}), STATEMENT));
    }

    @Test
    void a_statement_without_its_event_and_an_event_without_its_statement_are_refused() {
        Bundle bundle = issued(before, before, knownAt, hash(STATEMENT), STATEMENT);
        assertThat(TamperedTest.kinds(bundle.without("statement.json").verify()))
                .contains(Kind.STATEMENT_DIFFERS);
        String terms = new String(bundle.file("bundle.json"), UTF_8).replaceFirst(",\"statement\":\"[^\"]*\"", "");
        assertThat(TamperedTest.kinds(bundle.with("bundle.json", terms).verify()))
                .contains(Kind.STATEMENT_DIFFERS);
    }

    private static void assertDiffers(Bundle bundle) {
        assertThat(TamperedTest.kinds(bundle.verify())).contains(Kind.STATEMENT_DIFFERS);
    }
}
