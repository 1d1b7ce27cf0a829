package io.daybook.audit.bundle;

import io.daybook.audit.Malformed;
import io.daybook.audit.bundle.Finding.Kind;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds the files that neither the tree nor a signature reaches against their sums. */
final class SumsCheck {
    private static final int HEX = 64;

    private final BundleFile zip;
    private final Report report;

    SumsCheck(BundleFile zip, Report report) {
        this.zip = zip;
        this.report = report;
    }

    void run() throws IOException {
        Map<String, String> sums;
        try {
            sums = sums(zip.text(Names.SUMS));
        } catch (Malformed e) {
            report.add(Kind.FILE_MALFORMED, "sums as sha256sum writes them in " + Names.SUMS, e.getMessage());
            return;
        }
        for (String name : Names.SUMMED) {
            String stated = sums.get(name);
            if (zip.has(name)) compare(name, stated);
            else if (stated != null) report.add(Kind.FILE_MISSING, name, "no such file in the zip");
        }
    }

    private void compare(String name, @Nullable String stated) throws IOException {
        String actual = zip.sha256(name);
        if (!actual.equals(stated)) report.add(Kind.FILE_CHANGED, name + " of SHA-256 " + stated, "SHA-256 " + actual);
    }

    private static Map<String, String> sums(String text) {
        Map<String, String> sums = new HashMap<>();
        for (String line : text.split("\n")) {
            boolean isSum = line.length() > HEX + 2
                    && line.startsWith("  ", HEX)
                    && line.substring(0, HEX).matches("[0-9a-f]{64}")
                    && Names.SUMMED.contains(line.substring(HEX + 2));
            if (!isSum) throw new Malformed("no sum: " + line);
            if (sums.put(line.substring(HEX + 2), line.substring(0, HEX)) != null)
                throw new Malformed("two sums of one file");
        }
        return sums;
    }
}
