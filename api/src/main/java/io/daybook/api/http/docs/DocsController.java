package io.daybook.api.http.docs;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Shows the API document to whoever wants to call it. It holds no data, so nobody is asked who they are. */
@Hidden
@RestController
final class DocsController {
    private static final String DOCUMENT = "/v3/api-docs";

    private final OpenApiWebMvcResource documents;
    private final JsonMapper json;
    private volatile @Nullable String page;

    DocsController(OpenApiWebMvcResource documents, JsonMapper json) {
        this.documents = documents;
        this.json = json;
    }

    @GetMapping({"/docs", "/docs/"})
    ResponseEntity<String> page(HttpServletRequest request) throws com.fasterxml.jackson.core.JsonProcessingException {
        String html = page;
        if (html == null) {
            byte[] document = documents.openapiJson(request, DOCUMENT, Locale.ENGLISH);
            html = new DocsPage(json.readTree(document)).html();
            page = html;
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(html);
    }
}
