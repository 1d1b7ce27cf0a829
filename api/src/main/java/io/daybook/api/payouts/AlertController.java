package io.daybook.api.payouts;

import io.daybook.api.http.request.Page;
import io.daybook.api.http.request.PageRequest;
import io.daybook.api.http.request.Texts;
import io.daybook.api.http.request.Write;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a person must look at, as health has it, for whoever is no operator; and who has looked. */
@RestController
@RequestMapping("/api/v1/alerts")
final class AlertController {
    private final AlertDesk desk;

    AlertController(AlertDesk desk) {
        this.desk = desk;
    }

    /** @param reason why it may rest */
    record Looked(String reason) {}

    @GetMapping
    Page<AlertJson> list(PageRequest page, @RequestParam(required = false) AlertJson.@Nullable Status status) {
        List<AlertJson> rows = desk.page(status, page.after(), page.fetch());
        return page.of(rows, alert -> alert.kind() + ":" + alert.subject(), alert -> alert);
    }

    @PostMapping("/{id}/acknowledge")
    AlertJson acknowledge(Write write, @PathVariable String id, @RequestBody Looked body) {
        return desk.acknowledge(write, id, Texts.required("/reason", body.reason(), 2_000));
    }
}
