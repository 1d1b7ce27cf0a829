package io.daybook.api.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.daybook.kernel.PersonId;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

/**
 * One person's AES-256-GCM key, ready for use.
 *
 * @param id which Tink writes in front of each ciphertext, after one byte of version
 */
record PersonKey(int id, Aead aead) {
    private static final int PREFIX = 5;

    static byte[] newWrapped(PersonId person, Aead wrapping) {
        try {
            return TinkProtoKeysetFormat.serializeEncryptedKeyset(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), wrapping, binding(person));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a person's key cannot be made", e);
        }
    }

    static PersonKey unwrap(PersonId person, byte[] wrapped, Aead wrapping) {
        try {
            KeysetHandle handle = TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, wrapping, binding(person));
            return new PersonKey(
                    handle.getPrimary().getId(), handle.getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a person's key cannot be unwrapped", e);
        }
    }

    /** False for what an earlier key of the same person sealed: that key has been destroyed. */
    boolean sealed(byte[] ciphertext) {
        return ciphertext.length > PREFIX && ByteBuffer.wrap(ciphertext).getInt(1) == id;
    }

    byte[] encrypt(PersonId person, String plain) {
        try {
            return aead.encrypt(plain.getBytes(UTF_8), binding(person));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a value cannot be sealed", e);
        }
    }

    /** Errors: IllegalStateException when the ciphertext was altered or belongs to somebody else. */
    String decrypt(PersonId person, byte[] ciphertext) {
        try {
            return new String(aead.decrypt(ciphertext, binding(person)), UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed value was altered", e);
        }
    }

    private static byte[] binding(PersonId person) {
        return person.value().getBytes(UTF_8);
    }
}
