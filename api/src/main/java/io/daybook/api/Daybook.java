package io.daybook.api;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program. */
@SpringBootApplication
public class Daybook {
    public static void main(String[] args) {
        SpringApplication.run(Daybook.class, args);
    }
}
