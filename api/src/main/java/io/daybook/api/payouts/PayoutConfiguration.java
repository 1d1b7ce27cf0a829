package io.daybook.api.payouts;

import io.daybook.account.AccountViews;
import io.daybook.api.boot.DaybookProperties;
import io.daybook.api.boot.ForOneCommand;
import io.daybook.api.eventlog.EventLog;
import io.daybook.api.eventlog.Follower;
import io.daybook.api.eventlog.FollowersHealth;
import io.daybook.api.eventlog.WrittenFacts;
import io.daybook.contractor.ContractorViews;
import io.daybook.funding.FundingModule;
import io.daybook.funding.FundingViews;
import io.daybook.kernel.Commands;
import io.daybook.kernel.Feature;
import io.daybook.kernel.PersonVault;
import io.daybook.kernel.ProjectionProgress;
import io.daybook.payout.BatchPlanner;
import io.daybook.payout.BatchPlans;
import io.daybook.payout.Freezing;
import io.daybook.payout.PayoutBatchViews;
import io.daybook.payout.PayoutModule;
import io.daybook.payout.Rails;
import io.daybook.payout.ReleaseTurn;
import io.daybook.payout.engine.EngineModule;
import io.daybook.payout.engine.EngineStore;
import io.daybook.payout.engine.EngineViews;
import io.daybook.payout.engine.RailEngine;
import io.daybook.payout.engine.RailPace;
import io.daybook.payout.engine.SealGate;
import io.daybook.payout.engine.SealedLog;
import io.daybook.rail.PayoutRail;
import io.daybook.rail.stripe.EndpointPace;
import io.daybook.rail.stripe.StripeRail;
import io.daybook.rail.stripe.StripeSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Payouts put together: batches, funding, rails, and an engine for each rail. */
@Configuration(proxyBeanMethods = false)
class PayoutConfiguration {
    private static final String STRIPE = "stripe";
    private static final Duration BETWEEN_ALERTS = Duration.ofSeconds(20);

    @Bean
    Feature payoutFeature() {
        return PayoutModule.feature();
    }

    @Bean
    Feature fundingFeature() {
        return FundingModule.feature();
    }

    @Bean
    PayoutBatchViews payoutBatchViews(DataSource database) {
        return PayoutModule.views(database);
    }

    @Bean
    ReleaseTurn releaseTurn(DataSource database) {
        return PayoutModule.releaseTurn(database);
    }

    @Bean
    FundingViews fundingViews(DataSource database) {
        return FundingModule.views(database);
    }

    @Bean
    EngineStore engineStore(DataSource database) {
        return EngineModule.store(database);
    }

    @Bean
    @ConditionalOnProperty("daybook.security.dev-tokens")
    SimulatorPlant simulatorPlant(InstantSource clock, DaybookProperties daybook, PersonVault vault) {
        return new SimulatorPlant(
                Long.getLong("daybook.demo.seed"), clock, new SimulatorFile(daybook.dataDir(), vault));
    }

    @Bean
    Rails rails(DaybookProperties daybook, ObjectProvider<SimulatorPlant> simulator) {
        List<PayoutRail> rails = new ArrayList<>();
        DaybookProperties.Stripe stripe = daybook.rails().stripe();
        String key = stripe.apiKey();
        if (key != null) {
            String base = stripe.apiBase() == null ? StripeSettings.API_BASE : stripe.apiBase();
            String secret = stripe.webhookSecret() == null ? nobodysSecret() : stripe.webhookSecret();
            rails.add(new StripeRail(StripeSettings.of(key, base, secret)
                    .paced(new EndpointPace(stripe.requestsPerSecond()))
                    .unhurriedAt(EndpointPace.aQuarterOf(stripe.requestsPerSecond()))
                    .lookingAtOnce(pace(STRIPE, daybook).looksAtOnce())));
        }
        simulator.ifAvailable(plant -> rails.add(plant.rail()));
        return new Rails(rails);
    }

    @Bean
    Webhooks webhooks(
            Rails rails,
            EngineStore store,
            PersonVault vault,
            InstantSource clock,
            ObjectProvider<SimulatorPlant> simulator) {
        Webhooks webhooks = new Webhooks(rails, store.inbox(), vault, clock);
        simulator.ifAvailable(plant -> plant.deliverTo(webhooks));
        return webhooks;
    }

    @Bean
    BatchPlanner batchPlanner(AccountViews accounts, ContractorViews contractors, Rails rails) {
        return new BatchPlanner(accounts, contractors, rails);
    }

    @Bean(destroyMethod = "close")
    ChunksAtOnce chunksAtOnce() {
        return new ChunksAtOnce();
    }

    @Bean
    BatchPlans batchPlans(DataSource database) {
        return PayoutModule.plans(database);
    }

    @Bean
    Freezing freezing(Commands commands, BatchPlanner planner, BatchPlans plans, ChunksAtOnce chunks) {
        return new Freezing(commands, planner, plans, chunks);
    }

    @Bean
    EngineViews engineViews(
            AccountViews accounts, ContractorViews contractors, PayoutBatchViews batches, ProjectionProgress progress) {
        return new EngineViews(accounts, contractors, batches, progress);
    }

    @Bean
    WrittenFacts writtenFacts(DataSource database, EventLog log) {
        return new WrittenFacts(database, log.reader());
    }

    @Bean
    SealGate sealGate(SealedLog sealed, WrittenFacts facts) {
        return new SealGate(sealed, facts::ofStream);
    }

    @Bean
    RailEngines railEngines(
            Rails rails,
            DaybookProperties daybook,
            EventLog log,
            DataSource database,
            EngineViews views,
            FundingViews funding,
            PersonVault vault,
            EngineStore store,
            WrittenFacts facts,
            SealGate seal,
            InstantSource clock,
            @Value("${" + ForOneCommand.KEY + ":false}") boolean forOneCommand) {
        RailEngine.Tools tools =
                new RailEngine.Tools(log.commands(), facts::at, views, funding, vault, store, seal, clock);
        List<RailEngine> engines = rails.all().stream()
                .map(rail -> new RailEngine(
                        rail, pace(rail.name(), daybook), EngineModule.lease(database, rail.name()), tools))
                .toList();
        return new RailEngines(engines, forOneCommand);
    }

    /** Not part of readiness: requests are answered well while a rail's thread is in trouble. */
    @Bean
    FollowersHealth railThreads(RailEngines engines) {
        return new FollowersHealth(engines::threads);
    }

    @Bean
    Follower payoutAlertsThread(PayoutAlerts alerts) {
        return Follower.every(BETWEEN_ALERTS, "payout-alerts", () -> {
            alerts.look();
            return false;
        });
    }

    /** Where no webhook secret is configured, no webhook is believed; the poller finds out all the same. */
    private static String nobodysSecret() {
        return "whsec_" + UUID.randomUUID();
    }

    private static RailPace pace(String rail, DaybookProperties daybook) {
        if (!rail.equals(STRIPE)) return RailPace.UNLIMITED;
        DaybookProperties.Stripe stripe = daybook.rails().stripe();
        return new RailPace(
                stripe.requestsPerSecond(), stripe.maxInFlight(), stripe.pollInterval(), stripe.unknownDelays());
    }
}
