package io.daybook.api.notices;

import io.daybook.api.boot.DaybookProperties;
import io.daybook.api.boot.ForOneCommand;
import io.daybook.api.eventlog.Follower;
import io.daybook.kernel.Feature;
import io.daybook.kernel.PersonVault;
import io.daybook.notice.NoticeDeliveries;
import io.daybook.notice.NoticeModule;
import io.daybook.notice.NoticeViews;
import io.daybook.notice.Notifier;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/** Notices put together. Without a mail server they are listed and wait. */
@Configuration(proxyBeanMethods = false)
class NoticeConfiguration {
    static final String MAIL_SERVER = "spring.mail.host";
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    @Bean
    Feature noticeFeature() {
        return NoticeModule.feature();
    }

    @Bean
    NoticeViews noticeViews(DataSource database) {
        return NoticeModule.views(database);
    }

    @Bean
    NoticeDeliveries noticeDeliveries(DataSource database) {
        return NoticeModule.deliveries(database);
    }

    @Bean
    @ConditionalOnProperty(MAIL_SERVER)
    Notifier smtpNotifier(JavaMailSender mail, DaybookProperties daybook) {
        return new SmtpNotifier(mail, daybook.notices().from());
    }

    @Bean
    @ConditionalOnProperty(MAIL_SERVER)
    NoticePost noticePost(
            NoticeViews views, NoticeDeliveries deliveries, Notifier notifier, PersonVault vault, InstantSource clock) {
        return new NoticePost(views, deliveries, notifier, vault, clock);
    }

    @Bean
    @ConditionalOnProperty(MAIL_SERVER)
    @ConditionalOnBooleanProperty(name = ForOneCommand.KEY, havingValue = false, matchIfMissing = true)
    Follower noticePostThread(NoticePost post) {
        return Follower.every(BETWEEN_LOOKS, "notice-post", post::step);
    }
}
