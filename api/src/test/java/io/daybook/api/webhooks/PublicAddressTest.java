package io.daybook.api.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PublicAddressTest {
    @ParameterizedTest
    @MethodSource("notPublic")
    void an_address_that_is_not_on_the_public_internet_is_refused(String text) {
        assertThat(PublicAddress.is(bytes(text))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("isPublic")
    void its_neighbours_and_everybody_else_are_reached(String text) {
        assertThat(PublicAddress.is(bytes(text))).isTrue();
    }

    /** The JDK makes IPv4 of a mapped address; nothing rests on that here. */
    private static byte[] bytes(String text) {
        byte[] bytes = InetAddress.ofLiteral(text).getAddress();
        if (!text.startsWith("::ffff:")) return bytes;
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xff;
        mapped[11] = (byte) 0xff;
        System.arraycopy(bytes, 0, mapped, 12, 4);
        return mapped;
    }

    @ParameterizedTest
    @MethodSource("taken")
    void a_public_name_or_address_by_https_is_taken(String url) {
        assertThat(TargetUrl.of(url, false).onThisMachine()).isFalse();
        assertThat(TargetUrl.of(url, true).onThisMachine()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatever_else_a_url_may_say_is_refused_in_development_too(String url) {
        for (boolean development : List.of(false, true))
            assertThatThrownBy(() -> TargetUrl.of(url, development)).as(url).isInstanceOf(TargetUrl.Refused.class);
    }

    @ParameterizedTest
    @MethodSource("here")
    void the_machine_itself_is_reached_in_development_only(String url) {
        assertThat(TargetUrl.of(url, true).onThisMachine()).isTrue();
        assertThatThrownBy(() -> TargetUrl.of(url, false)).isInstanceOf(TargetUrl.Refused.class);
    }

    @Test
    void one_private_address_among_public_ones_is_enough_to_refuse_the_name() {
        InetAddress here = InetAddress.ofLiteral("127.0.0.1");
        InetAddress there = InetAddress.ofLiteral("8.8.8.8");
        TargetUrl far = TargetUrl.of("https://hooks.example.com/", true);
        far.mayLeadTo(List.of(there));
        assertThatThrownBy(() -> far.mayLeadTo(List.of(there, here))).isInstanceOf(TargetUrl.Refused.class);
        TargetUrl near = TargetUrl.of("http://localhost:9000/", true);
        near.mayLeadTo(List.of(here));
        assertThatThrownBy(() -> near.mayLeadTo(List.of(here, there))).isInstanceOf(TargetUrl.Refused.class);
    }

    static Stream<String> notPublic() {
        return Stream.of(
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.100.100.200",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "169.254.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.7",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "168.63.129.16",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::ffff:8.8.8.8",
                "::8.8.8.8",
                "64:ff9b::8.8.8.8",
                "64:ff9b::a00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:0:4136:e378::1",
                "2001:10::1",
                "2001:20::1",
                "2001:db8::1",
                "2002:a00:1::1",
                "2002:7f00:1::1",
                "2002:808:808::1",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fdff::1",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "ff02::1",
                "4000::1",
                "2600:1f14::5efe:10.0.0.1",
                "2600:1f14::200:5efe:10.0.0.1");
    }

    static Stream<String> isPublic() {
        return Stream.of(
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.1",
                "192.167.255.255",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2606:4700:4700::1111",
                "2a00:1450:4001:80b::200e",
                "2001:4860:4860::8888",
                "2400::1");
    }

    static Stream<String> taken() {
        return Stream.of(
                "https://hooks.example.com",
                "https://hooks.example.com/daybook?team=7",
                "https://hooks.example.com:443/",
                "https://HOOKS.example.com:8443/a",
                "https://8.8.8.8/",
                "https://[2606:4700:4700::1111]/",
                "https://xn--bcher-kva.example/");
    }

    static Stream<String> refused() {
        return Stream.of(
                "",
                "hooks.example.com",
                "//hooks.example.com/",
                "https:///path",
                "http://hooks.example.com/",
                "ftp://hooks.example.com/",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "https://me@hooks.example.com/",
                "https://me:pass@hooks.example.com/",
                "https://hooks.example.com@10.0.0.1/",
                "https://10.0.0.1#@hooks.example.com/",
                "https://hooks.example.com/#part",
                "https://hooks.example.com:22/",
                "https://hooks.example.com:5432/",
                "https://hooks.example.com:0/",
                "https://hooks.example.com:99999/",
                "https://hooks.example.com./",
                "https://intranet/",
                "https://a.localhost/",
                "https://metadata.google.internal/",
                "https://printer.local/",
                "https://10.0.0.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://0177.0.0.1/",
                "https://017700000001/",
                "https://127.1/",
                "https://127.0.1/",
                "https://8.8.8/",
                "https://8.8.8.08/",
                "https://0x08.8.8.8/",
                "https://8.8.8.8./",
                "https://256.1.1.1/",
                "https://[::1%25lo]/",
                "https://[::ffff:7f00:1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[fd00::1]/",
                "https://[2002:7f00:1::]/",
                "https://exam%70le.com/",
                "https://hooks.example.com\\@10.0.0.1/",
                "https://hooks .example.com/",
                "https://ｈooks.example.com/",
                "https://hooks.example.com\r\nHost: a/");
    }

    static Stream<String> here() {
        return Stream.of(
                "http://localhost:9000/hook",
                "http://127.0.0.1:9000/",
                "https://127.0.0.1/",
                "http://[::1]:80/",
                "http://127.8.8.8:1/");
    }
}
