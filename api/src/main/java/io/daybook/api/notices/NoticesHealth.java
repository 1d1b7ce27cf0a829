package io.daybook.api.notices;

import io.daybook.notice.NoticeViews;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Notices that wait, where monitoring looks. They take nobody out of service. */
@Component("notices")
final class NoticesHealth extends AbstractHealthIndicator {
    private final NoticeViews views;
    private final boolean posted;

    NoticesHealth(NoticeViews views, ObjectProvider<NoticePost> post, MeterRegistry meters) {
        super("the notices could not be read");
        this.views = views;
        this.posted = post.getIfAvailable() != null;
        Gauge.builder("daybook.notices.waiting", this, NoticesHealth::count)
                .description("notices to contractors that were not sent yet")
                .register(meters);
    }

    private long count() {
        return views.waiting().map(NoticeViews.Waiting::count).orElse(0L);
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        views.waiting().ifPresent(waiting -> {
            health.withDetail("waiting", waiting.count()).withDetail("since", waiting.since());
            if (!posted)
                health.withDetail("degraded", "no mail server: " + NoticeConfiguration.MAIL_SERVER + " is not set");
        });
    }
}
