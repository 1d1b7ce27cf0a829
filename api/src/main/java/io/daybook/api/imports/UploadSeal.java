package io.daybook.api.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.daybook.api.vault.SecretTable;
import java.security.GeneralSecurityException;

/** Seals the pieces of an upload, each bound to its import and its place, so that none can be swapped or left out. */
final class UploadSeal {
    private final SecretTable secrets;

    UploadSeal(SecretTable secrets) {
        this.secrets = secrets;
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not available", e);
        }
    }

    byte[] seal(String importId, int seq, byte[] piece) {
        try {
            return key().encrypt(piece, binding(importId, seq));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an upload cannot be sealed", e);
        }
    }

    /** Errors: IllegalStateException when the piece was altered or belongs elsewhere. */
    byte[] open(String importId, int seq, byte[] sealed) {
        try {
            return key().decrypt(sealed, binding(importId, seq));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed upload was altered", e);
        }
    }

    private Aead key() throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseKeyset(
                        secrets.secret("upload", UploadSeal::newKey), InsecureSecretKeyAccess.get())
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static byte[] newKey() {
        try {
            return TinkProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of uploads cannot be made", e);
        }
    }

    private static byte[] binding(String importId, int seq) {
        return (importId + "/" + seq).getBytes(UTF_8);
    }
}
