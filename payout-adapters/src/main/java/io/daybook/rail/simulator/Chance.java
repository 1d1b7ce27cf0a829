package io.daybook.rail.simulator;

/** Chance that depends on the seed and the subject alone, never on the order of calls. */
final class Chance {
    private final long seed;

    Chance(long seed) {
        this.seed = seed;
    }

    /** 0 to {@code bound} − 1, the same for the same question and subject. */
    int draw(String question, String subject, int bound) {
        long mixed = mix(seed + hash(question) * 31 + hash(subject));
        return (int) Math.floorMod(mixed, (long) bound);
    }

    /** Spreads neighbouring numbers over all 64 bits, one to one (the finalizer of SplitMix64). */
    static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    /** The way back from {@link #mix}: the multipliers are the inverses modulo 2⁶⁴. */
    static long unmix(long mixed) {
        long value = (mixed ^ (mixed >>> 31) ^ (mixed >>> 62)) * 0x319642b2d24d8ec3L;
        value = (value ^ (value >>> 27) ^ (value >>> 54)) * 0x96de1b173f119089L;
        return value ^ (value >>> 30) ^ (value >>> 60);
    }

    /** FNV-1a, 64 bits. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        return hash;
    }
}
