package io.daybook.api.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.daybook.kernel.PersonId;
import io.daybook.kernel.PersonVault;
import io.daybook.kernel.Sealed;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Personal data under AES-256-GCM with one key per person, bound to that person.
 * A key is made at its first use, by one node only; destroying it erases the person within a minute on every node.
 */
@Component
public final class TinkPersonVault implements PersonVault {
    private static final int CACHED_KEYS = 100_000;

    private final SecretTable secrets;
    private final PersonKeyTable table;
    private static final System.Logger LOG = System.getLogger(TinkPersonVault.class.getName());

    private final PersonKeyCache cache = new PersonKeyCache(CACHED_KEYS);
    private final BlindIndex index;

    public TinkPersonVault(DataSource dataSource, SecretTable secrets) {
        this.secrets = secrets;
        table = new PersonKeyTable(dataSource);
        index = new BlindIndex(secrets);
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not available", e);
        }
    }

    @Override
    public void lookAhead(Collection<PersonId> people) {
        List<PersonId> unknown = notCached(people);
        if (unknown.isEmpty()) return;
        Aead wrapping = wrapping();
        table.find(unknown).forEach((person, wrapped) -> {
            try {
                cache.put(person, PersonKey.unwrap(person, wrapped, wrapping));
            } catch (IllegalStateException e) {
                // Whoever opens for them is told; the others are no worse for it.
                LOG.log(System.Logger.Level.DEBUG, () -> "the key of " + person.value() + " cannot be unwrapped", e);
            }
        });
    }

    @Override
    public void prepare(Collection<PersonId> people) {
        List<PersonId> unknown = notCached(people);
        if (unknown.isEmpty()) return;
        Aead wrapping = wrapping();
        Map<PersonId, byte[]> found = table.find(unknown);
        List<PersonId> without =
                unknown.stream().filter(person -> !found.containsKey(person)).toList();
        if (!without.isEmpty()) {
            List<byte[]> made = new ArrayList<>();
            for (PersonId person : without) made.add(PersonKey.newWrapped(person, wrapping));
            table.insert(without, made);
            found.putAll(table.find(without));
        }
        found.forEach((person, wrapped) -> cache.put(person, PersonKey.unwrap(person, wrapped, wrapping)));
    }

    private List<PersonId> notCached(Collection<PersonId> people) {
        return people.stream()
                .distinct()
                .filter(person -> cache.find(person).isEmpty())
                .toList();
    }

    @Override
    public Sealed seal(PersonId person, String plain) {
        return new Sealed(person, keyToSeal(person).encrypt(person, plain));
    }

    @Override
    public Optional<String> open(Sealed sealed) {
        return keyToOpen(sealed.key())
                .filter(key -> key.sealed(sealed.ciphertext()))
                .map(key -> key.decrypt(sealed.key(), sealed.ciphertext()));
    }

    @Override
    public String blindIndex(String kind, String plain) {
        return HexFormat.of().formatHex(index.of(kind, plain));
    }

    /** Erases the person: nothing sealed for them until now can ever be opened again. */
    public void destroy(PersonId person) {
        table.delete(person);
        cache.remove(person);
    }

    private PersonKey keyToSeal(PersonId person) {
        return keyToOpen(person).orElseGet(() -> {
            prepare(List.of(person));
            return cache.find(person).orElseThrow();
        });
    }

    private Optional<PersonKey> keyToOpen(PersonId person) {
        Optional<PersonKey> cached = cache.find(person);
        if (cached.isPresent()) return cached;
        Optional<PersonKey> stored = table.find(person).map(wrapped -> PersonKey.unwrap(person, wrapped, wrapping()));
        stored.ifPresent(key -> cache.put(person, key));
        return stored;
    }

    private Aead wrapping() {
        try {
            return TinkProtoKeysetFormat.parseKeyset(
                            secrets.secret("person-key-wrapping", TinkPersonVault::newWrapping),
                            InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the wrapping key cannot be read", e);
        }
    }

    private static byte[] newWrapping() {
        try {
            return TinkProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the wrapping key cannot be made", e);
        }
    }
}
