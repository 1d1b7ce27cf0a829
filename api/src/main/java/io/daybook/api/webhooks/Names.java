package io.daybook.api.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks for the addresses of a name, all of them, and does not wait for ever. */
@FunctionalInterface
interface Names {
    /** Errors: UnknownHostException where there are none, or nobody says so in time. */
    List<InetAddress> addressesOf(String host) throws UnknownHostException;

    /** As the machine resolves names, for five seconds at most. */
    static Names ofTheMachine() {
        // The call cannot be interrupted: it is left to end by itself.
        ExecutorService threads = Executors.newCachedThreadPool(
                Thread.ofPlatform().name("webhook-names-", 0).daemon().factory());
        return host -> {
            Future<InetAddress[]> answer = threads.submit(() -> InetAddress.getAllByName(host));
            try {
                return List.of(answer.get(5, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new UnknownHostException("interrupted");
            } catch (ExecutionException | TimeoutException e) {
                throw new UnknownHostException("the host has no address");
            }
        };
    }
}
