package io.daybook.engagement;

/** Whether time on this engagement may overlap other time of the same contractor. */
public enum Overlap {
    ALLOW,
    REFUSE
}
