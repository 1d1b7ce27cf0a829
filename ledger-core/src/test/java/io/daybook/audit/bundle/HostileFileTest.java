package io.daybook.audit.bundle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.audit.bundle.Finding.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are made to hurt whoever opens them, or that were damaged on the way. */
class HostileFileTest {
    @TempDir
    private Path folder;

    private final Bundle bundle = new Office(31, 12).of(null, null);

    @Test
    void what_is_no_zip_is_unreadable() {
        for (byte[] bytes : List.of(new byte[0], "not a zip".getBytes(UTF_8), new byte[100_000])) {
            Verdict verdict = Bundle.verify(bytes, Trust.IN_NOTHING);
            assertThat(verdict.result()).isEqualTo("unreadable");
            assertThat(verdict.exitCode()).isEqualTo(3);
        }
    }

    @Test
    void what_is_not_there_is_unreadable() {
        Verdict verdict = BundleVerifier.verify(Path.of("no-such-bundle.zip"), Trust.IN_NOTHING);
        assertThat(verdict.result()).isEqualTo("unreadable");
    }

    @Test
    void a_zip_cut_anywhere_is_unreadable() {
        byte[] zip = bundle.zip();
        for (int length = 0; length < zip.length; length += 97)
            assertThat(Bundle.verify(Arrays.copyOf(zip, length), Trust.IN_NOTHING)
                            .exitCode())
                    .isEqualTo(3);
    }

    @Test
    void bytes_damaged_under_a_right_list_of_files_are_found_by_their_sums() throws IOException {
        byte[] zip = bundle.zip();
        int end = new String(zip, ISO_8859_1).indexOf("PK\001\002");
        for (int at = 40; at < end; at += 41) {
            byte[] damaged = zip.clone();
            damaged[at] ^= 0x10;
            // The zip's own times and the like are nothing of what is in it.
            if (Bundle.verify(damaged, Trust.IN_NOTHING).exitCode() == 0)
                assertThat(unpacked(damaged)).as("byte " + at).containsExactlyEntriesOf(texts(bundle));
        }
    }

    @Test
    void a_damaged_file_is_told_from_a_changed_one_by_its_check_sum() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (Map.Entry<String, byte[]> file : bundle.files().entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                CRC32 sum = new CRC32();
                sum.update(file.getValue());
                entry.setSize(file.getValue().length);
                entry.setCrc(sum.getValue());
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        byte[] zip = out.toByteArray();
        assertThat(Bundle.verify(zip, Trust.IN_NOTHING).exitCode()).isZero();
        zip[new String(zip, ISO_8859_1).indexOf("Evidence from a Daybook log")] ^= 1;
        Verdict verdict = Bundle.verify(zip, Trust.IN_NOTHING);
        assertThat(verdict.result()).isEqualTo("unreadable");
        assertThat(verdict.findings().getFirst().actual()).contains("README.txt is damaged");
    }

    private static Map<String, String> texts(Bundle bundle) {
        Map<String, String> texts = new TreeMap<>();
        bundle.files().forEach((name, bytes) -> texts.put(name, new String(bytes, ISO_8859_1)));
        return texts;
    }

    /** As an unpacking program does, by the list at the end. */
    private Map<String, String> unpacked(byte[] zip) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (ZipFile file =
                new ZipFile(Files.write(folder.resolve("damaged.zip"), zip).toFile())) {
            for (ZipEntry entry : Collections.list(file.entries()))
                texts.put(entry.getName(), new String(file.getInputStream(entry).readAllBytes(), ISO_8859_1));
        }
        return texts;
    }

    @Test
    void a_file_that_is_missing_leaves_the_bundle_incomplete() {
        for (String name : bundle.files().keySet()) {
            Verdict verdict = bundle.without(name).verify();
            assertThat(verdict.result()).as(name).isEqualTo("incomplete");
            assertThat(verdict.findings().getFirst().expected()).isEqualTo(name);
        }
    }

    @Test
    void a_file_that_nobody_knows_is_refused() {
        Verdict verdict = bundle.with("events2.ndjson", "{}").verify();
        assertThat(TamperedTest.kinds(verdict)).containsExactly(Kind.UNKNOWN_FILE);
        assertThat(verdict.findings().getFirst().actual()).isEqualTo("events2.ndjson");
    }

    @Test
    void a_name_that_stands_twice_is_refused() {
        Bundle twin = bundle.with("keys.txu", "x");
        byte[] zip = twin.zip();
        for (int i = 0; i + 8 < zip.length; i++) if (new String(zip, i, 8, UTF_8).equals("keys.txu")) zip[i + 7] = 't';
        assertThat(Bundle.verify(zip, Trust.IN_NOTHING).result()).isEqualTo("unreadable");
    }

    @Test
    void a_zip_of_very_many_files_is_not_read() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < 60_000; i++) zip.putNextEntry(new ZipEntry("file-" + i));
        }
        assertThat(Bundle.verify(out.toByteArray(), Trust.IN_NOTHING)
                        .findings()
                        .getFirst()
                        .actual())
                .contains("more than 64 files");
    }

    @Test
    void a_line_without_an_end_is_given_up_however_small_it_was_packed() throws IOException {
        for (String name :
                List.of("events.ndjson", "proofs", "README.txt", "bundle.json", "keys.txt", "checkpoint", "leaves")) {
            Path bomb = folder.resolve("bomb.zip");
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
                for (String file : bundle.files().keySet()) {
                    zip.putNextEntry(new ZipEntry(file));
                    byte[] zeros = new byte[1 << 20];
                    if (file.equals(name)) for (int i = 0; i < 40; i++) zip.write(zeros);
                    else zip.write(bundle.file(file));
                }
            }
            assertThat(Files.size(bomb)).isLessThan(1 << 20);
            Verdict verdict = BundleVerifier.verify(bomb, Trust.IN_NOTHING);
            assertThat(verdict.exitCode()).as(name).isNotZero();
            if (name.equals("events.ndjson"))
                assertThat(verdict.findings())
                        .anyMatch(found -> ("" + found.actual()).contains("a line of more than " + Lines.LONGEST));
        }
    }

    @Test
    void what_is_printed_of_a_bundle_commands_no_terminal() {
        String terms = new String(bundle.file("bundle.json"), UTF_8)
                .replace("\"size\"", "\"person\":\"\\u001b[2J\\u202edrow\",\"size\"");
        Verdict verdict = bundle.with("bundle.json", terms).verify();
        assertThat(verdict.facts().get("person")).contains("\u001b");
        assertThat(verdict.lines()).allMatch(line -> line.chars().allMatch(c -> c >= ' ' && c < 0x7f));
        assertThat(verdict.json("x\u0007.zip")).matches("[ -~]*").contains("\\u001b", "\"x\\u0007.zip\"");
    }
}
