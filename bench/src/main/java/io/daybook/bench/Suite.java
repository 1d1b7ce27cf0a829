package io.daybook.bench;

import java.util.List;

/** Some ratios that are measured together. */
interface Suite {
    String name();

    List<Ratio> measure(Ground ground, Pairs pairs) throws Exception;
}
