package io.daybook.api.audit;

import io.daybook.api.eventlog.Projector;
import io.daybook.api.eventlog.ScratchReplay;
import io.daybook.api.postgres.Migrations;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Has every reading of evidence written down, and lets auditors have schemas of their own. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration implements WebMvcConfigurer {
    private final ObjectProvider<DataSource> database;
    private final InstantSource clock;

    AuditConfiguration(ObjectProvider<DataSource> database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AccessRecorder(new AuditAccessTable(database.getObject()), clock))
                .addPathPatterns("/api/v1/**");
    }

    @Bean
    ScratchReplay scratchReplay(DataSource database, Projector projector, Migrations migrations) {
        return new ScratchReplay(database, projector, migrations.scratchViews());
    }
}
