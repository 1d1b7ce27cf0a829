package io.daybook.architecture.canary.timesheet;

import jakarta.servlet.http.HttpServletRequest;

record UsesServlets(HttpServletRequest request) {}
