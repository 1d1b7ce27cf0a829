package io.daybook.api.webhooks;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether an address belongs to somebody on the public internet. Of IPv6 only what was given out as global unicast is, so that
 * whatever embeds another address or is not assigned yet is not.
 * Source: the special-purpose registries of IANA (RFC 6890) as of 2026, and what clouds answer metadata on.
 */
final class PublicAddress {
    private static final List<Block> NOT_OF_IPV4 = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            // The host of a virtual machine on Azure, though the number looks public.
            "168.63.129.16/32");
    private static final Block GLOBAL_UNICAST = Block.of("2000::/3");
    /** Teredo, ORCHID and other protocols; documentation, twice; 6to4. */
    private static final List<Block> NOT_OF_GLOBAL_UNICAST =
            blocks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");
    /** ISATAP puts an IPv4 address behind these. */
    private static final List<String> EMBEDDING = List.of("00005efe", "02005efe");

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        return is(address.getAddress());
    }

    /** @param address in network order, 4 or 16 bytes */
    static boolean is(byte[] address) {
        if (address.length == 4) return NOT_OF_IPV4.stream().noneMatch(block -> block.has(address));
        return GLOBAL_UNICAST.has(address)
                && NOT_OF_GLOBAL_UNICAST.stream().noneMatch(block -> block.has(address))
                && !EMBEDDING.contains(java.util.HexFormat.of().formatHex(address, 8, 12));
    }

    private static List<Block> blocks(String... texts) {
        return Stream.of(texts).map(Block::of).toList();
    }

    private record Block(byte[] start, int bits) {
        static Block of(String text) {
            int slash = text.indexOf('/');
            return new Block(
                    InetAddress.ofLiteral(text.substring(0, slash)).getAddress(),
                    Integer.parseInt(text.substring(slash + 1)));
        }

        boolean has(byte[] address) {
            if (address.length != start.length) return false;
            for (int i = 0; i < bits; i++) if (bit(address, i) != bit(start, i)) return false;
            return true;
        }

        private static int bit(byte[] bytes, int i) {
            return bytes[i / 8] >> (7 - i % 8) & 1;
        }
    }
}
