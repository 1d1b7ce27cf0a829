package io.daybook.contractor;

import io.daybook.kernel.Findable;
import io.daybook.kernel.PersonVault;
import io.daybook.kernel.Sealed;

/** How each kind of a contractor's personal data is sealed and found again, the same wherever it comes in. */
public final class PersonalData {
    private static final String NAME = "name";
    private static final String EMAIL = "email";
    private static final String DESTINATION = "destination";

    private final PersonVault vault;

    public PersonalData(PersonVault vault) {
        this.vault = vault;
    }

    public Findable name(ContractorId contractor, String name) {
        return new Findable(seal(contractor, name), nameIndex(name));
    }

    public Findable email(ContractorId contractor, String email) {
        return new Findable(seal(contractor, email), emailIndex(email));
    }

    public Findable destination(ContractorId contractor, String destination) {
        return new Findable(seal(contractor, destination), destinationIndex(destination));
    }

    public Sealed seal(ContractorId contractor, String text) {
        return vault.seal(contractor.person(), text);
    }

    public String nameIndex(String name) {
        return vault.blindIndex(NAME, name);
    }

    public String emailIndex(String email) {
        return vault.blindIndex(EMAIL, email);
    }

    public String destinationIndex(String destination) {
        return vault.blindIndex(DESTINATION, destination);
    }
}
