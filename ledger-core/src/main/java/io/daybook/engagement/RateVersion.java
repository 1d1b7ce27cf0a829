package io.daybook.engagement;

import io.daybook.money.HourlyRate;
import java.time.LocalDate;

/**
 * A rate as agreed; a later version supersedes it and never edits it.
 *
 * @param version counts the engagement's rates from 1
 * @param from the first work date it is in force
 */
public record RateVersion(int version, HourlyRate rate, LocalDate from) {}
