package io.daybook.api.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.eventlog.EventLog;
import io.daybook.api.eventlog.Relay;
import io.daybook.api.webhooks.DueTable.Claimed;
import io.daybook.api.webhooks.HookServer.Heard;
import io.daybook.kernel.ReadModel;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WebhookNodesTest {
    private static final int PEOPLE = 40;

    private final Hooks hooks = new Hooks();

    @AfterEach
    void close() {
        hooks.close();
    }

    @Test
    void two_nodes_say_each_thing_once() throws Exception {
        JsonNode endpoint = hooks.endpoint("/once", "contractor.registered");
        try (WebhookThreads other = anotherNode()) {
            for (int i = 0; i < PEOPLE; i++) hooks.contractor();
            HookServer.await(
                    "all of them",
                    () -> hooks.deliveries(endpoint, "?status=DELIVERED").size() == PEOPLE);
            assertThat(other.all()).allMatch(thread -> thread.trouble().isEmpty());
        }
        assertThat(hooks.server.at("/once"))
                .hasSize(PEOPLE)
                .extracting(Heard::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void what_a_node_stops_in_the_middle_of_is_sent_again_under_the_same_id() {
        JsonNode endpoint = hooks.endpoint("/held", "webhook.ping");
        hooks.server.hold("/held");
        hooks.post(endpoint, "ping", "{}");
        hooks.server.await("/held", 1);
        hooks.daybook.restart();
        hooks.server.letGo("/held");
        List<Heard> heard = hooks.server.await("/held", 2);
        assertThat(heard).extracting(Heard::id).containsOnly(heard.getFirst().id());
        JsonNode delivery = hooks.awaitDelivery(endpoint, "DELIVERED");
        assertThat(delivery.path("attempts").size())
                .as("the one that was let go does not count")
                .isEqualTo(1);
    }

    @Test
    void what_a_node_died_in_the_middle_of_is_another_s_when_its_claim_runs_out_and_its_late_word_does_not_count()
            throws Exception {
        JsonNode endpoint = hooks.endpoint("/taken", "webhook.ping");
        EndpointId id = new EndpointId(Hooks.id(endpoint));
        DueTable due = new DueTable(database());
        hooks.bean(WebhookThreads.class).close();
        hooks.post(endpoint, "ping", "{}");
        InstantSource clock = hooks.bean(InstantSource.class);
        Claimed dead = due.claim(id, clock.instant()).orElseThrow();
        assertThat(due.claim(id, clock.instant())).isEmpty();
        hooks.database()
                .sql("UPDATE daybook.webhook_delivery SET claimed_until = now() - interval '1 second'")
                .update();
        Claimed next = due.claim(id, clock.instant()).orElseThrow();
        due.settle(dead, new DueTable.Tried(200, null, 1), Delivery.Status.DELIVERED, null, clock.instant());
        assertThat(hooks.deliveries(endpoint, "?status=PENDING").size()).isEqualTo(1);
        due.settle(next, new DueTable.Tried(200, null, 1), Delivery.Status.DELIVERED, null, clock.instant());
        assertThat(hooks.deliveries(endpoint, "?status=DELIVERED").size()).isEqualTo(1);
    }

    @Test
    void what_was_settled_long_ago_is_forgotten_and_made_again_from_the_log() {
        JsonNode endpoint = hooks.endpoint("/old", "contractor.registered");
        hooks.contractor();
        String id = hooks.awaitDelivery(endpoint, "DELIVERED").path("id").asString();
        InstantSource clock = hooks.bean(InstantSource.class);
        assertThat(new DeliveryTable(database()).forget(clock.instant().plusSeconds(60), 10))
                .isEqualTo(1);
        assertThat(hooks.deliveries(endpoint, "").size()).isZero();
        hooks.completed(hooks.post(endpoint, "replay", "{\"from\": \"2000-01-01\"}"), "admin");
        assertThat(hooks.awaitDelivery(endpoint, "DELIVERED").path("id").asString())
                .isEqualTo(id);
    }

    private DataSource database() {
        return hooks.daybook.database().application();
    }

    private WebhookThreads anotherNode() throws Exception {
        EventLog log = hooks.bean(EventLog.class);
        InstantSource clock = hooks.bean(InstantSource.class);
        Relay relay = new Relay(database(), log.reader(), new ReadModel<>(new Catalogue(), new OutboxTable(clock)));
        relay.begin();
        Lanes lanes = new Lanes(
                new DueTable(database()),
                hooks.bean(EndpointTable.class),
                hooks.bean(EndpointSecrets.class),
                new Sender(Names.ofTheMachine(), DefaultClientTlsStrategy::createDefault, 15_000),
                clock,
                true);
        return new WebhookThreads(log, relay, lanes, new DeliveryTable(database()), clock);
    }
}
