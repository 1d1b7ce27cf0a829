package io.daybook.api.eventlog;

import com.fasterxml.uuid.UUIDType;
import com.fasterxml.uuid.impl.UUIDUtil;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * UUIDv7 (RFC 9562): event ids that land beside each other in their index. They name and protect nothing, so each thread
 * has its own random numbers and waits for nobody's.
 */
final class TimeOrderedIds {
    private TimeOrderedIds() {}

    static UUID next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long timeAndRandom = System.currentTimeMillis() << 16 | random.nextInt(1 << 16);
        return UUIDUtil.constructUUID(UUIDType.TIME_BASED_EPOCH, timeAndRandom, random.nextLong());
    }
}
