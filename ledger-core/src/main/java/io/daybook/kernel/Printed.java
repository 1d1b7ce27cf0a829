package io.daybook.kernel;

/**
 * Text by which people and machines find something again. In it is nothing that is not printed, such as control characters and what
 * turns the direction of writing, or that means nothing (yet): two names that look alike are alike.
 */
public final class Printed {
    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;

    private Printed() {}

    public static boolean is(String text) {
        return text.codePoints().allMatch(Printed::isPrinted);
    }

    /** The two that join letters, or keep them apart, belong to the spelling of some languages. */
    private static boolean isPrinted(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            case Character.FORMAT -> character == NON_JOINER || character == JOINER;
            default -> true;
        };
    }
}
