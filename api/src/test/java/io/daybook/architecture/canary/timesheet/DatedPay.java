package io.daybook.architecture.canary.timesheet;

import java.util.Date;

@SuppressWarnings("JavaUtilDate") // that is the point
record DatedPay(Date at) {}
