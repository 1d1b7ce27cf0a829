package io.daybook.api.http.money;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Sets a statement's page as PDF: tagged, so that a screen reader can follow it, and with its own fonts, so that it looks
 * the same everywhere and needs none of the machine's.
 */
final class StatementPdf {
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    static {
        XRLog.setLoggingEnabled(false);
    }

    private StatementPdf() {}

    /** @param page XHTML in the font family {@code Statement} */
    static byte[] of(String page) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .useFastMode()
                    .usePdfUaAccessibility(true)
                    .useFont(() -> font("DejaVuSansCondensed.ttf"), "Statement", REGULAR, FontStyle.NORMAL, true)
                    .useFont(() -> font("DejaVuSansCondensed-Bold.ttf"), "Statement", BOLD, FontStyle.NORMAL, true)
                    .withProducer("Daybook")
                    .withHtmlContent(page, null)
                    .toStream(pdf)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot be full", e);
        }
        return pdf.toByteArray();
    }

    private static InputStream font(String name) {
        InputStream font = StatementPdf.class.getResourceAsStream("/fonts/" + name);
        if (font == null) throw new IllegalStateException("the program comes with its font " + name);
        return font;
    }
}
