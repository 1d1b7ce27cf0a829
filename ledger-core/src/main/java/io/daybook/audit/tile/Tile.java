package io.daybook.audit.tile;

import io.daybook.audit.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of the tree that never changes, as C2SP tlog-tiles cuts it: up to 256 hashes side by side. Those of level 0 are
 * leaves, those of level L roots of whole tiles of level L - 1.
 *
 * @param index within its level, from 0
 * @param width hashes in it, 1 to 256; below 256 it is partial
 */
public record Tile(int level, long index, int width) {
    public static final int WHOLE = 256;

    private static final Pattern PATH =
            Pattern.compile("tile/(0|[1-9][0-9]?)/((?:x[0-9]{3}/)*)([0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public Tile {
        if (level < 0 || level > 63 || index < 0 || width < 1 || width > WHOLE)
            throw new Malformed("no tile: level " + level + ", index " + index + ", width " + width);
    }

    /** The tile of that level and index as a tree of that size has it. Errors: {@link Malformed} where it has none. */
    public static Tile in(long size, int level, long index) {
        long hashes = level < 8 ? size >>> (8 * level) : 0;
        long left = index <= hashes / WHOLE ? hashes - index * WHOLE : 0;
        return new Tile(level, index, (int) Math.min(left, WHOLE));
    }

    /** All that a tree has to publish when it grows, leaves first. */
    public static List<Tile> added(long from, long to) {
        List<Tile> tiles = new ArrayList<>();
        for (int level = 0; level < 8 && to >>> (8 * level) > 0; level++) {
            long before = from >>> (8 * level);
            long now = to >>> (8 * level);
            for (long first = before - before % WHOLE; before < now && first < now; first += WHOLE)
                tiles.add(in(to, level, first / WHOLE));
        }
        return tiles;
    }

    public boolean isPartial() {
        return width < WHOLE;
    }

    /** Relative to where the log lies, as {@code tile/0/x001/x234/067.p/112}. */
    public String path() {
        return "tile/" + level + "/" + place();
    }

    /** Where the event ids of a tile of leaves lie, 16 bytes each: this is ours, tlog-tiles has none. */
    public String idsPath() {
        return "ids/" + place();
    }

    /** Errors: {@link Malformed} for anything that {@link #path} would not have written. */
    public static Tile parse(String path) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches() || matcher.group(2).length() > 5 * 5) throw new Malformed("no path of a tile");
        String digits = matcher.group(2).replaceAll("[x/]", "") + matcher.group(3);
        int width = matcher.group(4) == null ? WHOLE : Integer.parseInt(matcher.group(4));
        Tile tile = new Tile(Integer.parseInt(matcher.group(1)), Long.parseLong(digits), width);
        if (!tile.path().equals(path)) throw new Malformed("no path of a tile");
        return tile;
    }

    private String place() {
        StringBuilder path = new StringBuilder(threeDigits(index));
        for (long rest = index / 1000; rest > 0; rest /= 1000) path.insert(0, "x" + threeDigits(rest) + "/");
        if (isPartial()) path.append(".p/").append(width);
        return path.toString();
    }

    private static String threeDigits(long number) {
        return String.format(Locale.ROOT, "%03d", number % 1000);
    }
}
