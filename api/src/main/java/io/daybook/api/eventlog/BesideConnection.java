package io.daybook.api.eventlog;

import io.daybook.api.postgres.ViewsBeside;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;

/** A connection on which what is said of the views is done to another schema of them. */
final class BesideConnection {
    private BesideConnection() {}

    static Connection of(Connection connection, String schema) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    boolean ofText = arguments != null && arguments.length > 0 && arguments[0] instanceof String;
                    if (ofText && method.getName().equals("prepareStatement"))
                        arguments[0] = ViewsBeside.in(schema, (String) arguments[0]);
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
