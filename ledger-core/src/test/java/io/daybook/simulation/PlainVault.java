package io.daybook.simulation;

import io.daybook.kernel.Hash;
import io.daybook.kernel.PersonId;
import io.daybook.kernel.PersonVault;
import io.daybook.kernel.Plain;
import io.daybook.kernel.Sealed;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Seals in name only. */
final class PlainVault implements PersonVault {
    @Override
    public Sealed seal(PersonId person, String plain) {
        return Plain.sealed(person, plain);
    }

    @Override
    public Optional<String> open(Sealed sealed) {
        return Optional.of(new String(sealed.ciphertext(), StandardCharsets.UTF_8));
    }

    @Override
    public String blindIndex(String kind, String plain) {
        return Hash.sha256Hex(plain);
    }
}
