package io.daybook.bench.nothing;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A program with Daybook's libraries and no code: what a start costs before anybody writes a line. */
@SpringBootApplication
public class NothingYet {
    public static void main(String[] args) {
        SpringApplication.run(NothingYet.class, args);
    }
}
