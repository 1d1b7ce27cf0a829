package io.daybook.api.eventlog;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SerializerTest {
    /** Axon's default serializer turns any XML into any object: what is not there cannot be chosen by mistake. */
    @Test
    void the_serializer_that_reads_any_class_is_not_on_the_class_path() {
        assertThatThrownBy(() -> Class.forName("com.thoughtworks.xstream.XStream"))
                .isInstanceOf(ClassNotFoundException.class);
    }
}
