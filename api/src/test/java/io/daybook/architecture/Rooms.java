package io.daybook.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** Cuts ledger-core into its rooms, one below the root each. */
record Rooms(House house) implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
        return house.core().test(type) ? SliceIdentifier.of(house.room(type)) : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
        return "the rooms of ledger-core";
    }
}
