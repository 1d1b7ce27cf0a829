package io.daybook.simulation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Lets a node's calls over a port pass the world. */
final class Ports {
    private Ports() {}

    static <T> T stepping(Class<T> port, T behind, World world, Node node) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, given) -> {
                    world.step(node);
                    try {
                        return method.invoke(behind, given);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
