package io.daybook.api.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * One request.
 *
 * @param what is wrong with it, for whoever reads of a failure
 * @param headers whole lines, without a length: it is added
 */
record Attack(String what, String method, String target, List<String> headers, byte[] body) {
    Attack {
        headers = List.copyOf(headers);
    }

    Attack with(String header) {
        List<String> more = new ArrayList<>(headers);
        more.removeIf(line -> line.regionMatches(true, 0, header, 0, header.indexOf(':') + 1));
        more.add(header);
        return new Attack(what, method, target, more, body);
    }

    Attack called(String other) {
        return new Attack(other, method, target, headers, body);
    }

    Attack at(String otherTarget) {
        return new Attack(what, method, otherTarget, headers, body);
    }

    Attack holding(byte[] otherBody) {
        return new Attack(what, method, target, headers, otherBody);
    }

    byte[] bytes() {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        headers.forEach(line -> head.append(line).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.toString().getBytes(ISO_8859_1));
        all.writeBytes(body);
        return all.toByteArray();
    }

    @Override
    public String toString() {
        String start = new String(body, 0, Math.min(200, body.length), ISO_8859_1);
        return what + ": " + method + " " + target.substring(0, Math.min(120, target.length())) + " " + start;
    }
}
