package io.daybook.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tables of {@code docs/performance.md} as a picture: how far the median of each ratio is from its goal, and how far its pairs
 * lay apart. On a logarithmic scale, so that half and double are as far from the goal.
 */
final class Plot {
    private static final Pattern ROW =
            Pattern.compile("\\| ([^|]+) \\| ([0-9.]+) \\| ([0-9.]+)–([0-9.]+) \\| ([≥≤]) ([0-9.]+): [^|]+\\|");
    private static final int LEFT = 470;
    private static final int WIDTH = 360;
    private static final int ROW_HEIGHT = 22;
    private static final int TOP = 48;
    private static final double LEAST = 0.125;
    private static final double MOST = 8;

    private Plot() {}

    /** @param median and the others as multiples of the goal; above 1 is better than asked for */
    private record Row(String what, double median, double least, double most) {
        static Row of(Matcher row) {
            double goal = Double.parseDouble(row.group(6));
            boolean ceiling = row.group(5).equals("≤");
            double median = Double.parseDouble(row.group(2));
            double least = Double.parseDouble(row.group(3));
            double most = Double.parseDouble(row.group(4));
            return ceiling
                    ? new Row(row.group(1), goal / median, goal / most, goal / least)
                    : new Row(row.group(1), median / goal, least / goal, most / goal);
        }
    }

    static String of(String markdown) {
        List<Row> rows = new ArrayList<>();
        Matcher row = ROW.matcher(markdown);
        while (row.find()) rows.add(Row.of(row));
        StringBuilder svg = new StringBuilder(head(rows.size()));
        for (double tick : new double[] {0.125, 0.25, 0.5, 1, 2, 4, 8}) svg.append(tick(tick, rows.size()));
        for (int i = 0; i < rows.size(); i++) svg.append(line(rows.get(i), TOP + i * ROW_HEIGHT + ROW_HEIGHT / 2));
        return svg.append("</svg>\n").toString();
    }

    private static String head(int rows) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img">
                <title>Medians of all ratios as multiples of their goals, with the spread of the pairs</title>
                <style>
                text { font: 12px sans-serif; fill: #1f2328; }
                .axis { stroke: #8c959f; stroke-width: 1; stroke-dasharray: 2 3; }
                .goal { stroke: #1f2328; stroke-width: 1.5; }
                .met { stroke: #1a7f37; fill: #1a7f37; }
                .unmet { stroke: #bc4c00; fill: #bc4c00; }
                @media (prefers-color-scheme: dark) { text { fill: #e6edf3; } .goal { stroke: #e6edf3; } }
                </style>
                <text x="%3$d" y="18" text-anchor="middle">at the goal</text>
                """.formatted(LEFT + WIDTH + 20, TOP + rows * ROW_HEIGHT + 12, x(1));
    }

    private static String tick(double at, int rows) {
        return """
                <line class="%s" x1="%2$d" x2="%2$d" y1="%3$d" y2="%4$d"/>
                <text x="%2$d" y="%5$d" text-anchor="middle">%6$s×</text>
                """.formatted(
                        at == 1 ? "goal" : "axis",
                        x(at),
                        TOP - 6,
                        TOP + rows * ROW_HEIGHT,
                        TOP - 12,
                        at < 1 ? "1/" + Math.round(1 / at) : String.valueOf(Math.round(at)));
    }

    private static String line(Row row, int y) {
        return """
                <text x="%1$d" y="%2$d" text-anchor="end">%3$s</text>
                <line class="%4$s" x1="%5$d" x2="%6$d" y1="%7$d" y2="%7$d" stroke-width="2"/>
                <circle class="%4$s" cx="%8$d" cy="%7$d" r="4"/>
                """.formatted(
                        LEFT - 12,
                        y + 4,
                        row.what(),
                        row.median() >= 1 ? "met" : "unmet",
                        x(row.least()),
                        x(row.most()),
                        y,
                        x(row.median()));
    }

    private static int x(double times) {
        double within = Math.clamp(times, LEAST, MOST);
        double share = Math.log(within / LEAST) / Math.log(MOST / LEAST);
        return LEFT + (int) Math.round(share * WIDTH);
    }
}
