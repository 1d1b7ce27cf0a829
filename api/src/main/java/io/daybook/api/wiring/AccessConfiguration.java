package io.daybook.api.wiring;

import io.daybook.access.AccessModule;
import io.daybook.access.Permissions;
import io.daybook.access.key.ApiKeyModule;
import io.daybook.access.key.ApiKeys;
import io.daybook.kernel.Feature;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may do what, beyond and below what their tokens say. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
    @Bean
    Feature accessFeature() {
        return AccessModule.feature();
    }

    @Bean
    Permissions permissions(DataSource database) {
        return AccessModule.permissions(database);
    }

    @Bean
    Feature apiKeyFeature() {
        return ApiKeyModule.feature();
    }

    @Bean
    ApiKeys apiKeys(DataSource database) {
        return ApiKeyModule.keys(database);
    }
}
