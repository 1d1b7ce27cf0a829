package io.daybook.audit.note;

import io.daybook.audit.Malformed;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;

/** A private key that signs notes under its name. */
public final class NoteSigner {
    private final PrivateKey signs;
    private final NoteKey key;

    private NoteSigner(String name, KeyPair pair) {
        byte[] spki = pair.getPublic().getEncoded();
        this.signs = pair.getPrivate();
        this.key = NoteKey.of(name, Arrays.copyOfRange(spki, spki.length - 32, spki.length));
    }

    public static NoteSigner generate(String name) {
        return new NoteSigner(name, pair(new SecureRandom()));
    }

    /**
     * @param pkcs8 the private key as RFC 8410 writes it, which is what a PEM file holds
     * Errors: {@link Malformed} where it is no Ed25519 key.
     */
    public static NoteSigner of(String name, byte[] pkcs8) {
        try {
            if (KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8))
                            instanceof EdECPrivateKey secret
                    && secret.getBytes().isPresent())
                return new NoteSigner(name, pair(new Seed(secret.getBytes().get())));
        } catch (GeneralSecurityException e) {
            throw new Malformed("no Ed25519 private key in PKCS 8", e);
        }
        throw new Malformed("no Ed25519 private key in PKCS 8");
    }

    public NoteKey key() {
        return key;
    }

    public byte[] pkcs8() {
        return signs.getEncoded();
    }

    byte[] sign(byte[] text) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(signs);
            ed25519.update(text);
            return ed25519.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an Ed25519 key does not sign", e);
        }
    }

    private static KeyPair pair(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has Ed25519", e);
        }
    }

    /** Java computes a public key only while it generates a pair; a pair is its 32 random bytes. */
    private static final class Seed extends SecureRandom {
        private static final long serialVersionUID = 1;

        private final byte[] seed;

        Seed(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) throw new IllegalStateException("an Ed25519 key is 32 random bytes");
            System.arraycopy(seed, 0, bytes, 0, seed.length);
        }
    }
}
