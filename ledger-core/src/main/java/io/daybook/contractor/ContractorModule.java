package io.daybook.contractor;

import io.daybook.kernel.Feature;
import io.daybook.kernel.ReadModel;
import java.util.List;
import javax.sql.DataSource;

/** What the wiring needs of this feature. */
public final class ContractorModule {
    private ContractorModule() {}

    public static Feature feature() {
        return new Feature(
                List.of(ContractorAggregate.class),
                List.of(
                        new ReadModel<>(new ContractorProjection(), new ContractorTable()),
                        new ReadModel<>(new DestinationSteps(), new DestinationStepTable())),
                List.of());
    }

    public static ContractorViews views(DataSource source) {
        return new ContractorReadTable(source);
    }
}
