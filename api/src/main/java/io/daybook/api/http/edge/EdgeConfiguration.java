package io.daybook.api.http.edge;

import io.daybook.api.boot.DaybookProperties;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusalsOfTheContainer() {
        return factory -> {
            factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host)
                    host.setErrorReportValveClass(ProblemValve.class.getName());
            });
            factory.addEngineValves(new UnreadBodies());
        };
    }

    @Bean
    Budgets budgets(DaybookProperties daybook) {
        return new Budgets(daybook.http(), System::nanoTime);
    }

    @Bean
    SmartInitializingSingleton rememberedHealth(HealthContributorRegistry health) {
        return () -> RememberedHealth.remember(health, System::nanoTime);
    }
}
